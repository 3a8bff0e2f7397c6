"""The server of the CSTO Stance Atlas: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from components.export.routes import build_export_routes
from components.notices.routes import build_notice_routes
from components.server.assets import build_routes
from components.server.closed import ClosedDoors
from components.server.errors import EXCEPTION_HANDLERS, report_script_error
from components.server.frontend import PackedFrontEnd
from components.server.headers import SecurityHeaders
from components.server.shell import RewrittenShell, build_shell
from components.server.startup import prepare_atlas
from components.share.embed import EmbeddedMap
from components.site.app_links import build_site_routes
from components.story.reading import build_story_routes

app = st.App(
    "pages/frame.py",
    routes=[
        *build_story_routes(),
        *build_export_routes(),
        *build_site_routes(),
        *build_notice_routes(),
        *build_routes(),
    ],
    middleware=[
        Middleware(EmbeddedMap),
        Middleware(SecurityHeaders, script_hashes=build_shell().script_hashes),
        Middleware(ClosedDoors),
        Middleware(PackedFrontEnd),
        Middleware(RewrittenShell),
    ],
    lifespan=prepare_atlas,
    on_script_error=report_script_error,
    exception_handlers=EXCEPTION_HANDLERS,
)

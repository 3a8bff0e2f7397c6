"""The server of the CSTO Stance Atlas: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from components.app.index_html import build_shell
from components.app.index_html_middleware import IndexHtmlMiddleware
from components.app.lifespan import lifespan
from components.app.page_redirects import build_page_redirects
from components.app.verification import verify_or_exit
from components.features.stories.upload_endpoint import build_story_routes
from components.outputs.api.routes import build_api_routes
from components.outputs.export.embed_middleware import EmbedMiddleware
from components.outputs.export.routes import build_export_routes
from components.outputs.notices.routes import build_notice_routes
from components.outputs.static_site.redirects import build_site_routes
from components.server.admission import AdmissionControl
from components.server.assets import build_routes
from components.server.connection_limits import ConnectionLimits
from components.server.errors import EXCEPTION_HANDLERS, report_script_error
from components.server.favicon import build_icon_routes
from components.server.lifecycle import Lifecycle
from components.server.readiness import build_ready_routes
from components.server.redirects import RelativeRedirects
from components.server.request_limits import BodyLimit, RequestRates
from components.server.security_headers import SecurityHeaders
from components.server.security_txt import build_security_routes
from components.server.streamlit_static import CompressedStaticMiddleware

verify_or_exit()

routes = [
    *build_ready_routes(),
    *build_story_routes(),
    *build_export_routes(),
    *build_api_routes(),
    *build_site_routes(),
    *build_page_redirects(),
    *build_notice_routes(),
    *build_security_routes(),
    *build_icon_routes(),
    *build_routes(),
]
app = st.App(
    "pages/navigation.py",
    routes=routes,
    # The first is the outermost: headers go on every answer, limits come before any work.
    middleware=[
        Middleware(SecurityHeaders, script_hashes=build_shell().script_hashes),
        Middleware(Lifecycle),
        Middleware(AdmissionControl, routes=routes),
        Middleware(RequestRates),
        Middleware(BodyLimit),
        Middleware(ConnectionLimits),
        Middleware(EmbedMiddleware),
        Middleware(RelativeRedirects),
        Middleware(CompressedStaticMiddleware),
        Middleware(IndexHtmlMiddleware),
    ],
    lifespan=lifespan,
    on_script_error=report_script_error,
    exception_handlers=EXCEPTION_HANDLERS,
)

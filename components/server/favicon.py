"""The icon of the atlas: in its pages, and at the address that browsers try on their own."""

from __future__ import annotations

import base64
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.server.base_url import url_base
from components.server.compressed_file import SHORT_CACHE

FILE = Path(__file__).parent / "favicon.svg"
MEDIA_TYPE = "image/svg+xml"
# Where a browser looks for a document that names no icon: single files, pictures, plain text.
PATH = "/favicon.ico"


def build_icon_link() -> str:
    """The link to the icon, carried in the page itself."""
    icon = base64.b64encode(FILE.read_bytes()).decode()
    return f'<link rel="icon" type="{MEDIA_TYPE}" href="data:{MEDIA_TYPE};base64,{icon}" />'


async def answer_icon(_request: Request) -> Response:
    """The icon as it is drawn, whatever the name of the address promises."""
    return Response(
        FILE.read_bytes(), media_type=MEDIA_TYPE, headers={"Cache-Control": SHORT_CACHE}
    )


def build_icon_routes() -> list[Route]:
    """The route of the icon."""
    return [Route(f"{url_base()}{PATH}", answer_icon)]

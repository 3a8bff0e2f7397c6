"""Former addresses of pages go on to the present ones, with the rest of the link as it is."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from components.server.base_url import url_base

# By the former name. Published links keep working, so a row stays for good.
FORMER_PAGES = {"method": "sources"}


def build_page_redirects() -> list[Route]:
    """A route for each former page, with and without a slash after its name."""
    return [
        Route(f"{url_base()}/{former}{slash}", partial(redirect, page=page))
        for former, page in FORMER_PAGES.items()
        for slash in ("", "/")
    ]


async def redirect(request: Request, *, page: str) -> Response:
    """Answer 308: the page has moved for good. The query goes on as it was written."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{url_base()}/{page}{query}", 308)

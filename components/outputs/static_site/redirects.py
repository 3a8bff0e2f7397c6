"""Links of the site's form in the app: `/ru/events/x.html` goes on to `/events?event=x&lang=ru`.

`link_rewriter.ts` does the same the other way, so a link from either opens in the other.
"""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from components.core.i18n.locale import LANGUAGES
from components.server.base_url import url_base
from data.languages import ALL, DEFAULT

# The parameter of the app that names what has a page of its own on the site.
OWN = {"events": "event", "members": "panel", "sources": "source", "stories": "story"}
# Pages of the app whose files lie in a folder of another name.
FOLDERS = {"sources": "method"}
INDEX = "index"
# Pages that hold nothing with a page of its own.
WHOLE = ("cohesion", "votes", "compare")


def build_site_routes() -> list[Route]:
    """The routes of the site's pages, in each language."""
    routes = []
    for language in LANGUAGES:
        root = f"{url_base()}/{ALL[language].folder}".removesuffix("/")
        go = partial(redirect, language="" if language == DEFAULT else language)
        routes.append(Route(f"{root}/index.html", partial(go, page="")))
        for page in WHOLE:
            routes.append(Route(f"{root}/{page}/{INDEX}.html", partial(go, page=page)))
        for page in OWN:
            for place in {page: None, FOLDERS.get(page, page): None}:
                routes.append(Route(f"{root}/{place}/{{name}}.html", partial(go, page=page)))
    return routes


async def redirect(request: Request, *, page: str, language: str) -> Response:
    """Go on to the page of the app that shows the same, with the rest of the link as it is."""
    pairs = request.query_params.multi_items()
    name = request.path_params.get("name", INDEX)
    if name != INDEX:
        pairs = [(OWN[page], name), *(pair for pair in pairs if pair[0] != OWN[page])]
    if language and "lang" not in request.query_params:
        pairs.append(("lang", language))
    query = f"?{urlencode(pairs, safe=',')}" if pairs else ""
    return RedirectResponse(f"{url_base()}/{page}{query}", 307)

"""The answer to a request that is not served: a status and a sentence, as its sender reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from http import HTTPStatus

from starlette.datastructures import Headers, QueryParams
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from components.core.i18n.locale import LANGUAGES, locale_context
from components.server.base_url import PROGRAMS, app_path, count_folders
from components.server.messages import (
    back_to_map_label,
    for_each_locale,
    site_title,
    status_message,
)
from components.server.request_language import find_language

PROBLEM = "application/problem+json"
NOT_KEPT = {"Cache-Control": "no-store"}
# Addresses that scripts of the atlas ask, which read JSON.
ASKED_BY_SCRIPTS = ("/export/", "/atlas/story")
STYLE = """
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
"""


def answer_refusal(
    scope: Scope, status: int, say: Callable[[], str], headers: Mapping[str, str] | None = None
) -> Response:
    """An answer with a status and the sentence that `say` gives in the language spoken.

    A browser that opens a page gets a page with a way to the map, in the visitor's language first;
    scripts of the atlas get JSON; everything else gets text.
    """
    language, asked = find_language(scope), Headers(scope=scope)
    sent = {**NOT_KEPT, **(headers or {})}
    if app_path(scope).startswith(PROGRAMS):
        return answer_problem(status, render_in_locale(language, say), sent)
    if app_path(scope).startswith(ASKED_BY_SCRIPTS):
        return JSONResponse({"problem": render_in_locale(language, say)}, status, sent)
    if scope["type"] == "http" and "text/html" in asked.get("accept", ""):
        named = f"?lang={language}" if "lang" in QueryParams(scope["query_string"]) else ""
        # Relative: a proxy may have taken a prefix off the path.
        home = ("../" * count_folders(scope) or "./") + named
        return HTMLResponse(write_page(status, language, say, home), status, sent)
    return PlainTextResponse(f"{status} {render_in_locale(language, say)}\n", status, sent)


def answer_problem(
    status: int, detail: str, headers: Mapping[str, str], more: Mapping[str, str] | None = None
) -> Response:
    """A refusal as programs read it: a problem in JSON (RFC 9457)."""
    content = {"title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse({**content, **(more or {})}, status, headers, PROBLEM)


def render_in_locale(language: str, say: Callable[[], str]) -> str:
    """A sentence in one language."""
    with locale_context(language):
        return say()


@lru_cache(maxsize=256)
def write_page(status: int, language: str, say: Callable[[], str], home: str) -> str:
    """The page of a refusal, in every language; `home` is the address of the map."""
    first = [language, *(other for other in LANGUAGES if other != language)]
    sentences = for_each_locale(say)
    links = for_each_locale(back_to_map_label)
    title = render_in_locale(language, site_title)
    parts = [
        f'<p lang="{code}">{escape(sentences[code])}<br><a href="{escape(home)}">'
        f"{escape(links[code])}</a></p>"
        for code in first
    ]
    with locale_context(language):
        heading = f"{status} · {status_message(status)}"
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(heading)} · {escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(heading)}</h1>{''.join(parts)}</main></body></html>\n"
    )


async def refuse_websocket(scope: Scope, receive: Receive, send: Send, response: Response) -> None:
    """Answer a websocket's handshake with an HTTP response, or close it where that cannot be."""
    await receive()
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008})
        return
    await send(
        {
            "type": "websocket.http.response.start",
            "status": response.status_code,
            "headers": response.raw_headers,
        }
    )
    await send({"type": "websocket.http.response.body", "body": bytes(response.body)})

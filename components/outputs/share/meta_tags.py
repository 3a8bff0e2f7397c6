"""The head of the page for a link: what a messenger or a search engine reads of it.

Everything is escaped here, where text of the record enters a page as markup's content.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import lru_cache
from html import escape

from starlette.requests import Request

from components.core.cited_version import VERSION, VersionNote, describe_cited_version
from components.core.i18n import locale_context
from components.core.i18n.locale import LOCALES
from components.outputs.share.link_preview import KNOWN_PAGES, PREVIEW_SIZE, Preview, describe_link
from components.server.assets import asset_url
from components.server.base_url import app_path, find_base, relative_address
from components.server.compressed_file import NO_CACHE, CompressedFile
from components.server.messages import site_title
from components.server.request_language import find_language

TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description"[^>]*>')
CACHE_SIZE = 512
# What a page's head depends on; anything else in a link is the same picture.
NAMED = ("year", "date", "event", "toward", "panel", "story", "step", "lang", "b-event", VERSION)


def find_page(request: Request, html: str) -> CompressedFile:
    """The page of a request, with the head of its link."""
    path = app_path(request.scope).strip("/")
    named = tuple(
        (name, request.query_params.getlist(name)[0])
        for name in NAMED
        if name in request.query_params
    )
    page = path if path in KNOWN_PAGES else ""
    return build_page(html, page, named, find_base(request), find_language(request.scope))


@lru_cache(maxsize=CACHE_SIZE)
def build_page(
    html: str, path: str, named: tuple[tuple[str, str], ...], base: str, language: str
) -> CompressedFile:
    """The page with its head; kept, since many readers open the same link."""
    preview = describe_link(path, dict(named), base, language)
    with locale_context(language):
        note = describe_cited_version(dict(named))
    html = write_note(write_head(html, preview), note)
    return CompressedFile(html.encode("utf-8", "replace"), "index.html", NO_CACHE)


def write_note(html: str, note: VersionNote | None) -> str:
    """The page with what it says of the version that its link cites: as data, drawn as text."""
    if note is None:
        return html
    style = relative_address(asset_url("code", "page/cited_version.css"))
    data = json.dumps({**asdict(note), "style": style}).replace("<", "\\u003c")
    script = f'<script type="application/json" id="atlas-cited">{data}</script>\n</head>'
    return html.replace("</head>", script, 1)


def write_head(html: str, preview: Preview) -> str:
    """The page with title, description, picture and address of its link."""
    properties = {
        "og:type": "article",
        "og:site_name": site_title(),
        "og:title": preview.title,
        "og:description": preview.description,
        "og:url": preview.address,
        "og:image": preview.image,
        "og:image:width": str(PREVIEW_SIZE[0]),
        "og:image:height": str(PREVIEW_SIZE[1]),
        "og:locale": LOCALES[preview.language],
    }
    lines = [
        f"<title>{escape(preview.title)}</title>",
        f'<link rel="canonical" href="{escape(preview.address)}" />',
        '<meta name="twitter:card" content="summary_large_image" />',
        *(
            f'<meta property="{name}" content="{escape(value)}" />'
            for name, value in properties.items()
        ),
    ]
    html = TITLE.sub(lambda _found: "\n".join(lines), html, count=1)
    about = f'<meta name="description" content="{escape(preview.description)}" />'
    return DESCRIPTION.sub(lambda _found: about, html, count=1)

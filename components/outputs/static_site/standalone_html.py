"""A page that is one file: its maps, documents and script are within it, and nothing is fetched."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.outputs.static_map.attribution import own_story_notice
from components.outputs.static_site.compress_json import embed_json
from components.outputs.static_site.csp import build_policy
from components.outputs.static_site.html import make, make_raw, write_page
from components.outputs.static_site.map_iframe import write_frame
from components.outputs.static_site.notice_pages import render_notices
from components.outputs.static_site.page_template import render_scheme_button, render_type_button
from components.server.code_files import COMPONENTS, read_built
from components.server.custom_component import read_style

FONTS = COMPONENTS / "vendor" / "fonts"
FACE = re.compile(
    r'@font-face\s*\{[^}]*font-family:\s*"(?P<family>[^"]+)"[^}]*font-weight:\s*(?P<weight>[\d ]+);'
    r'[^}]*url\("(?P<file>[^"]+)"\)[^}]*unicode-range:\s*(?P<range>[^;}]+)'
)
FRAME_SHEETS = ("vendor/leaflet.css", "map/map.css", "share/share.css", "site/alone.css")
PAGE_SHEETS = ("page/page.css", "site/site.css")


@dataclass(frozen=True)
class LiveAtlasLinks:
    """The live atlas that a file was made by: its address, and that of what the file shows.

    Both are empty where there is none. ValueError for what is no http(s) address.
    """

    base: str = ""
    permalink: str = ""

    def __post_init__(self) -> None:
        """Refuse an address that a reader had better not follow."""
        for address in (self.base, self.permalink):
            if address and urlsplit(address).scheme not in {"http", "https"}:
                raise ValueError("the address of the live atlas is an http or https address")


@dataclass(frozen=True)
class StandalonePage:
    """What a file holds.

    `kind` says which page it is to `entry`, the module that opens it. `maps` are the scripts of
    its maps by the name of the part that holds each; `parts` follow them in the page.
    """

    kind: str
    entry: str
    title: str
    maps: Mapping[str, str]
    parts: Sequence[Element]
    documents: Mapping[str, str]
    settings: Mapping[str, Any]
    sheets: Sequence[str] = ()
    live: LiveAtlasLinks = LiveAtlasLinks()
    marks: str = ""


def render_standalone(page: StandalonePage, today: date) -> bytes:
    """The page as UTF-8, in the language spoken now."""
    return write_page(render_body(page, today)).encode()


def render_body(page: StandalonePage, today: date) -> Element:
    """The page: head with its policy, header, documents, script, maps and parts."""
    frame_style = "".join(map(read_style, FRAME_SHEETS))
    frame_code = read_built("site/frame.js")
    style = "".join(map(read_style, (*PAGE_SHEETS, *page.sheets)))
    script = read_built(page.entry)
    language = current_locale()
    policy = build_policy([script, frame_code, *page.maps.values()], [style, frame_style])
    frames = [
        make("div", {"class": f"st-key-atlas-{part}"}, render_frame(frame_style, frame_code, code))
        for part, code in page.maps.items()
    ]
    settings = {"alone": True, "kind": page.kind, "live": page.live.base, **page.settings}
    marks = " ".join(filter(None, ("stApp", "alone", "live" * bool(page.live.base), page.marks)))
    return make(
        "html",
        {"lang": language},
        make(
            "head",
            {},
            make("meta", {"charset": "utf-8"}),
            make("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
            make("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            make("meta", {"name": "referrer", "content": "no-referrer"}),
            make("title", {}, page.title),
            make_raw("style", style),
        ),
        make(
            "body",
            {"class": marks},
            render_header(
                page.live.permalink,
                today,
                *([] if page.marks else [render_notices()]),
                own=bool(page.settings.get("reader")),
            ),
            embed("atlas-page", settings),
            embed("atlas-documents", dict(page.documents)),
            embed("atlas-fonts", read_fonts()),
            # The frame asks the page for its documents: the page's script comes before it.
            make_raw("script", script),
            make("main", {"class": "stMain"}, *frames, *page.parts),
        ),
    )


def render_frame(style: str, code: str, script: str) -> Element:
    """A map in its frame, with everything it needs inside."""
    inside = write_frame(
        [make_raw("style", style)],
        [make_raw("script", code), make_raw("script", script)],
        current_locale(),
    )
    return make("iframe", {"title": _("Map"), "srcdoc": inside})


def render_header(permalink: str, today: date, *more: Element, own: bool = False) -> Element:
    """The atlas, the day of the file, the address of the same in the live atlas, light or dark.

    `more` stands before the buttons. Of a reader's own story (`own`) there is no such address: it
    leads to the atlas itself.
    """
    saved = _("Saved {day}", day=today.isoformat())
    where = _("The live atlas this map was saved from") if own else _("This view in the live atlas")
    live = [make("a", {"href": permalink}, where)] if permalink else []
    reader = [make("span", {"class": "site-note own"}, own_story_notice())] if own else []
    return make(
        "header",
        {"class": "site-header"},
        make("span", {"class": "site-title"}, _("CSTO Stance Atlas")),
        *reader,
        make("span", {"class": "site-note"}, saved),
        *live,
        *more,
        render_type_button(),
        render_scheme_button(),
    )


def embed(name: str, content: Any) -> Element:
    """Content as JSON in an element that runs nothing."""
    return make_raw("script", embed_json(content), {"type": "application/json", "id": name})


@lru_cache(maxsize=1)
def read_fonts() -> list[dict[str, str]]:
    """The typefaces with their files in base64, as `fonts.css` lists them."""
    faces = FACE.finditer((FONTS / "fonts.css").read_text(encoding="utf-8"))
    return [
        {
            "family": face["family"],
            "weight": face["weight"].strip(),
            "range": " ".join(face["range"].split()),
            "data": base64.b64encode((FONTS / face["file"]).read_bytes()).decode(),
        }
        for face in faces
    ]

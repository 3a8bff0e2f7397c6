"""One HTML file with the live map: slider, evidence and shapes, opened from a disk, no network."""

from __future__ import annotations

import base64
import re
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from components.language import current_language, speaking
from components.language import gettext as _
from components.map.tables import build_link_rules
from components.mount import read_style
from components.server.assets import COMPONENTS
from components.site.bundle import bundle_modules
from components.site.elements import make, make_raw, write_page
from components.site.layout import lay_scheme_button
from components.site.map_frame import write_frame, write_map_script
from components.site.modules import read_modules
from components.site.pack import embed_json, pack_documents
from components.site.policy import build_policy
from components.site.record_documents import (
    RELIEF,
    build_record_documents,
    build_shape_documents,
    embed_relief,
)
from components.view import View, write_link
from data.read import read_record

# What a map apart from the other pages never asks for.
STORIES = "stories.json"
FONTS = COMPONENTS / "vendor" / "fonts"
FACE = re.compile(
    r'@font-face\s*\{[^}]*font-family:\s*"(?P<family>[^"]+)"[^}]*font-weight:\s*(?P<weight>[\d ]+);'
    r'[^}]*url\("(?P<file>[^"]+)"\)[^}]*unicode-range:\s*(?P<range>[^;}]+)'
)


def build_standalone_map(
    view: View, language: str = "en", *, permalink: str = "", today: date | None = None
) -> bytes:
    """The file, opened at `view`, in `language` (en or ru); UTF-8, about 1.7 MB.

    `permalink` is the http(s) address of the view in the live atlas, shown as a link; ValueError
    for any other.
    """
    if permalink and urlsplit(permalink).scheme not in {"http", "https"}:
        raise ValueError("a permalink is an http or https address")
    day = today or date.today()
    rules = build_link_rules(read_record(), day)
    settings = {"alone": True, "kind": "map", "search": write_link(view, rules)}
    with speaking(language):
        page = lay_alone(settings, *_read_parts(day, language), permalink, day)
    return write_page(page).encode()


def build_embedded_map(language: str, *, today: date) -> bytes:
    """The map alone, to be framed by another page: it takes its view from its own address."""
    settings = {"alone": True, "kind": "map"}
    with speaking(language):
        page = lay_alone(settings, *_read_parts(today, language), "", today, embedded=True)
    return write_page(page).encode()


@lru_cache(maxsize=4)
def _read_parts(today: date, language: str) -> tuple[str, dict[str, str]]:
    """The page's script and its documents: the same for every view of a day."""
    documents = build_record_documents(today) | build_shape_documents()
    documents.pop(STORIES, None)
    documents[RELIEF] = embed_relief()
    return bundle_modules(read_modules(), "site/alone.js", "atlasPage"), pack_documents(documents)


def lay_alone(
    settings: dict[str, Any],
    script: str,
    documents: dict[str, str],
    permalink: str,
    today: date,
    *,
    embedded: bool = False,
) -> Element:
    """The page: the frame of the map, the panel, and what they need, inside it."""
    sheets = ("vendor/leaflet.css", "map/map.css", "share/share.css", "site/alone.css")
    frame_styles = ["".join(map(read_style, sheets))]
    frame_scripts = [
        bundle_modules(read_modules(), "site/frame.js", "atlasFrame"),
        write_map_script(),
    ]
    language = current_language()
    inside = write_frame(
        [make_raw("style", text) for text in frame_styles],
        [make_raw("script", text) for text in frame_scripts],
        language,
    )
    frame = make("iframe", {"title": _("Map"), "srcdoc": inside})
    styles = [read_style("page/page.css") + read_style("site/site.css")]
    policy = build_policy([script, *frame_scripts], [*styles, *frame_styles])
    title = _("CSTO Stance Atlas")
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
            make("title", {}, title),
            *(make_raw("style", text) for text in styles),
        ),
        make(
            "body",
            {"class": "stApp alone embed" if embedded else "stApp alone"},
            lay_header(title, permalink, today),
            embed("atlas-page", settings),
            embed("atlas-documents", documents),
            embed("atlas-fonts", read_fonts()),
            # The frame asks the page for its documents: the page's script comes before it.
            make_raw("script", script),
            make(
                "main",
                {"class": "stMain"},
                make("div", {"class": "st-key-atlas-map"}, frame),
                make("div", {"class": "st-key-atlas-panel"}, make("article", {"class": "dossier"})),
            ),
        ),
    )


def lay_header(title: str, permalink: str, today: date) -> Element:
    """The title, the day of the file, the address of the live atlas, and light or dark."""
    saved = _("Saved {day}", day=today.isoformat())
    live = [make("a", {"href": permalink}, _("This view in the live atlas"))] if permalink else []
    return make(
        "header",
        {"class": "site-header"},
        make("span", {"class": "site-title"}, title),
        make("span", {"class": "site-note"}, saved),
        *live,
        lay_scheme_button(),
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

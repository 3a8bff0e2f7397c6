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

from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.outputs.notices.notices import FILE, write_notices
from components.outputs.static_map.attribution import own_story_notice
from components.outputs.static_site.compress_json import embed_json
from components.outputs.static_site.csp import build_policy
from components.outputs.static_site.map_iframe import write_frame
from components.outputs.static_site.page_template import name_buttons
from components.outputs.static_site.templates import inline, inline_policy, render_template
from components.server.code_files import COMPONENTS, read_built
from components.server.custom_component import read_style

FONTS = COMPONENTS / "vendor" / "fonts"
FACE = re.compile(
    r'@font-face\s*\{[^}]*font-family:\s*"(?P<family>[^"]+)"[^}]*font-weight:\s*(?P<weight>[\d ]+);'
    r'[^}]*url\("(?P<file>[^"]+)"\)[^}]*unicode-range:\s*(?P<range>[^;}]+)'
)
FRAME_SHEETS = ("vendor/leaflet.css", "map/map.css", "share/share.css", "site/alone.css")
# What a reader adds, on a map that takes it.
OWN_SHEET, OWN_SCRIPT = "user_layers/user_layers.css", "site/user_layers.js"
PAGE_SHEETS = ("page/page.css", "site/site.css", "page/print.css")


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
    its maps by the name of the part that holds each; an empty `article` in its `holder`, both named
    by their class, follows them. `takes_layers` says that a reader's own layers may be on them.
    """

    kind: str
    entry: str
    title: str
    maps: Mapping[str, str]
    article: str
    documents: Mapping[str, str]
    settings: Mapping[str, Any]
    sheets: Sequence[str] = ()
    live: LiveAtlasLinks = LiveAtlasLinks()
    marks: str = ""
    holder: str = "stMainBlockContainer"
    takes_layers: bool = False


def render_standalone(page: StandalonePage, today: date) -> bytes:
    """The page as UTF-8, in the language spoken now."""
    sheets = (*FRAME_SHEETS, OWN_SHEET) if page.takes_layers else FRAME_SHEETS
    frame_style = "".join(map(read_style, sheets))
    frame_code = read_built("site/frame.js")
    if page.takes_layers:
        frame_code = f"{read_built(OWN_SCRIPT)}{frame_code}"
    style = "".join(map(read_style, (*PAGE_SHEETS, *page.sheets)))
    script = read_built(page.entry)
    policy = build_policy([script, frame_code, *page.maps.values()], [style, frame_style])
    settings = {"alone": True, "kind": page.kind, "live": page.live.base, **page.settings}
    data = {
        "atlas-page": settings,
        "atlas-documents": dict(page.documents),
        "atlas-fonts": read_fonts(),
    }
    values = {
        "page": page,
        "language": current_locale(),
        "policy": inline_policy(policy),
        "style": inline("style", style),
        "script": inline("script", script),
        "marks": " ".join(
            filter(None, ("stApp", "alone", "live" * bool(page.live.base), page.marks))
        ),
        "data": {name: inline("script", embed_json(content)) for name, content in data.items()},
        "frames": {
            part: write_frame(code, style=frame_style, code=frame_code)
            for part, code in page.maps.items()
        },
        "notices": "" if page.marks else write_notices(FILE),
        **describe_header(page, today),
    }
    return render_template("standalone", values).encode()


def describe_header(page: StandalonePage, today: date) -> dict[str, Any]:
    """The atlas, the day of the file, the address of the same in the live atlas, light or dark.

    Of a reader's own story there is no such address: it leads to the atlas itself.
    """
    own = bool(page.settings.get("reader"))
    live = _("The live atlas this map was saved from") if own else _("This view in the live atlas")
    return {
        "own_notice": own_story_notice() if own else "",
        "words": {
            "atlas": _("CSTO Stance Atlas"),
            "saved": _("Saved {day}", day=today.isoformat()),
            "live": live,
            "licences": _("Licences"),
            "map": _("Map"),
            "unscripted": _("This map needs JavaScript, which is switched off here."),
            **name_buttons(),
        },
    }


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

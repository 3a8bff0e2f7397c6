"""Every document a page without a server may ask for: of record, shapes and panel."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from datetime import date

from components.core.clock import on_day
from components.core.i18n import current_locale
from components.core.i18n.catalog import build_catalogues
from components.core.link_rules import build_link_rules
from components.features.map import payload as map_payload
from components.features.stories import payload as stories_payload
from components.outputs.static_site.compress_json import write_json, write_shared
from components.outputs.static_site.panel_payload import build_panel_documents
from components.server.assets import read_registry
from data.load import read_record
from geodata.read import SHAPES

RELIEF = "relief.json"
# Close up the coarse pictures stand in for the fine ones, which weigh three times as much.
COARSE = ("region", "core-coarse", "caucasus-coarse", "ferghana-coarse")
SPOKEN = re.compile(r"-(?P<language>[a-z]{2,3})\.json$")


# Folders of scripts that the site does not have.
NOT_ON_SITE = tuple(
    f"components/frontend/src/{name}"
    for name in (
        "user_layers/",
        "coding/",
        "propose/",
        "search/results.ts",
        "events/timeline.ts",
        "events/filters.ts",
        "share/own_layers.ts",
        "stories/own_layers.ts",
    )
)


def build_record_documents(today: date) -> dict[str, bytes]:
    """What the map and its panel ask for that depends on the record, in the language spoken now."""
    panel = build_panel_documents(build_link_rules(read_record(), today), today)
    return read_map_documents(today) | {
        name: write_shared(content) for name, content in panel.items()
    }


def read_map_documents(today: date) -> dict[str, bytes]:
    """The documents of the map and of the stories, as the app has them."""
    with on_day(today):
        files = read_registry().files
    return {
        name: file.content
        for group in (map_payload.GROUP, stories_payload.GROUP, "language")
        for name, file in files[group].items()
        if not (spoken := SPOKEN.search(name)) or spoken["language"] == current_locale()
    }


def build_site_messages() -> dict[str, bytes]:
    """What the scripts of the site say in the language spoken now, in its document."""
    return build_catalogues((current_locale(),), NOT_ON_SITE)


def build_shape_documents() -> dict[str, bytes]:
    """The shapes the map draws, without its pictures."""
    shapes = read_registry().files["shapes"]
    return {name: file.content for name, file in shapes.items() if name.endswith(".json")}


def embed_relief() -> bytes:
    """The index of the relief with the coarse pictures themselves in place of their names."""
    return index_relief(
        lambda file: (
            "data:image/avif;base64," + base64.b64encode((SHAPES / file).read_bytes()).decode()
        )
    )


def index_relief(place: Callable[[str], str]) -> bytes:
    """The index of the coarse pictures of the relief, each at the place its file is given."""
    images = json.loads((SHAPES / RELIEF).read_text(encoding="utf-8"))
    coarse = {}
    for name in COARSE:
        image = {key: value for key, value in images[name].items() if key != "until"}
        coarse[name] = {**image, "file": place(image["file"])}
    return write_json(coarse)

"""Every document a page without a server may ask for: of record, shapes and panel."""

from __future__ import annotations

import base64
import json
from datetime import date

from components.map.tables import build_link_rules
from components.server.assets import collect_assets
from components.site.pack import write_json
from components.site.panel_documents import build_panel_documents
from data.read import read_record
from geodata.read import SHAPES

RELIEF = "relief.json"
# Close up the coarse pictures stand in for the fine ones, which weigh three times as much.
COARSE = ("region", "core-coarse", "caucasus-coarse", "ferghana-coarse")


def build_record_documents(today: date, language: str) -> dict[str, bytes]:
    """What the map and its panel ask for that depends on the record, in one language."""
    rules = build_link_rules(read_record(), today)
    others = tuple(f"-{each}.json" for each in ("en", "ru", "qps") if each != language)
    documents = {
        name: content
        for name, content in collect_assets()["record"].items()
        if not name.endswith(others)
    }
    panel = build_panel_documents(rules, today, language)
    return documents | {name: write_json(content) for name, content in panel.items()}


def build_shape_documents() -> dict[str, bytes]:
    """The shapes the map draws, without its pictures."""
    return {
        name: content
        for name, content in collect_assets()["shapes"].items()
        if name.endswith(".json")
    }


def embed_relief() -> bytes:
    """The index of the relief with the coarse pictures themselves in place of their names."""
    images = json.loads((SHAPES / RELIEF).read_text(encoding="utf-8"))
    kept = {}
    for name in COARSE:
        image = {key: value for key, value in images[name].items() if key != "until"}
        content = base64.b64encode((SHAPES / image["file"]).read_bytes()).decode()
        kept[name] = {**image, "file": f"data:image/avif;base64,{content}"}
    return write_json(kept)

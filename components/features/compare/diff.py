"""The list of what differs and the one legend, shown under the two maps."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.core.alt_text import describe_comparison_in_words
from components.core.i18n import current_locale, record_locale
from components.core.palette.payload import STANCES, build_page_palette
from components.core.view_day import find_moment
from components.core.view_state import View
from components.server.custom_component import mount_module
from components.server.export_endpoints import offer_files
from data.differences import find_differences
from data.load import read_record
from data.localize import pick


def describe_pair(first: View, second: View, today: date) -> dict[str, Any]:
    """What differs between two views, and the scale and palette to say it with."""
    record = read_record()
    found = find_differences(
        record,
        find_moment(record, first, today),
        find_moment(record, second, today),
        record_locale(),
    )
    words = describe_comparison_in_words(first, second, current_locale(), today=today)
    for head, view in zip(found["heads"], (first, second), strict=True):
        # A date is named where a year is not: the state of its last day stands for all of it. Of an
        # event it is the day by whose end its stances were known.
        head["date"] = view.date.isoformat() if view.date else None
    return {**found, **describe_legend(), "words": words}


def describe_legend() -> dict[str, Any]:
    """The scale and the palette of the legend of both maps and of the list."""
    scale = [
        {"code": row["code"], "label": pick(row, "label", record_locale())}
        for row in read_record().rows("scale")
    ]
    return {"scale": scale, "palette": build_page_palette(*STANCES, "membership")}


def show_differences(content: dict[str, Any]) -> None:
    """Show legend and list; `content` is what `describe_pair` gives."""
    data = {"content": content, "share": offer_files()}
    mount_module(
        "atlas_differences",
        "compare/differences.js",
        "differences",
        data,
        css="compare/compare.css",
    )

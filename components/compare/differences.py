"""The list of what differs and the one legend, shown under the two maps."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.description import describe_comparison_in_words
from components.language import current_language, record_language
from components.mount import mount_module
from components.palette import THEMES, read_membership_styles
from components.palette.stances import read_stance_paint
from components.share.offer import offer_files
from components.view import View
from data.differences import Moment, find_differences
from data.language import pick
from data.read import read_record
from data.timeline import day_of


def find_moment(view: View, today: date) -> Moment:
    """The day a view stands for, with its event if it has one."""
    if view.event is None:
        return Moment(day_of(view.year, today))
    return Moment(read_record().row("events", view.event)["date_start"], view.event, view.toward)


def describe_pair(first: View, second: View, today: date) -> dict[str, Any]:
    """What differs between two views, and the scale and styles to say it with."""
    record = read_record()
    found = find_differences(
        record, find_moment(first, today), find_moment(second, today), record_language()
    )
    light, dark = (read_membership_styles(theme) for theme in THEMES)
    styles = {
        key: {
            "fill": [style.fill, dark[key].fill],
            "line": [style.line, dark[key].line],
            "width": style.line_width,
            "dash": style.dash,
            "label": style.label,
        }
        for key, style in light.items()
    }
    words = describe_comparison_in_words(first, second, current_language(), today=today)
    scale = [
        {"code": row["code"], "label": pick(row, "label", record_language())}
        for row in record.rows("scale")
    ]
    return {
        **found,
        "styles": styles,
        "scale": scale,
        "colours": read_stance_paint(),
        "words": words,
    }


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

"""The texts of every view that has no other state: what the map reads out, one file a language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from components.core.alt_text.api import describe_view_in_words
from components.core.alt_text.date_state import describe_stretches
from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.view_state import View
from data.record import Record
from data.stances import list_references


def build_descriptions(record: Record, first_year: int, today: date) -> dict[str, bytes]:
    """`words-<language>.json`: text by year, by day, and by event and reference party; UTF-8."""
    return {
        f"words-{language}.json": json.dumps(
            describe_all(record, first_year, today, language),
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode("utf-8", "replace")
        for language in LANGUAGES
    }


def describe_all(
    record: Record, first_year: int, today: date, language: str
) -> dict[str, Mapping[str, object]]:
    """Texts of one language: `years` by year, `events` by event and then by reference party.

    `days` are those of `describe_stretches`.
    """

    def say(view: View) -> str:
        return describe_view_in_words(view, language, record=record, today=today)

    with locale_context(language):
        days = describe_stretches(record, date(first_year, 1, 1))
    return {
        "years": {str(year): say(View(year)) for year in range(first_year, today.year + 1)},
        "days": days,
        "events": {
            row["id"]: {
                toward: say(View(row["date_start"].year, row["id"], toward))
                for toward in list_references(record, row["id"])
            }
            for row in record.rows("events")
        },
    }

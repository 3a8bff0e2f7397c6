"""The section on versions of the record: how much each changed, and every stance that did."""

from __future__ import annotations

from components.core.alt_text.date_format import format_day
from components.core.article import Section, Table
from components.core.cited_version import name_party, name_reading
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.number_format import format_number
from components.features.sources.content import make_section, read_texts
from data.changelog import Edition, read_editions
from data.localize import pick
from data.record import Record

ANCHOR = "changes"
# The tables whose rows a reader of the map meets.
COUNTED = ("events", "claims", "sources")


def describe_changes(record: Record) -> Section:
    """Every version with its counts, the latest first; below it the stances that it changed."""
    columns = {
        "version": _("Version"),
        "event": _("Event"),
        "actor": _("Actor"),
        "toward": _("Toward"),
        "old": _("Was"),
        "new": _("Is since"),
    }
    editions = read_editions()
    rows = [row for edition in editions for row in _list_stances(record, edition)]
    text = read_texts()[ANCHOR]["version"]
    counts = [
        text.format(
            version=edition.number,
            day=format_day(edition.day),
            **{
                f"{table}_{kind}": format_number(getattr(edition.rows[table], kind))
                for table in COUNTED
                for kind in ("added", "changed", "withdrawn")
            },
        )
        for edition in editions
        if set(COUNTED) <= set(edition.rows)
    ]
    section = make_section(ANCHOR, Table(columns, rows))
    return Section(section.title, [*section.paragraphs, *counts], section.table, ANCHOR)


def _list_stances(record: Record, edition: Edition) -> list[dict[str, str]]:
    titles = {row["id"]: pick(row, "title", record_locale()) for row in record.rows("events")}
    return [
        {
            "version": edition.number,
            "event": titles.get(change.event, change.event),
            "actor": name_party(record, change.actor),
            "toward": name_party(record, change.toward),
            "old": name_reading(record, change.event, change.old),
            "new": name_reading(record, change.event, change.new),
        }
        for change in edition.stances
    ]

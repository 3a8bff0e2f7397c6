"""The version of the record in a link that is cited, and what has changed since.

A link made for a citation, to be shared or for a file has ``v=`` with the version of the record
that it was made from. It chooses nothing: what is shown is always the record as it is. A page
opened with an older one says so; one that never was is named and ignored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from components.core.i18n import gettext as _
from components.core.i18n import ngettext, record_locale
from components.core.view_state import SECOND, shorten
from data.changelog import (
    StanceChange,
    count_added,
    join_changes,
    list_since,
    read_editions,
)
from data.cite import label_codes, name_actor
from data.downloads import read_descriptor
from data.load import read_record
from data.record import Record

VERSION = "v"
CONTESTED = ", contested"
# How many stances the line names, as it is one; the page that it leads to has all.
MOST_NAMED = 1


@dataclass(frozen=True)
class VersionNote:
    """One line about the version that a link cites.

    ``more`` names the link to all changes, none where it is empty; ``close`` the button.
    """

    text: str
    close: str
    more: str = ""


@cache
def read_version() -> str:
    """The version of the record, as its package declares it."""
    return str(read_descriptor()["version"])


def add_version(query: str) -> str:
    """The query of a link that is cited, with the version of the record."""
    return "&".join(filter(None, (query, f"{VERSION}={read_version()}")))


def describe_cited_version(parameters: Mapping[str, str]) -> VersionNote | None:
    """What a page opened by a link says of the version that it cites; None when it is this one.

    ``parameters`` are those of the link: its events are those that the line is of.
    """
    given = parameters.get(VERSION)
    if given is None or given == read_version():
        return None
    editions = read_editions()
    if given not in {each.number for each in editions}:
        why = _("the record has no such version")
        text = _("{given} was ignored: {why}", given=f"{VERSION}={shorten(given)}", why=why)
        return VersionNote(text, _("Close"))
    since = list_since(editions, given)
    record = read_record()
    known = {row["id"] for row in record.rows("events")}
    asked = dict.fromkeys(parameters.get(name, "") for name in ("event", f"{SECOND}event"))
    events = [event for event in asked if event in known]
    changes = join_changes(since)
    if not events:
        said = _describe_all(len(changes), count_added(since, "events"))
    else:
        here = [change for change in changes if change.event in events]
        said = _describe_events(record, events, here)
    before = _(
        "This link cites version {old} of the record, now {new}.", old=given, new=read_version()
    )
    return VersionNote(f"{before} {said}", _("Close"), _("What changed"))


def name_reading(record: Record, event: str, reading: str) -> str:
    """A stance as the changelog has it, ``NEU, contested``, in words; none: a dash."""
    if not reading:
        return "–"
    code = reading.removesuffix(CONTESTED)
    in_record = event if event in {row["id"] for row in record.rows("events")} else None
    label = label_codes(record, record_locale(), in_record).get(code, code)
    return _("{stance} (contested)", stance=label) if reading.endswith(CONTESTED) else label


def name_party(record: Record, actor: str) -> str:
    """A state or organisation by its name; one that the record has no longer by its id."""
    try:
        return str(name_actor(record, actor, record_locale())["name"])
    except KeyError:
        return actor


def _describe_all(stances: int, events: int) -> str:
    changed = ngettext(
        "Since then {count} stance has changed", "Since then {count} stances have changed", stances
    )
    added = ngettext("{count} event was added", "{count} events were added", events)
    return f"{changed}; {added}."


def _describe_events(record: Record, events: Sequence[str], changes: Sequence[StanceChange]) -> str:
    one = len(events) == 1
    if not changes:
        return (
            _("The change log names no stance of this event since then.")
            if one
            else _("The change log names no stance of these events since then.")
        )
    named = [_describe_change(record, change) for change in changes[:MOST_NAMED]]
    left = len(changes) - len(named)
    if left:
        named.append(ngettext("{count} more", "{count} more", left))
    text = "; ".join(named)
    if one:
        return _("Since then, at this event: {changes}.", changes=text)
    return _("Since then, at these events: {changes}.", changes=text)


def _describe_change(record: Record, change: StanceChange) -> str:
    who = {"actor": name_party(record, change.actor), "toward": name_party(record, change.toward)}
    if not change.new:
        return _("{actor} toward {toward}: no longer in the record", **who)
    return _(
        "{actor} toward {toward}: {old} → {new}",
        old=name_reading(record, change.event, change.old),
        new=name_reading(record, change.event, change.new),
        **who,
    )

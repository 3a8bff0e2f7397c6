"""An event in sentences: who stood where toward one of its reference parties."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from components.core.alt_text.code_labels import stance_label
from components.core.alt_text.date_format import format_days, format_known, join_names
from components.core.alt_text.reading_labels import format_mode
from components.core.i18n import gettext as _
from components.core.i18n import ngettext, record_locale
from data.cite import label_codes
from data.localize import pick
from data.modes import select_reading
from data.record import Record
from data.request_description import find_finding
from data.resolve import Stance
from data.stance_cells import UN_VOTE
from data.stances import read_ordinals, resolve_event
from data.zones import zone_status_on

SETTLED = "settled"


def name_of(record: Record, actor: str) -> str:
    """The name of a country or organisation in the language spoken now, else its id."""
    for table in ("countries", "organisations"):
        with suppress(KeyError):
            return pick(record.row(table, actor), "name", record_locale())
    return actor


def name_all(record: Record, actors: list[str]) -> tuple[str, int]:
    """Names in alphabetical order as a phrase, and how many."""
    return join_names(sorted(name_of(record, actor) for actor in actors)), len(actors)


def label_of(record: Record, code: str, event_id: str | None = None) -> str:
    """The label of a code of the scale, at a vote as it is said of votes."""
    return label_codes(record, record_locale(), event_id)[code]


def format_event(
    record: Record,
    event_id: str,
    toward: str,
    mode: str | None = None,
    until: date | None = None,
) -> list[str]:
    """The event, then who stood where, by all claims or by those of one kind of answer.

    With `until` by the claims known by the end of that day.

    KeyError for an unknown event or `mode`, ValueError for `toward`.
    """
    record = select_reading(record, mode)
    row = record.row("events", event_id)
    stances = resolve_event(record, event_id, toward, until)
    days = format_days(row["date_start"], row["date_end"])
    return [
        _(
            "{event}, {days}: stances toward {party}.",
            event=pick(row, "title", record_locale()),
            days=f"{days}, {format_known(until)}" if until else days,
            party=name_of(record, toward),
        ),
        *format_mode(stances, mode, name_of(record, toward)),
        *_format_stances(record, event_id, {a: s for a, s in stances.items() if a != toward}),
    ]


def _format_stances(record: Record, event_id: str, stances: Mapping[str, Stance]) -> list[str]:
    countries = {row["id"] for row in record.rows("countries")}
    is_vote = record.row("events", event_id)["kind"] == UN_VOTE
    said = []
    for code in read_ordinals(record):
        alike = [a for a, s in stances.items() if s.code == code and a in countries]
        if alike:
            said.append(stance_label(code, name_all(record, alike), is_vote=is_vote))
    contested = sorted(actor for actor, stance in stances.items() if stance.contested)
    for actor in contested:
        labels = [label_of(record, code, event_id) for code in stances[actor].readings]
        readings = "; ".join(labels)
        name = name_of(record, actor)
        said.append(_("Sources disagree on {actor}: {readings}.", actor=name, readings=readings))
    for actor in sorted(actor for actor, stance in stances.items() if stance.turns):
        turns = "; ".join(
            _(
                "{day}: {stance}",
                day=format_days(turn.day, turn.day),
                stance=label_of(record, turn.code, event_id),
            )
            for turn in stances[actor].turns
        )
        name = name_of(record, actor)
        said.append(_("{actor} changed in the course of it: {turns}.", actor=name, turns=turns))
    weak = [actor for actor, stance in stances.items() if stance.weakness and actor in countries]
    if weak:
        said.append(_("Weak evidence: {countries}.", countries=name_all(record, weak)[0]))
    organisations = [
        _("{actor} ({stance})", actor=name_of(record, a), stance=label_of(record, s.code, event_id))
        for a, s in stances.items()
        if a not in countries
    ]
    if organisations:
        names = "; ".join(organisations)
        said.append(
            ngettext(
                "Organization: {organisations}.",
                "Organizations: {organisations}.",
                len(organisations),
                organisations=names,
            )
        )
    return said


def format_event_zones(record: Record, event_id: str) -> list[str]:
    """The zone of the event, and how many others were disputed then."""
    row = record.row("events", event_id)
    then = zone_status_on(record, row["date_start"])
    own = then.get(row["zone_id"])
    districts = {zone["id"] for zone in record.rows("zones") if zone["kind"] == "district"}
    others = [
        zone
        for zone, status in then.items()
        if status["status"] != SETTLED and zone != row["zone_id"] and zone not in districts
    ]
    said = []
    if own:
        zone = record.row("zones", row["zone_id"])
        said.append(
            _(
                "Zone concerned: {zone} ({status}).",
                zone=pick(zone, "name", record_locale()),
                status=pick(own, "label", record_locale()),
            )
        )
    if others:
        said.append(
            ngettext(
                "{count} other zone was disputed at the time.",
                "{count} other zones were disputed at the time.",
                len(others),
            )
            if own
            else ngettext(
                "{count} zone was disputed at the time.",
                "{count} zones were disputed at the time.",
                len(others),
            )
        )
    return said


def format_dossier(record: Record, event_id: str) -> list[str]:
    """The finding of a request, what happened, what was asked, what came of it, and its sources."""
    row = record.row("events", event_id)
    language = record_locale()
    said = [find_finding(record, event_id, language), pick(row, "summary", language)]
    if pick(row, "asked", language):
        said.append(_("Request: {text}", text=pick(row, "asked", language)))
    if pick(row, "answer", language):
        said.append(_("Outcome: {text}", text=pick(row, "answer", language)))
    claims = [claim for claim in record.rows("claims") if claim["event_id"] == event_id]
    sources = {claim["source_id"] for claim in claims}
    if claims:
        said.append(
            ngettext(
                "Based on {count} claim ({sources}).",
                "Based on {count} claims ({sources}).",
                len(claims),
                sources=ngettext("{count} source", "{count} sources", len(sources)),
            )
        )
    return [text for text in said if text]

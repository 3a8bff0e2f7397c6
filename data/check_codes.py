"""Rules for the codes by which the record is joined to other data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from data.errors import Problem
from data.schema import Row, Tables

FORMS = {
    "iso_alpha2": "[A-Z]{2}",
    "iso_alpha3": "[A-Z]{3}",
    "iso_numeric": "[0-9]{3}",
    "un_m49": "[0-9]{3}",
    "cow_number": "[1-9][0-9]{1,2}",
    "cow_abbreviation": "[A-Z]{3}",
    "gw_number": "[1-9][0-9]{1,2}",
    "ucdp_gwno": "[1-9][0-9]{1,2}",
    "wikidata": "Q[1-9][0-9]*",
}
DYADIC = "ucdp_dyadic"


def check_codes(tables: Tables) -> Iterator[Problem]:
    """Codes have the form of their scheme; one is in use for an actor, and one actor for a code."""
    used: dict[tuple[str, str], str] = {}
    current: set[tuple[str, str]] = set()
    for row in tables["country_codes"]:
        actor, scheme, code = row["actor"], row["scheme"], row["code"]
        start, end = row["valid_from"], row["valid_to"]
        if scheme in FORMS and code and not re.fullmatch(FORMS[scheme], code):
            yield _problem("country_codes", row, "code", f"no code of {scheme}")
        if start and end and end < start:
            yield _problem("country_codes", row, "valid_to", f"before valid_from {start}")
        if end:
            continue
        if (actor, scheme) in current:
            rule = f"{actor} has another of {scheme} in use"
            yield _problem("country_codes", row, "valid_to", rule)
        current.add((actor, scheme))
        holder = used.setdefault((scheme, code), actor)
        if holder != actor:
            yield _problem("country_codes", row, "code", f"in use for {holder}")
        if scheme == "iso_alpha3" and code != actor:
            yield _problem("country_codes", row, "code", f"not the id {actor}")
    for country in tables["countries"]:
        if country["id"] and (country["id"], "iso_alpha3") not in current:
            yield _problem("countries", country, "id", "no iso_alpha3 in the country_codes")


def check_conflicts(tables: Tables) -> Iterator[Problem]:
    """Dyads are of the dyadic data set only, and years are those of the event."""
    events = {row["id"]: row for row in tables["events"]}
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for row in tables["conflict_codes"]:
        if (row["dataset"] == DYADIC) != (row["dyad_id"] is not None):
            rule = f"a dyad goes with {DYADIC}, and with no other data set"
            yield _problem("conflict_codes", row, "dyad_id", rule)
        key = (row["event_id"], row["dataset"], row["conflict_id"], row["dyad_id"])
        seen[key] += 1
        if seen[key] > 1:
            yield _problem("conflict_codes", row, "id", "says again what a row above says")
        event = events.get(row["event_id"])
        if event and row["years"] and not _lies_within(row["years"], event):
            yield _problem("conflict_codes", row, "years", "not years of the event")


def _lies_within(years: str, event: Row) -> bool:
    first, _, last = years.partition("-")
    start, end = event["date_start"], event["date_end"]
    if not start:
        return True
    known = start.year <= int(first) <= int(last or first)
    return known and (end is None or int(last or first) <= end.year)


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    value = row[column]
    return Problem(f"{name}.csv", row["line"], column, "" if value is None else str(value), rule)

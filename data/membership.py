"""Who belonged to what on a day: the Treaty (CST), the Organization (CSTO), its Assembly (CSTO-PA).

All functions are pure and walk the few rows of ``memberships`` once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from data.record import Record
from data.schema import Row

TREATY, ORGANIZATION, ASSEMBLY = "CST", "CSTO", "CSTO-PA"

# A member that froze its part by its own word, or whose suspension the Council had not yet
# granted, was still bound and still counted by the others.
BELONGS = {
    TREATY: {"signatory", "in_force"},
    ORGANIZATION: {"member", "frozen", "suspended"},
}

# What a country is drawn as, first that applies: (bloc, status) -> key. While the Charter was
# signed but not in force, all its signatories were Treaty states, so the newer fact is drawn.
DRAWN = {
    (ORGANIZATION, "member"): "csto_member",
    (ORGANIZATION, "frozen"): "csto_frozen",
    (ORGANIZATION, "suspended"): "csto_suspended",
    (ORGANIZATION, "signatory"): "csto_signatory",
    (TREATY, "in_force"): "cst_in_force",
    (TREATY, "signatory"): "cst_signatory",
}
FORMER = "former"
OBSERVER = "assembly_observer"
MAP_STATUSES = (*DRAWN.values(), FORMER, OBSERVER)


@dataclass(frozen=True)
class Change:
    """On ``day`` a country's status in a bloc turned from ``before`` to ``after`` (None: none)."""

    day: date
    country: str
    bloc: str
    before: str | None
    after: str | None
    basis: str
    source_id: str
    locator: str
    basis_ru: str = ""


def status_on(record: Record, country: str, day: date) -> dict[str, str]:
    """Status by bloc of one country on a day; blocs it had nothing to do with are absent."""
    rows = record.rows("memberships")
    return {r["bloc"]: r["status"] for r in rows if r["country"] == country and _holds(r, day)}


def members_on(record: Record, day: date) -> set[str]:
    """The alliance's roster on a day, as country ids.

    As long as no Charter is in force (until 2003-09-17) these are the Treaty states: signatories
    and, from 1994-04-20, those for which it is in force. From then on they are the members of the
    Organization, with Armenia that froze its part by its own word and Uzbekistan in the months
    between its note of suspension and the Council's consent. Signing the Charter alone, or
    observing the Assembly, makes no member.
    """
    return list_members(record.rows("memberships"), day)


def list_members(memberships: Iterable[Row], day: date) -> set[str]:
    """The roster of `members_on`, from the rows of ``memberships`` alone."""
    roster: dict[str, set[str]] = {TREATY: set(), ORGANIZATION: set()}
    for row in memberships:
        if row["status"] in BELONGS.get(row["bloc"], ()) and _holds(row, day):
            roster[row["bloc"]].add(row["country"])
    return roster[ORGANIZATION] or roster[TREATY]


def alliance_states(record: Record) -> set[str]:
    """Countries that ever were in the Treaty or the Organization, as country ids."""
    return {r["country"] for r in record.rows("memberships") if r["bloc"] != ASSEMBLY}


def map_status_on(record: Record, day: date) -> dict[str, str]:
    """One key of MAP_STATUSES for each country that is drawn as something on a day.

    ``former`` is a country that was in the Treaty or the Organization and is in neither now; a
    country whose observing of the Assembly ended is drawn as nothing.
    """
    held: dict[str, set[tuple[str, str]]] = defaultdict(set)
    left: set[str] = set()
    for row in record.rows("memberships"):
        if row["date_start"] > day:
            continue
        if row["bloc"] != ASSEMBLY:
            left.add(row["country"])
        if _holds(row, day):
            held[row["country"]].add((row["bloc"], row["status"]))
    drawn: dict[str, str] = {}
    for country in sorted(left | held.keys()):
        keys = [key for status, key in DRAWN.items() if status in held[country]]
        if keys:
            drawn[country] = keys[0]
        elif country in left:
            drawn[country] = FORMER
        elif (ASSEMBLY, OBSERVER) in held[country]:
            drawn[country] = OBSERVER
    return drawn


def changes_in(record: Record, year: int) -> list[Change]:
    """Changes of membership in a year, by day, country and bloc."""
    intervals: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in record.rows("memberships"):
        intervals[row["country"], row["bloc"]].append(row)
    changes = []
    for rows in intervals.values():
        rows.sort(key=lambda row: row["date_start"])
        for at, row in enumerate(rows):
            before = rows[at - 1] if at else None
            after = rows[at + 1] if at + 1 < len(rows) else None
            joined = before is not None and _day_after(before) == row["date_start"]
            was = before["status"] if before is not None and joined else None
            changes.append(_make_change(row, row["date_start"], was, row["status"]))
            end = _day_after(row)
            if end is None or (after is not None and after["date_start"] == end):
                continue
            changes.append(_make_change(row, end, row["status"], None))
    found = [change for change in changes if change.day.year == year]
    return sorted(found, key=lambda change: (change.day, change.country, change.bloc))


def _holds(row: Row, day: date) -> bool:
    end = row["date_end"]
    return bool(row["date_start"] <= day and (end is None or day <= end))


def _day_after(row: Row) -> date | None:
    return row["date_end"] + timedelta(days=1) if row["date_end"] else None


def _make_change(row: Row, day: date, before: str | None, after: str | None) -> Change:
    basis, basis_ru = (row["basis"], row.get("basis_ru", "")) if after else ("", "")
    source = (row["source_id"], row["locator"])
    return Change(day, row["country"], row["bloc"], before, after, basis, *source, basis_ru)

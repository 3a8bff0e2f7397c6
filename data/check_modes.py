"""Rules on modes: what kind of answer a claim is decides which codes it can have."""

from __future__ import annotations

from collections.abc import Iterator

from data.errors import Problem
from data.modes import VOTE, read_reaches
from data.schema import Row, Tables

NOT_MEMBER = "NOM"


def check_reaches(tables: Tables) -> Iterator[Problem]:
    """A mode reaches codes of the scale that can be claimed, each named once."""
    known = {row["code"] for row in tables["scale"]} - {NOT_MEMBER}
    for row in tables["modes"]:
        codes = row["reach"].split()
        for code in sorted(set(codes)):
            if code not in known:
                yield _problem("modes", row, "reach", f"{code} cannot be claimed")
            elif codes.count(code) > 1:
                yield _problem("modes", row, "reach", f"{code} twice")


def check_claim_modes(tables: Tables) -> Iterator[Problem]:
    """Words give no troops: a claim has a code that its mode can reach."""
    reaches = read_reaches(tables["modes"])
    for row in tables["claims"]:
        reach = reaches.get(row["mode"])
        # A mode that is not in the table is a problem of its own, and so is an empty cell.
        if reach and row["stance"] and row["stance"] not in reach:
            rule = f"out of reach of a {row['mode']}: {', '.join(reach)}"
            yield _problem("claims", row, "stance", rule)


def check_vote_modes(tables: Tables) -> Iterator[Problem]:
    """A claim is a vote exactly where the event has a roll call that is read as stances."""
    layered = {row["event_id"] for row in tables["vote_layers"]}
    for row in tables["claims"]:
        voted = row["event_id"] in layered
        if not row["mode"] or voted == (row["mode"] == VOTE):
            continue
        rule = "not vote at an event that is one" if voted else "no vote_layers at this event"
        yield _problem("claims", row, "mode", rule)


def check_drills(tables: Tables) -> Iterator[Problem]:
    """A drill is no help that arrived: at an event that is one, nothing is material support."""
    drills = {row["id"] for row in tables["events"] if row["kind"] == "drill"}
    for row in tables["claims"]:
        if row["event_id"] in drills and row["stance"] == "MAT":
            yield _problem("claims", row, "stance", "a drill is not material support")


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    return Problem(f"{name}.csv", row["line"], column, str(row[column]), rule)

"""The rule from votes to claims, held: every vote that says something is coded, and coded so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from data.errors import Problem
from data.schema import Row, Tables
from data.votes import expect_stances


def check_layers(tables: Tables) -> Iterator[Problem]:
    """Every resolution voted on is read at an event of its day, and every layer has its votes."""
    days: dict[str, date] = {row["resolution"]: row["date"] for row in tables["votes"]}
    events = {row["id"]: row for row in tables["events"]}
    read = {row["resolution"] for row in tables["vote_layers"]}
    for row in tables["votes"]:
        if row["resolution"] and row["resolution"] not in read:
            yield _problem("votes", row, "resolution", "not in the vote_layers")
    for row in tables["vote_layers"]:
        day = days.get(row["resolution"])
        event = events.get(row["event_id"])
        if day is None:
            yield _problem("vote_layers", row, "resolution", "no row in votes")
        elif event is not None and event["date_start"] != day:
            yield _problem("vote_layers", row, "event_id", f"the vote was on {day}")


def check_vote_claims(tables: Tables) -> Iterator[Problem]:
    """Each vote has the one claim that the rule gives, and a vote event has no other claim."""
    claims: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    layered = {row["event_id"] for row in tables["vote_layers"]}
    for row in tables["claims"]:
        if row["event_id"] in layered:
            claims[row["event_id"], row["actor"], row["toward"]].append(row)
    for expected in expect_stances(tables):
        vote = expected.vote
        found = claims.pop((expected.event_id, vote["country"], expected.toward), [])
        if expected.stance is None:
            for claim in found:
                yield _problem("claims", claim, "stance", "the vote is unknown")
            continue
        if len(found) != 1:
            rule = f"{len(found)} claims at {expected.event_id} toward {expected.toward}, not 1"
            yield _problem("votes", vote, "country", rule)
        for claim in found:
            if claim["stance"] != expected.stance:
                rule = f"a vote {vote['vote']} is {expected.stance} here"
                yield _problem("claims", claim, "stance", rule)
            for column in ("date", "source_id"):
                if claim[column] != vote[column]:
                    rule = f"not that of the vote, {vote[column]}"
                    yield _problem("claims", claim, column, rule)
    for rows in claims.values():
        for claim in rows:
            yield _problem("claims", claim, "actor", "no vote behind it")


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    return Problem(f"{name}.csv", row["line"], column, str(row[column]), rule)

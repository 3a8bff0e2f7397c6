"""Rules that lead a reader from a row to the place it rests on: addresses, locators, roll calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from data.errors import Problem
from data.schema import Row, Tables

# Locators that name no place: the whole text is not where a sentence stands.
NO_PLACE = ("", "text")


def check_addresses(tables: Tables) -> Iterator[Problem]:
    """Every source has an address or a reference, or is listed as not traced."""
    listed = _list_untraced(tables, "sources")
    for row in _find_unaddressed(tables):
        if row["id"] not in listed:
            yield _problem("sources", row, "url", "no address and no row in source_references")


def check_claim_locators(tables: Tables) -> Iterator[Problem]:
    """Every claim names the place in its source, or is listed as not traced."""
    listed = _list_untraced(tables, "claims")
    for row in _find_unlocated(tables):
        if row["id"] not in listed:
            yield _problem("claims", row, "locator", "no place in the source")


def check_resolutions(tables: Tables) -> Iterator[Problem]:
    """Every resolution voted on has its symbols, and a record of the vote, or is listed."""
    rows = {row["resolution"]: row for row in tables["resolutions"]}
    counted: Counter[tuple[object, object]] = Counter()
    missing: set[str] = set()
    for vote in tables["votes"]:
        resolution = vote["resolution"]
        counted[resolution, vote["vote"]] += 1
        if resolution and resolution not in rows and resolution not in missing:
            missing.add(resolution)
            yield _problem("votes", vote, "resolution", "not in the resolutions")
    voted = {resolution for resolution, _ in counted}
    listed = _list_untraced(tables, "resolutions")
    for row in tables["resolutions"]:
        name = row["resolution"]
        if name not in voted:
            yield _problem("resolutions", row, "resolution", "no row in votes")
        for way, column in (
            ("for", "votes_for"),
            ("against", "votes_against"),
            ("abstained", "votes_abstained"),
        ):
            if row[column] is not None and row[column] < counted[name, way]:
                rule = f"{counted[name, way]} rows in votes say so"
                yield _problem("resolutions", row, column, rule)
        if name.startswith("A/") and name not in (row["symbol"], row["draft"]):
            yield _problem("resolutions", row, "symbol", "not that of votes")
        symbol = row["symbol"] or row["draft"]
        address = f"https://undocs.org/{symbol}" if symbol else ""
        if row["document"] != address:
            yield _problem("resolutions", row, "document", f"not {address or 'empty'}")
        if name not in listed and not _is_traced(row):
            yield _problem("resolutions", row, "meeting", "neither its record nor its roll call")


def check_untraced(tables: Tables) -> Iterator[Problem]:
    """What is listed as not traced is there and still lacks its place."""
    wanting = {
        "sources": {row["id"] for row in _find_unaddressed(tables)},
        "claims": {row["id"] for row in _find_unlocated(tables)},
        "resolutions": {row["resolution"] for row in tables["resolutions"] if not _is_traced(row)},
    }
    for row in tables["untraced"]:
        if row["row"] not in wanting.get(row["table"], ()):
            yield _problem("untraced", row, "row", f"nothing is wanting in the {row['table']}")


def _find_unaddressed(tables: Tables) -> Iterator[Row]:
    referred = {row["source_id"] for row in tables["source_references"]}
    for row in tables["sources"]:
        if not row["url"] and row["id"] not in referred:
            yield row


def _find_unlocated(tables: Tables) -> Iterator[Row]:
    return (row for row in tables["claims"] if row["locator"] in NO_PLACE)


def _is_traced(row: Row) -> bool:
    return bool((row["symbol"] or row["draft"]) and (row["meeting"] or row["roll_call"]))


def _list_untraced(tables: Tables, name: str) -> set[str]:
    return {row["row"] for row in tables["untraced"] if row["table"] == name}


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    return Problem(f"{name}.csv", row["line"], column, str(row[column]), rule)

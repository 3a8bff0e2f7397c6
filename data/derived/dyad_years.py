"""Directed dyad-years: how one member stood to another's causes in each year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import permutations

from data.derived.rows import Cells, close_year, list_years, summarise_stances
from data.membership import changes_in, members_on
from data.record import Record
from data.review import REVIEWED
from data.stance_cells import list_cells, list_layers
from data.stances import read_ordinals

CAST = {"for", "against", "abstained"}


def build_dyad_years(record: Record) -> list[Cells]:
    """One row for each ordered pair of states that were both in the alliance on a day of the year.

    ``known`` and the rest count the stances of ``actor`` toward ``toward``; the votes are those of
    both in the General Assembly, the same in both directions.
    """
    ordinals = read_ordinals(record)
    stances: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    contested: dict[tuple[str, str, int], int] = defaultdict(int)
    layers = {(layer.event_id, layer.toward): layer for layer in list_layers(record)}
    for cell in list_cells(record):
        key = (cell.actor, cell.toward, cell.day.year)
        stances[key].append(cell.code)
        stance = layers[cell.event_id, cell.toward].stances[cell.actor]
        contested[key] += stance.contested
    ballots = _read_ballots(record)
    rows: list[Cells] = []
    for year in list_years(REVIEWED):
        last = members_on(record, close_year(year, REVIEWED))
        for actor, toward in sorted(_list_pairs(record, year)):
            key = (actor, toward, year)
            both = [ballot for ballot in ballots[year] if {actor, toward} <= ballot.keys()]
            rows.append(
                {
                    "actor": actor,
                    "toward": toward,
                    "year": year,
                    "both_members_at_end": int({actor, toward} <= last),
                    **summarise_stances(stances[key], ordinals),
                    "contested": contested[key],
                    "votes_both": len(both),
                    "votes_same": sum(ballot[actor] == ballot[toward] for ballot in both),
                }
            )
    return rows


def _list_pairs(record: Record, year: int) -> set[tuple[str, str]]:
    """Ordered pairs of states that were in the alliance on the same day of a year."""
    last = close_year(year, REVIEWED)
    days = {date(year, 1, 1), last} | {change.day for change in changes_in(record, year)}
    pairs: set[tuple[str, str]] = set()
    for day in days:
        if day <= last:
            pairs |= set(permutations(members_on(record, day), 2))
    return pairs


def _read_ballots(record: Record) -> dict[int, list[dict[str, str]]]:
    """For each year the votes cast on each resolution, by country; no vote cast is no ballot."""
    by_resolution: dict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    for row in record.rows("votes"):
        if row["vote"] in CAST:
            by_resolution[row["date"].year, row["resolution"]][row["country"]] = row["vote"]
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    for (year, _), ballot in by_resolution.items():
        found[year].append(ballot)
    return found

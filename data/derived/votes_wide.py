"""Votes wide: one row a resolution, one column a member."""

from __future__ import annotations

from data.derived.rows import Cells
from data.record import Record

PREFIX = "vote_"


def list_voters(record: Record) -> list[str]:
    """The states whose votes the record has, as the columns go."""
    return sorted({row["country"] for row in record.rows("votes")})


def build_votes_wide(record: Record) -> list[Cells]:
    """Resolutions by day and name, with the vote of each state and the totals where they are known.

    A state whose vote on a resolution the record has not got has an empty cell.
    """
    voters = list_voters(record)
    totals = {row["resolution"]: row for row in record.rows("resolutions")}
    rows: dict[str, Cells] = {}
    for vote in record.rows("votes"):
        resolution = vote["resolution"]
        if resolution not in rows:
            total = totals[resolution]
            rows[resolution] = {
                "resolution": resolution,
                "date": vote["date"],
                "year": vote["date"].year,
                "title": vote["title"],
                "votes_for": total["votes_for"],
                "votes_against": total["votes_against"],
                "votes_abstained": total["votes_abstained"],
                **{f"{PREFIX}{voter}": "" for voter in voters},
            }
        rows[resolution][f"{PREFIX}{vote['country']}"] = vote["vote"]
    return sorted(rows.values(), key=lambda row: (row["date"], row["resolution"]))

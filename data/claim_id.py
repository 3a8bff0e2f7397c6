"""Ids of claims: most are made of event, actor, reference party and a number."""

from __future__ import annotations

from data.schema import Row


def number_claim(row: Row) -> int | str:
    """The number at the end of an id that is made so, else the whole id.

    `claimId` of `components/frontend/src/search/entries.ts` puts it together again.
    """
    stem = f"{row['event_id']}-{row['actor']}-{row['toward']}-".lower()
    number = row["id"].removeprefix(stem)
    return int(number) if number.isdecimal() and str(int(number)) == number else str(row["id"])

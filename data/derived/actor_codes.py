"""Codes wide: one row a state or organisation, with the code of each scheme in use."""

from __future__ import annotations

from data.derived.rows import Cells
from data.record import Record

SCHEMES = (
    *("iso_alpha2", "iso_alpha3", "iso_numeric", "un_m49", "cow_number", "cow_abbreviation"),
    *("gw_number", "ucdp_gwno", "wikidata"),
)


def build_actor_codes(record: Record) -> list[Cells]:
    """Every country and organisation of the record; an empty cell where no code was read."""
    used = {
        (row["actor"], row["scheme"]): row["code"]
        for row in record.rows("country_codes")
        if row["valid_to"] is None
    }
    return [
        {
            "actor": row["id"],
            "name_en": row["name_en"],
            "name_ru": row["name_ru"],
            "is_state": int(table == "countries"),
            **{scheme: used.get((row["id"], scheme), "") for scheme in SCHEMES},
        }
        for table in ("countries", "organisations")
        for row in record.rows(table)
    ]

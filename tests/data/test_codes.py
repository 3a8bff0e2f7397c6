"""The codes by which the record is joined to other data."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from data.load import read_record
from data.schema import Row

ROWS = read_record().rows("country_codes")
COUNTRIES = {row["id"] for row in read_record().rows("countries")}


def find_codes(scheme: str) -> dict[str, str]:
    """The code in use of each actor in a scheme."""
    return {r["actor"]: r["code"] for r in ROWS if r["scheme"] == scheme and not r["valid_to"]}


@pytest.mark.parametrize(
    "scheme", ["iso_alpha2", "iso_alpha3", "iso_numeric", "un_m49", "wikidata"]
)
def test_every_country_has_it(scheme: str) -> None:
    assert set(find_codes(scheme)) >= COUNTRIES


def test_states_outside_a_system_have_no_number_of_it() -> None:
    assert COUNTRIES - set(find_codes("cow_number")) == {"PSE", "VAT"}
    assert COUNTRIES - set(find_codes("gw_number")) == {"PSE", "VAT"}


def test_the_united_nations_use_the_numbers_of_the_standard() -> None:
    assert find_codes("un_m49") == find_codes("iso_numeric")


def test_the_lists_of_states_differ_where_they_are_known_to() -> None:
    cow, gw, ucdp = (find_codes(name) for name in ("cow_number", "gw_number", "ucdp_gwno"))
    both = cow.keys() & gw.keys()
    assert {actor for actor in both if cow[actor] != gw[actor]} == {"DEU", "YEM", "SRB"}
    assert {actor for actor in ucdp if ucdp[actor] != gw[actor]} == {"SRB"}
    assert (cow["RUS"], gw["RUS"], ucdp["RUS"]) == ("365", "365", "365")


def test_numbers_that_follow_each_other_do_not_overlap() -> None:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in ROWS:
        if row["scheme"] in {"gw_number", "cow_number"}:
            found[row["actor"], row["scheme"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row["valid_from"])
        for before, after in pairwise(rows):
            assert before["valid_to"] < after["valid_from"]


def test_the_soviet_code_ended_in_1992() -> None:
    (row,) = (row for row in ROWS if row["code"] == "SUN")
    assert (row["actor"], str(row["valid_to"])) == ("RUS", "1992-08-30")


def test_conflicts_of_uppsala_are_those_the_events_cite() -> None:
    record = read_record()
    found = {(row["event_id"], row["conflict_id"]) for row in record.rows("conflict_codes")}
    cited = {
        (row["event_id"], int(row["locator"].removeprefix("conflict ")))
        for row in record.rows("event_sources")
        if row["source_id"] == "ucdp-prio"
    }
    assert cited <= found
    karabakh = {
        row["dyad_id"] for row in record.rows("conflict_codes") if row["conflict_id"] == 388
    }
    assert karabakh == {None, 833}

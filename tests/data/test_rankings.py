"""Who stood by whom: means over the scale only, every gap counted by its own name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.load import read_record
from data.query import describe_country
from data.rankings import (
    GAPS,
    RANKED_FROM,
    Reading,
    count_sides,
    list_readings,
    rank_standings,
    summarise,
)
from data.stances import read_ordinals
from tests.data.record_factory import SOUND, make_record

SCALE = {"MAT": 3, "DIP": 2, "TEP": 1, "NEU": 0, "LEAN": -1, "OPP": -2, "HOS": -3}
CODES = {**SCALE, "SIL": None, "PTY": None, "NOM": None, "ND": None}
STATES = ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"]


def make_reading(actor: str, code: str, toward: str = "ARM") -> Reading:
    return Reading("clash", date(2016, 4, 2), actor, toward, code, CODES[code], False, False, "", 1)


def test_readings_tell_claims_parties_members_and_others_apart() -> None:
    _, toward = list_readings(make_record(**SOUND), "ARM")
    assert {(r.event_id, r.actor): r.code for r in toward} == {
        ("clash", "RUS"): "NEU",
        ("clash", "AZE"): "PTY",
        ("plea", "KAZ"): "TEP",
        ("plea", "RUS"): "ND",
        ("plea", "AZE"): "NOM",
    }


def test_the_reference_party_is_no_actor_toward_itself() -> None:
    taken, toward = list_readings(make_record(**SOUND), "ARM")
    assert all(reading.actor != reading.toward for reading in [*taken, *toward])


def test_both_ways_are_the_same_readings() -> None:
    record = make_record(**SOUND)
    taken = [r for r in list_readings(record, "RUS")[0] if r.toward == "ARM"]
    assert taken
    assert taken == [r for r in list_readings(record, "ARM")[1] if r.actor == "RUS"]


def test_a_contested_reading_names_the_other_code() -> None:
    record = make_record(**{**SOUND, "adjudications": []})
    (clash,) = [r for r in list_readings(record, "RUS")[0] if r.event_id == "clash"]
    assert (clash.code, clash.contested, clash.other_code, clash.claims) == ("NEU", True, "LEAN", 2)


def test_summary_averages_the_scale_and_counts_the_gaps() -> None:
    codes = ["DIP", "LEAN", "SIL", "SIL", "PTY", "ND", "NOM"]
    standing = summarise("RUS", [make_reading("RUS", code) for code in codes], CODES)
    assert standing.mean == 0.5
    assert standing.readings == 2
    assert standing.codes == {**dict.fromkeys(SCALE, 0), "DIP": 1, "LEAN": 1}
    assert standing.gaps == {"SIL": 2, "PTY": 1, "ND": 1, "NOM": 1}


def test_without_a_reading_there_is_no_mean() -> None:
    standing = summarise("RUS", [make_reading("RUS", "ND"), make_reading("RUS", "SIL")], CODES)
    assert (standing.mean, standing.readings, standing.ranked) == (None, 0, False)


@given(
    placed=st.lists(st.sampled_from(list(SCALE)), min_size=1, max_size=8),
    gaps=st.lists(st.sampled_from(GAPS), max_size=8),
)
def test_gaps_never_move_a_mean(placed: list[str], gaps: list[str]) -> None:
    alone = summarise("RUS", [make_reading("RUS", code) for code in placed], CODES)
    mixed = summarise("RUS", [make_reading("RUS", code) for code in [*gaps, *placed]], CODES)
    assert (mixed.mean, mixed.readings, mixed.codes) == (alone.mean, alone.readings, alone.codes)
    assert sum(mixed.gaps.values()) == len(gaps)


def test_ranked_by_mean_then_number_then_id_and_the_few_after_them() -> None:
    readings = [make_reading("UZB", "MAT")]
    readings += [make_reading("TJK", "ND")]
    readings += [make_reading("BLR", code) for code in ("NEU", "LEAN")]
    readings += [make_reading("KGZ", "TEP") for _ in range(RANKED_FROM)]
    readings += [make_reading("RUS", "OPP") for _ in range(RANKED_FROM)]
    readings += [make_reading("KAZ", "TEP") for _ in range(RANKED_FROM + 1)]
    ranked = rank_standings(readings, "actor", CODES)
    assert [each.other for each in ranked] == ["KAZ", "KGZ", "RUS", "BLR", "UZB", "TJK"]
    assert [each.ranked for each in ranked] == [True] * 3 + [False] * 3
    assert rank_standings(reversed(readings), "actor", CODES) == ranked


def test_ranked_by_whom_the_state_stood_by() -> None:
    readings = [make_reading("ARM", "TEP", toward) for toward in ("RUS", "KGZ")]
    assert {each.other for each in rank_standings(readings, "toward", CODES)} == {"RUS", "KGZ"}


def test_sides_are_counted_and_gaps_kept_apart() -> None:
    readings = [make_reading("RUS", code) for code in CODES]
    counts = count_sides([*readings, replace(readings[0], actor="KAZ")])
    assert counts == {"support": 4, "neutral": 1, "against": 3, **dict.fromkeys(GAPS, 1)}


@pytest.mark.parametrize("country", STATES)
def test_real_readings_hold_all_that_sources_told(country: str) -> None:
    record = read_record()
    told = describe_country(record, country, "en")
    taken, toward = list_readings(record, country)
    for found, entries in ((taken, told["stances"]), (toward, told["toward"])):
        keys = {(r.event_id, r.actor, r.toward): r.code for r in found}
        assert len(keys) == len(found)
        for entry in entries:
            key = (entry["event"]["id"], entry["actor"]["id"], entry["toward"]["id"])
            if key[1] != key[2]:
                assert keys[key] == entry["code"]


@pytest.mark.parametrize("country", STATES)
def test_real_counts_add_up(country: str) -> None:
    record = read_record()
    ordinals = read_ordinals(record)
    for found, side in zip(list_readings(record, country), ("toward", "actor"), strict=True):
        standings = rank_standings(found, side, ordinals)  # type: ignore[arg-type]
        for standing in standings:
            assert sum(standing.codes.values()) == standing.readings
            assert (standing.mean is None) == (standing.readings == 0)
            assert standing.mean is None or -3 <= standing.mean <= 3
        total = sum(each.readings + sum(each.gaps.values()) for each in standings)
        assert total == len(found)

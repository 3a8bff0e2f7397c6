"""What the panel is given: complete, in the language asked for, and ready for JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from data.load import read_record
from data.query import describe_country, describe_event, describe_zone
from data.record import Record
from data.resolve import Lang
from tests.data.real_record import list_ids
from tests.data.record_factory import SOUND, make_record

LANGS: list[Lang] = ["en", "ru"]


@pytest.fixture(scope="module")
def small() -> Record:
    """The sound record, without the adjudication, with a name to recognise."""
    tables: dict[str, Any] = {**SOUND, "adjudications": []}
    tables["sources"] = [
        {**SOUND["sources"][0], "author": "A. Writer", "title": "An article", "date": "2016-04-06"},
        SOUND["sources"][1],
    ]
    tables["countries"] = [{**row, "name_ru": f"ру-{row['id']}"} for row in SOUND["countries"]]
    return make_record(**tables)


def test_event_tells_each_claim_with_its_source(small: Record) -> None:
    told = describe_event(small, "clash", "ARM", "en")
    russia = next(s for s in told["stances"] if s["actor"]["id"] == "RUS")
    assert (russia["code"], russia["contested"], russia["member"]) == ("NEU", True, True)
    assert (russia["rule"], russia["reason"]) == ("nearest", "")
    assert [reading["code"] for reading in russia["readings"]] == ["NEU", "LEAN"]
    assert [claim["id"] for claim in russia["claims"]] == ["c1", "c2"]
    source = russia["claims"][0]["source"]
    assert (source["author"], source["title"], source["date"], source["locator"]) == (
        "A. Writer", "An article", "2016-04-06", "§1",
    )  # fmt: skip
    assert {"certainty", "speaker", "speaker_name", "summary"} <= russia["claims"][0].keys()


def test_event_tells_parties_counts_deaths_and_discrepancies(small: Record) -> None:
    told = describe_event(small, "clash", "ARM", "en")
    assert told["deaths"] == {"low": 90, "high": 200}
    (count,) = told["death_counts"]
    assert (count["low"], count["high"], count["standing"]) == (90, 200, "latest")
    assert (count["counted_by"], count["counted_on"]) == ("a newspaper", None)
    assert count["source"]["id"] == "a-dataset"
    (none,) = describe_event(small, "plea", "ARM", "en")["death_counts"]
    assert (none["low"], none["high"], none["standing"]) == (None, None, "none")
    assert [(p["id"], p["role"]) for p in told["parties"]] == [
        ("ARM", "reference"),
        ("AZE", "party"),
    ]
    assert told["counts"]["NEU"] == 1
    assert told["counts"]["MAT"] == 0
    assert told["discrepancies"][0]["sides"][0]["source"]["locator"] == "§1"
    assert told["sources"][0]["id"] == "an-article"
    order = list(told["counts"])
    places = [order.index(stance["code"]) for stance in told["stances"]]
    assert places == sorted(places)


def test_adjudication_gives_its_reason_and_source() -> None:
    settled = {**SOUND["adjudications"][0], "source_id": "a-dataset"}
    tables: dict[str, Any] = {**SOUND, "adjudications": [settled]}
    told = describe_event(make_record(**tables), "clash", "ARM", "en")
    russia = next(s for s in told["stances"] if s["actor"]["id"] == "RUS")
    assert (russia["adjudicated"], russia["reason"]) == (True, "because")
    assert russia["reason_source"]["id"] == "a-dataset"


def test_russian_names(small: Record) -> None:
    told = describe_event(small, "clash", "ARM", "ru")
    russia = next(s for s in told["stances"] if s["actor"]["id"] == "RUS")
    assert russia["actor"]["name"] == "ру-RUS"


def test_country_tells_memberships_and_stances_both_ways(small: Record) -> None:
    armenia = describe_country(small, "ARM", "en")
    assert [m["status"] for m in armenia["memberships"]] == ["member", "frozen"]
    assert armenia["memberships"][1]["date_end"] is None
    (nuance,) = armenia["nuances"]
    assert (nuance["bloc"], nuance["nuance"], nuance["date_end"]) == ("CSTO", "absent", None)
    assert nuance["source"]["id"] == "a-dataset"
    assert [(s["event"]["id"], s["actor"]["id"]) for s in armenia["toward"]] == [
        ("clash", "RUS"), ("plea", "KAZ"),
    ]  # fmt: skip
    assert [event["id"] for event in armenia["party_to"]] == ["clash", "plea"]
    russia = describe_country(small, "RUS", "en")
    assert [(s["event"]["id"], s["code"]) for s in russia["stances"]] == [("clash", "NEU")]


def test_zone_tells_its_history_and_events(small: Record) -> None:
    zone = describe_zone(small, "border", "en")
    assert [status["date_start"] for status in zone["statuses"]] == ["1991-01-01", "2020-11-10"]
    assert (zone["de_jure"]["id"], zone["country_b"]["id"]) == ("ARM", "AZE")
    assert [event["id"] for event in zone["events"]] == ["plea"]


@pytest.mark.parametrize("ask", [describe_country, describe_zone])
def test_unknown_ids_are_refused(small: Record, ask: Any) -> None:
    with pytest.raises(KeyError, match="nothing"):
        ask(small, "nothing", "en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("event_id", list_ids("events"))
def test_every_event_is_told_as_json(event_id: str, lang: Lang) -> None:
    record = read_record()
    for row in record.rows("parties"):
        if row["event_id"] == event_id and row["role"] == "reference":
            told = describe_event(record, event_id, row["actor"], lang)
            assert json.loads(json.dumps(told, allow_nan=False)) == told
            assert told["title"]
            assert told["sources"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("country", ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB", "SRB"])
def test_every_member_is_told_as_json(country: str, lang: Lang) -> None:
    told = describe_country(read_record(), country, lang)
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert told["memberships"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("zone", list_ids("zones"))
def test_every_zone_is_told_as_json(zone: str, lang: Lang) -> None:
    told = describe_zone(read_record(), zone, lang)
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert told["statuses"]
    assert told["name"]

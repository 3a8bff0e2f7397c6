"""Claims and stances by what kind of answer they are."""

from __future__ import annotations

import csv
import io
from itertools import combinations

import pytest

from data.claim_outcomes import resolve_all
from data.downloads import render_spreadsheet
from data.load import read_record
from data.modes import READINGS, list_modes, select_modes
from data.record import Record
from data.stances import resolve_event
from tests.data.record_factory import Cells, make_record

MODES = ("deed", "vote", "signature", "statement", "presence", "report")
EVENT: Cells = {"id": "raid", "date_start": "2010-05-01", "date_end": "2010-05-02"}


def make_raid(*told: tuple[str, str, str], decision: str = "") -> Record:
    """A raid on KGZ, with claims (actor, mode, stance) and a decision on RUS."""
    claims = [
        {"id": f"c{at}", "event_id": "raid", "date": "2010-05-01", "actor": actor,
         "toward": "KGZ", "stance": stance, "certainty": "explicit", "mode": mode}
        for at, (actor, mode, stance) in enumerate(told)
    ]  # fmt: skip
    settled = {"event_id": "raid", "actor": "RUS", "toward": "KGZ", "stance": decision}
    return make_record(
        countries=[{"id": code} for code in ("KAZ", "KGZ", "RUS")],
        organisations=[{"id": "CSTO"}],
        memberships=[
            {"id": code.lower(), "country": code, "bloc": "CSTO", "status": "member",
             "date_start": "2003-09-18"}
            for code in ("KAZ", "KGZ", "RUS")
        ],
        events=[EVENT],
        parties=[{"event_id": "raid", "actor": "KGZ", "role": "reference"}],
        claims=claims,
        adjudications=[settled] if decision else [],
    )  # fmt: skip


def read_codes(record: Record) -> dict[str, str]:
    return {actor: stance.code for actor, stance in resolve_event(record, "raid", "KGZ").items()}


RAID = (("RUS", "statement", "DIP"), ("RUS", "deed", "MAT"), ("KAZ", "presence", "TEP"))


def test_stances_rest_on_the_modes_asked_for() -> None:
    record = make_raid(*RAID)
    assert read_codes(record) == {"KAZ": "TEP", "KGZ": "PTY", "RUS": "MAT"}
    assert resolve_event(record, "raid", "KGZ")["RUS"].outweighed == ("DIP",)
    deeds = select_modes(record, READINGS["deeds"])
    assert read_codes(deeds) == {"KAZ": "ND", "KGZ": "PTY", "RUS": "MAT"}
    assert not resolve_event(deeds, "raid", "KGZ")["RUS"].contested
    words = select_modes(record, READINGS["words"])
    assert read_codes(words) == {"KAZ": "ND", "KGZ": "PTY", "RUS": "DIP"}
    assert read_codes(select_modes(record, ["presence"]))["KAZ"] == "TEP"
    assert set(read_codes(select_modes(record, READINGS["votes"])).values()) == {"ND", "PTY"}


def test_claims_say_their_mode() -> None:
    claims = resolve_event(make_raid(*RAID), "raid", "KGZ")["RUS"].claims
    assert {claim.mode for claim in claims} == {"statement", "deed"}


def test_a_decision_stays_with_a_claim_of_its_code() -> None:
    record = make_raid(*RAID, decision="MAT")
    assert read_codes(record)["RUS"] == "MAT"
    deeds = resolve_event(select_modes(record, ["deed"]), "raid", "KGZ")["RUS"]
    assert (deeds.code, deeds.adjudicated) == ("MAT", True)
    words = resolve_event(select_modes(record, ["statement"]), "raid", "KGZ")["RUS"]
    assert (words.code, words.adjudicated) == ("DIP", False)


def test_a_decision_for_a_code_that_nobody_claims_stays_while_a_claim_does() -> None:
    record = make_raid(*RAID, decision="NEU")
    for modes in (READINGS["deeds"], READINGS["words"]):
        stance = resolve_event(select_modes(record, modes), "raid", "KGZ")["RUS"]
        assert (stance.code, stance.adjudicated) == ("NEU", True)
    stance = resolve_event(select_modes(record, ["presence"]), "raid", "KGZ")["RUS"]
    assert (stance.code, stance.adjudicated) == ("ND", False)


def test_no_choice_lets_everything_pass() -> None:
    record = make_raid(*RAID)
    assert select_modes(record, ()) is record
    everything = select_modes(record, MODES)
    assert list(everything.rows("claims")) == list(record.rows("claims"))


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="no such modes: rumour"):
        select_modes(make_raid(), ["deed", "rumour"])


def test_the_record_given_stays_as_it_was_and_choices_are_kept() -> None:
    record = make_raid(*RAID)
    deeds = select_modes(record, ["deed"])
    assert select_modes(record, {"deed"}) is deeds
    assert len(record.rows("claims")) == len(RAID)
    assert deeds.rows("events") is record.rows("events")


def test_deeds_alone_are_claims_of_deeds() -> None:
    deeds = select_modes(read_record(), READINGS["deeds"])
    assert {row["mode"] for row in deeds.rows("claims")} == {"deed"}


def test_modes_divide_the_claims_of_the_record() -> None:
    record = read_record()
    assert list_modes(record) == list(MODES)
    parts = [{row["id"] for row in select_modes(record, [mode]).rows("claims")} for mode in MODES]
    assert all(not one & other for one, other in combinations(parts, 2))
    assert set.union(*parts) == {row["id"] for row in record.rows("claims")}


@pytest.mark.parametrize("reading", READINGS)
def test_every_reading_resolves_every_cell_of_the_record(reading: str) -> None:
    record = read_record()
    stances = resolve_all(select_modes(record, READINGS[reading]))
    assert stances.keys() <= resolve_all(record).keys()
    told = {claim.mode for stance in stances.values() for claim in stance.claims}
    assert told == {row["mode"] for row in record.rows("claims")} & set(READINGS[reading])


def test_words_are_never_at_an_end_of_the_scale() -> None:
    stances = resolve_all(select_modes(read_record(), READINGS["words"])).values()
    assert not {"MAT", "HOS"} & {stance.code for stance in stances}


def test_the_download_says_the_mode_of_every_claim() -> None:
    text = render_spreadsheet("claims").decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert header[header.index("certainty") + 1] == "mode"
    assert {row[header.index("mode")] for row in rows} == set(MODES)

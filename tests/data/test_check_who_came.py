"""Each rule on who came, on obligations and on findings, broken once, is named with its row."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from data.check_package import check_package
from tests.data.record_factory import Cells, change_row, list_problems
from tests.data.request_factory import ANSWERED

OPENING = "Armenia asked the CSTO to talk under Article 2"
RUSSIA = "Russia joined the talks after two days"
KAZAKHSTAN = "Kazakhstan promised help after 6 days"
NOBODY = "no ally sent troops"

# table, row, column, new value, rule
BENT = [
    ("request_answers", 0, "event_id", "clash", "not in the requests"),
    ("request_answers", 0, "kind", "gold", "not in the answer_kinds"),
    ("request_answers", 0, "claim_id", "c9", "not in the claims"),
    ("request_answers", 0, "actor", "XYZ", "not in the countries or organisations"),
    ("request_answers", 0, "actor", "BLR", "neither a member on the day nor an organisation"),
    ("request_answers", 0, "actor", "ARM", "answers its own request"),
    ("request_answers", 0, "actor", "KAZ", "a claim of RUS toward ARM"),
    ("request_answers", 0, "claim_id", "", "mediation without a claim"),
    ("request_answers", 0, "claim_id", "c2", "a claim of 2016-04-04, before the request of"),
    ("request_answers", 0, "claim_id", "c3", "a claim of KAZ toward ARM"),
    ("request_answers", 0, "kind", "troops", "NEU in c5 is none of troops"),
    ("request_answers", 0, "kind", "arms_money", "NEU in c5 is none of arms_money"),
    ("request_answers", 0, "kind", "support", "NEU in c5 is none of support"),
    ("request_answers", 0, "kind", "silence", "NEU in c5 is none of silence"),
    ("request_answers", 0, "kind", "help_against", "NEU in c5 is none of help_against"),
    ("request_answers", 1, "kind", "words_against", "TEP in c3 is none of words_against"),
    ("request_answers", 1, "kind", "neutral", "TEP in c3 is none of neutral"),
    ("request_answers", 0, "kind", "no_data", "NEU in c5 is none of no_data"),
    ("request_answers", 0, "kind", "party", "not in the parties of the event"),
    ("request_answers", 0, "date", "2021-05-17", "neither the day of the claim nor of a row in"),
    ("request_answers", 2, "kind", "no_data", "a day of no_data"),
    ("answers", 0, "event_id", "clash", "no row in requests"),
    ("answers", 0, "date", "2021-05-13", "before the request of 2021-05-14"),
    ("answers", 0, "by", "ARM", "answers its own request"),
    ("request_answers", 0, "note_ru", "слово", "there although the English text is empty"),
    ("request_obligations", 0, "owed_by", "XYZ", "not in the countries or organisations"),
    ("request_obligations", 0, "event_id", "clash", "not in the requests"),
    ("request_obligations", 0, "article", "4", "does not match ^Article [1-9][0-9]*$"),
    ("request_obligations", 0, "applied", "perhaps", "not one of yes, no, disputed"),
    ("request_obligations", 0, "article", "Article 4", "Article 2 was invoked by the event"),
    ("request_obligations", 0, "invoked", "informally", "Article 2 was invoked by the event"),
    ("request_obligations", 1, "applied", "yes", "there although it is not disputed"),
    ("request_obligations", 1, "other_reading", "", "empty although it is disputed"),
    ("request_obligations", 1, "other_source_id", "", "empty although it is disputed"),
    ("request_obligations", 1, "other_locator", "p. 1", "the place of the first reading again"),
    ("request_obligations", 0, "applied", "no", "does not go with applied no"),
    ("request_obligations", 0, "honoured", "not_applicable", "does not go with applied yes"),
    ("request_obligations", 0, "basis", "", "does not go with honoured partly"),
    ("request_obligations", 1, "honoured", "honoured", "neither troops nor goods in request_"),
    ("requests", 0, "finding_en", "", "empty"),
    ("requests", 0, "finding_en", OPENING, "one clause: nothing is said of what came"),
]

# a finding in English, and what is wrong with it
FINDINGS = [
    (f"The CSTO was asked under Article 2; {RUSSIA}; {KAZAKHSTAN}; {NOBODY}", "does not name ARM"),
    (f"Armenia asked under Article 2; {RUSSIA}; {KAZAKHSTAN}; {NOBODY}", "does not name CSTO"),
    (f"Armenia asked the CSTO; {RUSSIA}; {KAZAKHSTAN}; {NOBODY}", "does not name Article 2"),
    (f"{OPENING} in 1998; {RUSSIA}; {KAZAKHSTAN}; {NOBODY}", "1998 is neither the article nor"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}; all was well", "tells no kind of answer"),
    (f"{OPENING}; {RUSSIA} and promised help; {KAZAKHSTAN}; {NOBODY}", "mediation and support"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}; sent troops", "does not say of whom"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}; {NOBODY}, not Russia", "does not say of whom"),
    (f"{OPENING}; Russia joined the talks after 3 days; {KAZAKHSTAN}; {NOBODY}",
     "counts 3 days to mediation, the rows give 2 days"),
    (f"{OPENING}; Russia joined the talks the same day; {KAZAKHSTAN}; {NOBODY}",
     "counts 0 days to mediation, the rows give 2 days"),
    (f"{OPENING}; Russia joined the talks after some days; {KAZAKHSTAN}; {NOBODY}",
     "'some' is no number of days"),
    (f"{OPENING}; Russia joined the talks with 40 men; {KAZAKHSTAN}; {NOBODY}",
     "has a number that counts no days"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}; Belarus sent troops",
     "tells troops of BLR, coded no_data"),
    (f"{OPENING}; Russia sent aid; {KAZAKHSTAN}; {NOBODY}", "tells arms_money of RUS, coded"),
    (f"{OPENING}; {RUSSIA}; {NOBODY}", "does not tell support of KAZ"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}", "does not tell whether troops came"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}; no ally is known to have sent troops",
     "says too much or too little of no ally: all are known"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}; no ally promised help", "no ally, but KAZ is coded"),
    (f"{OPENING}; {RUSSIA}; {KAZAKHSTAN}; the others kept out; {NOBODY}", "and there are none"),
    (f"{OPENING}; {RUSSIA}; the others stayed neutral; {NOBODY}", "tells neutral of KAZ, coded"),
    (f"{OPENING}; every ally joined the talks; {NOBODY}", "tells mediation of KAZ, coded support"),
]  # fmt: skip


def test_answered_record_passes_both_roads(tmp_path: Path) -> None:
    assert list_problems(tmp_path, ANSWERED) == []
    assert check_package(tmp_path) == []


@pytest.mark.parametrize(("table", "row", "column", "value", "rule"), BENT)
def test_each_rule_names_file_line_value_and_reason(
    tmp_path: Path, table: str, row: int, column: str, value: str, rule: str
) -> None:
    start = f"{table}.csv line {row + 2}: "
    found = list_problems(tmp_path, change_row(table, row, ANSWERED, **{column: value}))
    assert [each for each in found if each.startswith(start) and rule in each], found


@pytest.mark.parametrize(("finding", "rule"), FINDINGS)
def test_a_finding_that_says_what_no_row_says_is_refused(
    tmp_path: Path, finding: str, rule: str
) -> None:
    found = list_problems(tmp_path, change_row("requests", 0, ANSWERED, finding_en=f"{finding}."))
    start = f'requests.csv line 2: finding_en "{finding}.": '
    assert [each for each in found if each.startswith(start) and rule in each], found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("через два дня", "через три дня"),
        ("Россия", "ОДКБ"),
        ("обещал помощь", "остался нейтральным"),
        ("; войск не прислал ни один союзник", ""),
        ("через 6 дней ", ""),
    ],
)
def test_russian_says_what_english_says(tmp_path: Path, old: str, new: str) -> None:
    finding = ANSWERED["requests"][0]["finding_ru"]
    assert old in finding
    found = list_problems(
        tmp_path, change_row("requests", 0, ANSWERED, finding_ru=finding.replace(old, new))
    )
    assert any("does not say what finding_en says" in each for each in found), found


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (0, 'requests.csv line 2: event_id "plea": no row in request_answers for RUS, a member'),
        (2, 'answers.csv line 2: by "CSTO": no words of it in request_answers'),
    ],
)
def test_a_member_or_answerer_left_out_is_reported(tmp_path: Path, row: int, expected: str) -> None:
    tables = copy.deepcopy(ANSWERED)
    del tables["request_answers"][row]
    assert any(each.startswith(expected) for each in list_problems(tmp_path, tables))


@pytest.mark.parametrize(
    ("row", "changes", "expected"),
    [
        (2, {"manner": "words"}, 'answers.csv line 4: by "KAZ": no words of it in request_answers'),
        (1, {"manner": "deeds"}, 'answers.csv line 3: by "RUS": no deeds of it in request_answers'),
        (1, {"date": "2021-05-15"}, "first words on 2021-05-15 in answers, on 2021-05-16 in"),
        (2, {"date": "2021-05-21"}, "first deeds on 2021-05-21 in answers, on 2021-05-20 in"),
    ],
)
def test_the_ledger_tells_what_came_on_the_same_days(
    tmp_path: Path, row: int, changes: Cells, expected: str
) -> None:
    found = list_problems(tmp_path, change_row("answers", row, ANSWERED, **changes))
    assert any(expected in each for each in found), found


def test_no_data_party_and_silence_stand_alone(tmp_path: Path) -> None:
    tables = copy.deepcopy(ANSWERED)
    tables["request_answers"].append({"event_id": "plea", "actor": "KAZ", "kind": "no_data"})
    expected = 'request_answers.csv line 5: kind "no_data": beside another kind of the same actor'
    assert expected in list_problems(tmp_path, tables)


def test_a_silence_needs_a_claim_or_the_place_where_it_was_sought(tmp_path: Path) -> None:
    silent = {"kind": "silence", "claim_id": "", "date": ""}
    tables = change_row("request_answers", 1, ANSWERED, **silent)
    english = ANSWERED["requests"][0]["finding_en"].replace(
        "promised help after 6 days", "kept silent"
    )
    russian = ANSWERED["requests"][0]["finding_ru"].replace(
        "через 6 дней обещал помощь", "промолчал"
    )
    tables["requests"][0] = {
        **tables["requests"][0], "finding_en": english, "finding_ru": russian
    }  # fmt: skip
    tables["answers"].pop()
    rule = "a silence without a claim and without where it was sought"
    assert list_problems(tmp_path, tables) == [f'request_answers.csv line 3: note "": {rule}']
    tables["request_answers"][1] = {**tables["request_answers"][1], "note": "its site, in May"}
    assert list_problems(tmp_path, tables) == []


def test_a_day_may_be_that_of_a_dated_answer(tmp_path: Path) -> None:
    tables = change_row("request_answers", 1, ANSWERED, date="2021-05-21")
    tables["requests"][0] = {
        **tables["requests"][0],
        "finding_en": ANSWERED["requests"][0]["finding_en"].replace("6 days", "7 days"),
        "finding_ru": ANSWERED["requests"][0]["finding_ru"].replace("6 дней", "7 дней"),
    }
    assert len(list_problems(tmp_path, tables)) == 2
    tables["answers"][2] = {**tables["answers"][2], "date": "2021-05-21"}
    assert list_problems(tmp_path, tables) == []


def test_a_request_without_obligation_is_reported(tmp_path: Path) -> None:
    tables = {**ANSWERED, "request_obligations": []}
    rule = "no row in request_obligations"
    assert list_problems(tmp_path, tables) == [f'requests.csv line 2: event_id "plea": {rule}']


def test_honoured_is_held_against_what_came(tmp_path: Path) -> None:
    tables = change_row("request_answers", 0, ANSWERED, kind="arms_money")
    tables["claims"][4] = {**tables["claims"][4], "stance": "MAT"}
    line = 'request_obligations.csv line 3: honoured "not_honoured": troops or goods in request_'
    assert any(each.startswith(line) for each in list_problems(tmp_path, tables))
    for row in (0, 1):
        tables["request_answers"][row] = {"event_id": "plea", "kind": "no_data", "actor": "RUS"}
    line = 'request_obligations.csv line 2: honoured "partly": nothing beyond neutral words'
    assert any(each.startswith(line) for each in list_problems(tmp_path, tables))

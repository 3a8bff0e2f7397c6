"""Who came: the strongest answer of each member, days counted, and the sentences of the record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.finding import (
    ALL,
    NONE,
    NONE_KNOWN,
    REST,
    Lexicon,
    build_lexicon,
    parse_finding,
    read_words,
)
from data.load import read_record
from data.membership import members_on
from data.record import Record
from data.who_came import Came, build_who_came
from tests.data.real_record import read_unchecked
from tests.data.record_factory import Cells, make_record
from tests.data.request_factory import ANSWERED

REQUESTS = [row["event_id"] for row in read_unchecked()["requests"]]
KINDS = (
    *("troops", "arms_money", "mediation", "support", "neutral", "silence"),
    *("words_against", "help_against", "party", "no_data"),
)


@pytest.fixture(scope="module")
def record() -> Record:
    return read_record()


@pytest.fixture(scope="module")
def came(record: Record) -> dict[str, dict[str, Came]]:
    return {
        event: {each.actor: each for each in answers}
        for event, answers in build_who_came(record).items()
    }


def test_strongest_answer_comes_first_and_days_are_those_to_it() -> None:
    words = {"event_id": "plea", "actor": "KAZ", "kind": "neutral", "date": "2021-05-14"}
    rows: list[Cells] = [words, *ANSWERED["request_answers"]]
    tables: dict[str, list[Cells]] = {**ANSWERED, "request_answers": rows, "adjudications": []}
    found = build_who_came(make_record(**tables))["plea"]
    assert [(each.actor, each.kind, each.days, each.member) for each in found] == [
        ("RUS", "mediation", 2, True),
        ("KAZ", "support", 6, True),
        ("CSTO", "neutral", 6, False),
    ]
    assert [(each.kind, each.days) for each in found[1].answers] == [("support", 6), ("neutral", 0)]
    assert found[0].answers[0].claim_id == "c5"
    assert found[0].answers[0].date == date(2021, 5, 16)


def test_without_a_day_of_the_request_nothing_is_counted() -> None:
    requests: list[Cells] = [{**ANSWERED["requests"][0], "date": ""}]
    tables: dict[str, list[Cells]] = {**ANSWERED, "requests": requests, "adjudications": []}
    found = build_who_came(make_record(**tables))["plea"]
    assert {each.actor: each.days for each in found} == dict.fromkeys(("RUS", "KAZ", "CSTO"))


def test_kinds_run_from_troops_to_help_for_the_other_side(record: Record) -> None:
    rows = record.rows("answer_kinds")
    assert tuple(row["id"] for row in rows) == KINDS
    assert [row["rank"] for row in rows] == [*range(1, 9), None, None]
    codes = {row["code"] for row in record.rows("scale")}
    assert {code for row in rows for code in row["stances"].split()} == codes - {"NOM"}


@pytest.mark.parametrize("event", REQUESTS)
def test_every_member_of_the_day_is_told_of(
    record: Record, came: dict[str, dict[str, Came]], event: str
) -> None:
    request = record.row("requests", event, "event_id")
    day = request["date"] or record.row("events", event)["date_start"]
    told = {actor for actor, each in came[event].items() if each.member}
    assert told == members_on(record, day) - {request["by"]}


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("event", REQUESTS)
def test_findings_name_whoever_sent_something_and_nobody_else(
    record: Record, came: dict[str, dict[str, Came]], event: str, lang: str
) -> None:
    lexicon = read_lexicon(record, lang)
    finding = record.row("requests", event, "event_id")[f"finding_{lang}"]
    assert finding.endswith(".")
    _, statements = parse_finding(finding, lexicon)
    members = {actor for actor, each in came[event].items() if each.member}
    named = {actor for each in statements for actor in each.actors}
    for kind in ("troops", "arms_money", "words_against", "help_against"):
        told = {
            actor
            for each in statements
            if each.kind == kind
            for actor in ({ALL: members, REST: members - named}.get(each.scope) or each.actors)
        }
        assert told == {actor for actor in members if came[event][actor].kind == kind}, kind
    nobody = [each for each in statements if each.scope in (NONE, NONE_KNOWN)]
    coded = {given.kind for each in came[event].values() for given in each.answers}
    assert not coded & {each.kind for each in nobody}


@pytest.mark.parametrize("event", REQUESTS)
def test_days_of_findings_are_those_of_the_rows(
    record: Record, came: dict[str, dict[str, Came]], event: str
) -> None:
    finding = record.row("requests", event, "event_id")["finding_en"]
    statements = parse_finding(finding, read_lexicon(record, "en"))[1]
    named = {actor for each in statements for actor in each.actors}
    for each in statements:
        if each.days is None:
            continue
        others = came[event].keys() - (named if each.scope == REST else set())
        actors = each.actors or others
        days = [
            given.days
            for actor in actors
            for given in came[event][actor].answers
            if given.kind == each.kind and given.days is not None
        ]
        assert min(days) == each.days


def read_lexicon(record: Record, lang: str) -> Lexicon:
    tables = (record.rows(name) for name in ("answer_kinds", "countries", "organisations"))
    return build_lexicon(lang, *tables)


@pytest.mark.parametrize(
    ("event", "answers"),
    [
        ("kazakhstan-2022", {"ARM": "troops", "BLR": "troops", "KGZ": "troops", "RUS": "troops",
                             "TJK": "troops", "CSTO": "troops"}),
        ("armenia-2022", {"BLR": "neutral", "KAZ": "neutral", "KGZ": "neutral",
                          "RUS": "mediation", "TJK": "neutral", "CSTO": "mediation"}),
        ("april-war-2016", {"BLR": "words_against", "KAZ": "neutral", "KGZ": "neutral",
                            "RUS": "mediation", "TJK": "neutral", "CSTO": "neutral"}),
        ("kgz-peacekeepers-2022", {"ARM": "no_data", "BLR": "no_data", "KAZ": "no_data",
                                   "RUS": "no_data", "TJK": "party"}),
    ],
)  # fmt: skip
def test_known_answers(
    came: dict[str, dict[str, Came]], event: str, answers: dict[str, str]
) -> None:
    assert {actor: each.kind for actor, each in came[event].items()} == answers


def test_troops_came_to_two_requests_only(came: dict[str, dict[str, Came]]) -> None:
    found = {
        event
        for event, answers in came.items()
        if any(each.kind == "troops" for each in answers.values())
    }
    assert found == {"tajik-mandate-1996", "kazakhstan-2022"}


@pytest.mark.parametrize(
    ("event", "article", "applied", "invoked", "honoured"),
    [
        ("armenia-2022", "Article 4", "disputed", "formally", "partly"),
        ("kazakhstan-2022", "Article 4", "disputed", "formally", "honoured"),
        ("syunik-2021", "Article 2", "yes", "formally", "partly"),
        ("karabakh-2020", "Article 3", "disputed", "informally", "not_honoured"),
        ("april-war-2016", "Article 4", "no", "informally", "not_applicable"),
    ],
)
def test_known_obligations(
    record: Record, event: str, article: str, applied: str, invoked: str, honoured: str
) -> None:
    rows = record.rows("request_obligations")
    (row,) = (r for r in rows if (r["event_id"], r["article"]) == (event, article))
    assert (row["applied"], row["invoked"], row["honoured"]) == (applied, invoked, honoured)


def test_words_of_findings_in_another_form_are_named(tmp_path: Path) -> None:
    table = tmp_path / "finding_words.json"
    table.write_text('{"hy": {"scopes": {}}}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"finding_words\.json: hy: KeyError\('day_forms'\)"):
        read_words(table)

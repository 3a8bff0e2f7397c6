"""Who came, as pages show it: every cell is a row of the record, every kind has its mark."""

from __future__ import annotations

import pytest

from components.core.i18n import locale_context
from components.features.cohesion.request_ledger import describe_ledger
from components.features.cohesion.request_matrix import read_marks
from components.features.events.dossier import describe_dossier
from components.features.events.timeline import describe_mark
from components.features.map.payload import describe_marker
from components.outputs.share.link_preview import describe_link
from components.outputs.static_site.fallback_html import describe_event
from data.load import read_record
from data.localize import pick
from data.stances import list_references

RECORD = read_record()
LANGUAGES = ("en", "ru")


def test_every_kind_of_answer_has_its_mark() -> None:
    marks = read_marks()
    assert list(marks) == [row["id"] for row in RECORD.rows("answer_kinds")]
    shapes = [(row["fill"], row["stroke"]) for row in marks.values()]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_matrix_holds_every_answer_of_the_record(language: str) -> None:
    with locale_context(language):
        ledger = describe_ledger()
    columns = {actor["id"] for actor in ledger["actors"]}
    told = {
        (row["event"]["id"], came["actor"]["id"], given["kind"], given["date"])
        for row in ledger["rows"]
        for came in row["request"]["came"]
        for given in came["answers"]
    }
    rows = {
        (row["event_id"], row["actor"], row["kind"], row["date"] and row["date"].isoformat())
        for row in RECORD.rows("request_answers")
    }
    assert told == rows
    assert columns >= {actor for _event, actor, _kind, _date in rows}
    assert {row["event"]["id"] for row in ledger["rows"]} == {event for event, *_rest in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_finding_is_the_same_sentence_everywhere(language: str) -> None:
    for request in RECORD.rows("requests"):
        event, finding = request["event_id"], pick(request, "finding", language)
        toward = list_references(RECORD, event)[0]
        dossier = describe_dossier(event, toward, language)
        with locale_context(language):
            row = RECORD.row("events", event)
            said = [
                dossier["request"]["finding"],
                describe_marker(RECORD, row)["finding"],
                describe_mark(RECORD, row)["finding"],
                describe_event({toward: dossier}, "")["finding"],
            ]
        assert set(said) == {finding}
        preview = describe_link("", {"event": event}, "https://atlas.example", language)
        assert preview.description.startswith(finding[:250])


def test_obligations_keep_both_readings_of_a_disputed_one() -> None:
    told = {
        event: describe_dossier(event, list_references(RECORD, event)[0], "en")["request"]
        for event in {row["event_id"] for row in RECORD.rows("requests")}
    }
    for row in RECORD.rows("request_obligations"):
        (found,) = (
            each
            for each in told[row["event_id"]]["obligations"]
            if (each["instrument"], each["duty"]) == (row["instrument"], row["duty"])
        )
        assert (found["applied"], found["invoked"], found["honoured"]) == (
            row["applied"],
            row["invoked"],
            row["honoured"],
        )
        assert len(found["readings"]) == (2 if row["applied"] == "disputed" else 1)
        assert all(reading["source"] for reading in found["readings"])

"""Requests in lines, and counted by the strongest answer."""

from __future__ import annotations

from datetime import date

import pytest

from components.core.alt_text import requests
from components.core.alt_text.requests import format_requests
from components.core.i18n import locale_context
from components.features.map_panel.panel_data import describe_year
from data.load import read_record
from data.request_list import count_answered, list_requests
from data.who_came import build_who_came
from tests.data.record_factory import Cells, make_record
from tests.data.request_factory import ANSWERED

SENT: Cells = {
    **{"event_id": "plea", "actor": "RUS", "kind": "troops", "date": "2021-05-16"},
    "claim_id": "c5",
}


def test_requests_are_counted_by_what_came_at_most() -> None:
    words = make_record(**{**ANSWERED, "adjudications": []})
    counts = count_answered(words)
    assert counts
    assert (counts.total, counts.troops, counts.goods, counts.less) == (1, (), 0, 1)
    with locale_context("en"):
        assert format_requests(words) == (
            "Members asked their allies for help 1 time, 2021: no ally is known to have sent "
            "troops; in 1 case no more than mediation or words is known."
        )
    sent = make_record(**{**ANSWERED, "request_answers": [SENT], "adjudications": []})
    counts = count_answered(sent)
    assert counts
    assert (counts.troops, counts.less) == ((("ARM", 2021),), 0)


def test_many_cases_of_troops_are_counted_and_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = make_record(**{**ANSWERED, "request_answers": [SENT], "adjudications": []})
    with locale_context("en"):
        assert "allies sent troops in 1 case (Armenia 2021)." in format_requests(sent)
        monkeypatch.setattr(requests, "MOST_NAMED", 0)
        assert "allies sent troops in 1 case." in format_requests(sent)


def test_every_request_is_a_line_of_its_finding_the_newest_first() -> None:
    record = read_record()
    for lang in ("en", "ru"):
        lines = list_requests(record, lang)
        assert {line["event"]["id"] for line in lines} == set(build_who_came(record))
        days = [line["date"] or line["event"]["date_start"] for line in lines]
        assert days == sorted(days, reverse=True)
        findings = {row["event_id"]: row[f"finding_{lang}"] for row in record.rows("requests")}
        for line in lines:
            told = f"{line['asked']}; {line['came']}"
            assert told.casefold() == findings[line["event"]["id"]].casefold()


def test_a_year_tells_requests_and_conflicts_first_and_each_event_once() -> None:
    record = read_record()
    today = date(2026, 11, 30)
    year = describe_year(record, 2022, today, "en")
    assert list(year).index("requests") < list(year).index("conflicts") < list(year).index("events")
    assert {event["kind"] for event in year["conflicts"]} == {"conflict", "crisis"}
    told = [line["event"]["id"] for line in year["requests"]]
    told += [event["id"] for event in year["conflicts"] + year["events"]]
    assert len(told) == len(set(told))
    assert year["overview"] is None
    assert year["near"] == []


def test_a_year_without_requests_leads_to_those_around_it() -> None:
    record = read_record()
    today = date(2026, 11, 30)
    quiet = describe_year(record, 2003, today, "en")
    before, after = (int((line["date"] or "")[:4]) for line in quiet["near"])
    assert quiet["requests"] == []
    assert before < 2003 < after
    present = describe_year(record, today.year, today, "en")
    assert len(present["overview"]["requests"]) == len(record.rows("requests"))
    assert present["overview"]["finding"]

"""A state's page: its own requests and its answers to another's, as the tables hold them."""

from __future__ import annotations

import pytest

from components.features.members.requests import describe_requests
from data.load import read_record

RECORD = read_record()


@pytest.mark.parametrize(
    "country", sorted({row["actor"] for row in RECORD.rows("request_answers")})
)
def test_requests_are_the_rows_of_the_state(country: str) -> None:
    told = describe_requests(RECORD, country, country)
    own = {row["event_id"] for row in RECORD.rows("requests") if row["by"] == country}
    assert {row["event"]["id"] for row in told["own"]} == own
    answered = {
        (row["event_id"], row["kind"])
        for row in RECORD.rows("request_answers")
        if row["actor"] == country
    }
    shown = {
        (row["event"]["id"], given["kind"]) for row in told["answered"] for given in row["answers"]
    }
    assert shown == answered
    days = [row["event"]["date_start"] for row in told["answered"]]
    assert days == sorted(days)

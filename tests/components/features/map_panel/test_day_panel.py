"""The panel of a day: requests for help and violence are told apart from everything else."""

from __future__ import annotations

from datetime import date

from components.features.map_panel.day_panel import describe_day, describe_days
from data.load import read_record


def test_events_of_a_day_are_grouped_by_what_they_are_to_the_alliance() -> None:
    record = read_record()
    asked = {row["event_id"] for row in record.rows("requests")}
    violent = {row["id"] for row in record.rows("events") if row["kind"] in {"conflict", "crisis"}}
    whole = describe_days(record, date(1991, 1, 1), "en")["events"]
    groups = {row["id"]: row["group"] for row in whole}
    assert {event for event, group in groups.items() if group == "request"} == asked
    assert {event for event, group in groups.items() if group == "conflict"} == violent - asked
    day = describe_day(record, date(2022, 9, 14), "en")
    assert {row["id"]: row["group"] for row in day["events"]}.items() <= groups.items()
    assert "request" in {row["group"] for row in day["events"]}

"""Rules of the call-and-response ledger: an event flags a request exactly when one is recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from data.errors import Problem
from data.schema import Row, Tables


def check_requests(tables: Tables) -> Iterator[Problem]:
    """An event with an invocation says what was asked, and has one request, by a reference party.

    No other event has a request. The event's own words (asked, answer) are not repeated there.
    """
    requests = {row["event_id"]: row for row in tables["requests"]}
    references = {
        (row["event_id"], row["actor"]) for row in tables["parties"] if row["role"] == "reference"
    }
    for row in tables["events"]:
        called = row["invocation"] not in ("", "none")
        if called and row["id"] not in requests:
            yield _problem("events", row, "id", "an invocation without a row in requests")
        for column in ("asked", "answer"):
            if called and not row[column]:
                yield _problem("events", row, column, "empty although something was asked")
        if not called and row["id"] in requests:
            yield _problem("requests", requests[row["id"]], "event_id", "an event without request")
    for row in tables["requests"]:
        if (row["event_id"], row["by"]) not in references:
            yield _problem("requests", row, "by", "not a reference party of the event")


def check_answers(tables: Tables) -> Iterator[Problem]:
    """An answer answers a request, not before it, and not the asker's own."""
    requests = {row["event_id"]: row for row in tables["requests"]}
    answered: dict[str, int] = defaultdict(int)
    for row in tables["answers"]:
        request = requests.get(row["event_id"])
        if request is None:
            yield _problem("answers", row, "event_id", "no row in requests")
            continue
        answered[row["event_id"]] += 1
        if request["date"] and row["date"] and row["date"] < request["date"]:
            yield _problem("answers", row, "date", f"before the request of {request['date']}")
        if row["by"] == request["by"]:
            yield _problem("answers", row, "by", "answers its own request")
    for event in tables["events"]:
        if event["response"] in ("met", "partly") and not answered[event["id"]]:
            yield _problem("events", event, "response", "no row in answers")


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    return Problem(f"{name}.csv", row["line"], column, str(row[column]), rule)

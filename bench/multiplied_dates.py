"""Days of what is repeated: how far each event is moved, and texts of days moved so."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta

# Steps of the golden ratio fill a span evenly however many there are.
GOLDEN = 0.618033988749895
DAY = timedelta(days=1)


class Shifts:
    """How many days each event is moved in a repetition; all rows at an event move with it."""

    def __init__(self, tables: dict[str, list[dict[str, str]]], last: date) -> None:
        """Find the span of each event. `last` is the last day on which anything can happen."""
        # Before the states of the record were there nobody could take a stance.
        first = max(date.fromisoformat(row["existing_from"]) for row in tables["states"])
        days = [row[name] for row in tables["memberships"] for name in ("date_start", "date_end")]
        changes = {date.fromisoformat(day) for day in days if day}
        # The roster of a day may change on it and after it.
        self.edges = sorted({edge + step * DAY for edge in changes for step in (0, 1)})
        self.first, self.last = first, last
        self.periods = {
            row["id"]: (row["date_start"], row["date_end"] or last.isoformat())
            for row in tables["events"]
        }
        self.leaders = _join_events(tables)
        told: dict[str, list[date]] = defaultdict(list)
        called: dict[str, list[date]] = defaultdict(list)
        for name in ("events", "claims", "requests", "answers", "request_answers"):
            for row in tables[name]:
                event = self._lead(row["id"] if name == "events" else row["event_id"])
                for column in ("date_start", "date_end", "date"):
                    if row.get(column):
                        told[event].append(date.fromisoformat(row[column]))
                for column in ("date_start", "date") if name in ("events", "requests") else ():
                    if row.get(column):
                        called[event].append(date.fromisoformat(row[column]))
        self.spans = {event: self._find_span(told[event], called[event]) for event in told}
        self.order = {event: at for at, event in enumerate(sorted(self.spans))}

    def find(self, event: str, copy: int) -> int:
        """Days to move an event by in a repetition; 0 for no event."""
        leader = self._lead(event)
        if leader not in self.spans:
            return 0
        low, high = self.spans[leader]
        part = ((copy - 1) * GOLDEN + self.order[leader] * GOLDEN**2) % 1
        return low + round(part * (high - low))

    def list_years(self, event: str, copy: int) -> str:
        """Years of an event in a repetition, as ``2020`` or ``2020-2023``."""
        days = self.find(event, copy)
        start, end = (shift_day(day, days, self.last)[:4] for day in self.periods[event])
        return start if start == end else f"{start}-{end}"

    def _lead(self, event: str) -> str:
        return self.leaders.get(event, event)

    def _find_span(self, told: list[date], called: list[date]) -> tuple[int, int]:
        """Least and most days by which rows can move with the same states as members."""
        low = (self.first - min(told)).days
        high = (self.last - max(told)).days
        for day in called:
            before = [edge for edge in self.edges if edge <= day]
            after = [edge for edge in self.edges if edge > day]
            low = max(low, (before[-1] - day).days if before else low)
            high = min(high, (after[0] - day).days - 1 if after else high)
        return (low, high) if low <= 0 <= high else (0, 0)


def _join_events(tables: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """One event for all that move together.

    Those at which one roll call is read are of one day; a claim that answers a request made at
    another event is not to come before it.
    """
    leaders: dict[str, str] = {}

    def lead(event: str) -> str:
        while event in leaders:
            event = leaders[event]
        return event

    first: dict[str, str] = {}
    claims = {row["id"]: row["event_id"] for row in tables["claims"]}
    pairs = [
        (row["event_id"], first.setdefault(row["resolution"], row["event_id"]))
        for row in tables["vote_layers"]
    ]
    answers = [row for row in tables["request_answers"] if row["claim_id"]]
    pairs += [(row["event_id"], claims[row["claim_id"]]) for row in answers]
    for one, other in pairs:
        if lead(one) != lead(other):
            leaders[lead(one)] = lead(other)
    return {event: lead(event) for event in leaders}


def shift_day(day: str, days: int, last: date) -> str:
    """An ISO day moved, at most to `last`; nothing stays nothing."""
    if not day:
        return ""
    return min(date.fromisoformat(day) + days * DAY, last).isoformat()


def shift_part(day: str, days: int, last: date) -> str:
    """A day, month or year moved by its last day, in the precision that it has."""
    numbers = [int(part) for part in day.split("-")] if day else []
    if not numbers:
        return ""
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    end = date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1])
    return min(end + days * DAY, last).isoformat()[: len(day)]

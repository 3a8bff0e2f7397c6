"""Who came: what each other member of the day did when an ally asked, strongest answer first.

Derived from requests, request_answers, answer_kinds and memberships. All functions are pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.membership import list_members
from data.record import Record
from data.schema import Row, Tables
from data.turns import REPORT

NO_DATA, PARTY, SILENCE = "no_data", "party", "silence"
TROOPS, GOODS = "troops", "arms_money"
# Kinds that are no answer of the member's own, in words or by deeds.
ALONE = (NO_DATA, PARTY, SILENCE)
WORDS, DEEDS = "words", "deeds"
DEED = "deed"


@dataclass(frozen=True)
class Given:
    """One answer of one kind. ``days`` are days after the request, None without a day of either.

    ``manner`` is "words" or "deeds", None where nobody answered in his own name.
    """

    kind: str
    manner: str | None
    date: date | None
    days: int | None
    claim_id: str
    note: str
    note_ru: str


@dataclass(frozen=True)
class Came:
    """All that one actor answered: ``answers`` by rank, then by day.

    ``kind`` is the strongest kind and ``days`` those to the first answer of that kind. ``member``
    is False for an organisation.
    """

    actor: str
    kind: str
    days: int | None
    member: bool
    answers: tuple[Given, ...]


@lru_cache(maxsize=8)
def build_who_came(record: Record) -> Mapping[str, Sequence[Came]]:
    """Answers to every request by event: the strongest first, members before organisations."""
    events = {row["id"]: row for row in record.rows("events")}
    ranks = read_ranks(record.rows("answer_kinds"))
    modes = read_modes(record.rows("claims"))
    answers = group_answers(record.rows("request_answers"))
    return {
        request["event_id"]: _list_came(
            request,
            answers.get(request["event_id"], ()),
            list_asked(record.rows("memberships"), request, events[request["event_id"]]),
            ranks,
            modes,
        )
        for request in record.rows("requests")
    }


def read_ranks(kinds: Iterable[Row]) -> dict[str, int | None]:
    """Place of each kind in the order, 1 for the strongest; None for the kinds outside it."""
    return {row["id"]: row["rank"] for row in kinds}


def read_modes(claims: Iterable[Row]) -> dict[str, str]:
    """Mode of each claim by id."""
    return {row["id"]: row["mode"] for row in claims}


def find_manner(row: Row, modes: Mapping[str, str]) -> str | None:
    """How a row of request_answers answers: by deeds where its claim tells of one, else in words.

    None where nothing was answered, and where somebody else only reports an attitude.
    """
    mode = modes.get(row["claim_id"], REPORT)
    if row["kind"] in ALONE or mode == REPORT:
        return None
    return DEEDS if mode == DEED else WORDS


def group_answers(answers: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows of request_answers by event."""
    groups: dict[str, list[Row]] = {}
    for row in answers:
        groups.setdefault(row["event_id"], []).append(row)
    return groups


def list_asked(memberships: Iterable[Row], request: Row, event: Row) -> set[str]:
    """Members on the day of the request, the one that asked excepted.

    Where the sources give no day of the request, the first day of the event stands for it.
    """
    day = request["date"] or event["date_start"]
    return list_members(memberships, day) - {request["by"]} if day else set()


def find_strongest(rows: Iterable[Row], ranks: Mapping[str, int | None]) -> str:
    """The kind of the lowest rank, a kind outside the order last."""
    return str(min((row["kind"] for row in rows), key=lambda kind: (place(kind, ranks), kind)))


def place(kind: str, ranks: Mapping[str, int | None]) -> int:
    """Rank of a kind for sorting: the kinds outside the order come last."""
    rank = ranks.get(kind)
    return len(ranks) + 1 if rank is None else rank


def count_days(request: Row, day: date | None) -> int | None:
    """Days from the request to ``day``, None where either is not known."""
    return (day - request["date"]).days if day and request["date"] else None


def count_first_days(request: Row, rows: Iterable[Row], kind: str) -> int | None:
    """Days to the first dated answer of a kind among ``rows``, None without one."""
    found = (count_days(request, row["date"]) for row in rows if row["kind"] == kind)
    return min((days for days in found if days is not None), default=None)


def count_days_to(came: Iterable[Came], manner: str) -> int | None:
    """Days from the request to the first dated answer in ``manner`` of any of these actors."""
    days = (given.days for each in came for given in each.answers if given.manner == manner)
    return min((each for each in days if each is not None), default=None)


def index_events(tables: Tables) -> dict[str, Row]:
    """Events by id."""
    return {row["id"]: row for row in tables["events"]}


def _list_came(
    request: Row,
    rows: Sequence[Row],
    members: set[str],
    ranks: Mapping[str, int | None],
    modes: Mapping[str, str],
) -> list[Came]:
    actors: dict[str, list[Row]] = {}
    for row in rows:
        actors.setdefault(row["actor"], []).append(row)
    came = [
        _make_came(request, actor, answers, actor in members, ranks, modes)
        for actor, answers in actors.items()
    ]
    return sorted(came, key=lambda each: (not each.member, place(each.kind, ranks), each.actor))


def _make_came(
    request: Row,
    actor: str,
    rows: Sequence[Row],
    member: bool,
    ranks: Mapping[str, int | None],
    modes: Mapping[str, str],
) -> Came:
    kind = find_strongest(rows, ranks)
    ordered = sorted(rows, key=lambda row: (place(row["kind"], ranks), row["date"] or date.max))
    return Came(
        actor=actor,
        kind=kind,
        days=count_first_days(request, rows, kind),
        member=member,
        answers=tuple(
            Given(
                row["kind"],
                find_manner(row, modes),
                row["date"],
                count_days(request, row["date"]),
                row["claim_id"],
                row["note"],
                row["note_ru"],
            )
            for row in ordered
        ),
    )

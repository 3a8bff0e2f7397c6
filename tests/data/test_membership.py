"""Who belonged on the days that are most often got wrong, and the rules behind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.load import read_record
from data.membership import (
    MAP_STATUSES,
    alliance_states,
    changes_in,
    map_status_on,
    members_on,
    status_on,
)
from tests.data.real_record import read_unchecked
from tests.data.record_factory import make_record

SIX = "ARM BLR KAZ KGZ RUS TJK"
FIRST = "ARM KAZ KGZ RUS TJK UZB"
NINE = "ARM AZE BLR GEO KAZ KGZ RUS TJK UZB"
DAYS = [
    ("1992-05-14", ""),
    ("1992-05-15", FIRST),
    ("1993-12-31", NINE),
    ("1994-04-20", NINE),
    ("1999-04-20", NINE),
    ("1999-04-21", SIX),
    ("2002-10-07", SIX),
    ("2003-09-17", SIX),
    ("2003-09-18", SIX),
    ("2006-06-22", SIX),
    ("2006-06-23", f"{SIX} UZB"),
    ("2012-06-28", f"{SIX} UZB"),
    ("2012-12-18", f"{SIX} UZB"),
    ("2012-12-19", SIX),
    ("2024-02-22", SIX),
]
STATUS = [
    ("1992-05-15", "RUS", {"CST": "signatory"}),
    ("1994-04-20", "AZE", {"CST": "in_force"}),
    ("2012-06-27", "UZB", "member"),
    ("2012-06-28", "UZB", "suspended"),
    ("2024-02-21", "ARM", "member"),
    ("2024-02-22", "ARM", "frozen"),
]
DRAWN = [
    ("1992-05-15", {"RUS": "cst_signatory", "AZE": None, "BLR": None}),
    ("1994-04-20", {"GEO": "cst_in_force", "AZE": "cst_in_force", "UZB": "cst_in_force"}),
    ("1999-04-20", {"UZB": "cst_in_force"}),
    ("1999-04-21", {"GEO": "former", "AZE": "former", "UZB": "former", "RUS": "cst_in_force"}),
    ("2003-09-18", {"RUS": "csto_member", "AZE": "former", "UZB": "former"}),
    ("2006-06-23", {"UZB": "csto_member"}),
    ("2012-06-28", {"UZB": "csto_suspended"}),
    ("2012-12-19", {"UZB": "former"}),
    ("2014-01-01", {"SRB": "assembly_observer", "AFG": "assembly_observer"}),
    ("2024-02-22", {"ARM": "csto_frozen", "SRB": "assembly_observer", "GEO": "former"}),
]


@pytest.mark.parametrize(("day", "expected"), DAYS)
def test_roster_on_key_days(day: str, expected: str) -> None:
    assert members_on(read_record(), date.fromisoformat(day)) == set(expected.split())


@pytest.mark.parametrize(("day", "country", "expected"), STATUS)
def test_status_on_key_days(day: str, country: str, expected: dict[str, str] | str) -> None:
    status = status_on(read_record(), country, date.fromisoformat(day))
    if isinstance(expected, str):
        assert status["CSTO"] == expected
    else:
        assert status == expected


@pytest.mark.parametrize(("day", "expected"), DRAWN)
def test_drawn_on_key_days(day: str, expected: dict[str, str | None]) -> None:
    drawn = map_status_on(read_record(), date.fromisoformat(day))
    assert {country: drawn.get(country) for country in expected} == expected


@pytest.mark.parametrize("year", range(1991, 2027))
def test_every_year_draws_known_keys_and_the_roster(year: int) -> None:
    day = date(year, 12, 31)
    drawn = map_status_on(read_record(), day)
    assert set(drawn.values()) <= set(MAP_STATUSES)
    outside = {"former", "assembly_observer"}
    assert {c for c, key in drawn.items() if key not in outside} == members_on(read_record(), day)


def list_days_of_change() -> list[date]:
    """Every day on which an interval of the table starts or ends, and the days about it."""
    days = set()
    for row in read_unchecked()["memberships"]:
        for day in filter(None, (row["date_start"], row["date_end"])):
            days |= {day - timedelta(days=1), day, day + timedelta(days=1)}
    return sorted(days)


@pytest.mark.parametrize("day", list_days_of_change(), ids=str)
def test_roster_is_the_table_on_every_day_of_change(day: date) -> None:
    # Read from the text of the rows alone, the other way round: who is NOT out that day.
    charter = date(2003, 9, 18)
    bloc, out = ("CSTO", {"signatory", "withdrawn"}) if day >= charter else ("CST", {"withdrawn"})
    held = [
        row
        for row in read_unchecked()["memberships"]
        if row["bloc"] == bloc
        and row["date_start"] <= day <= (row["date_end"] or date.max)
        and row["status"] not in out
    ]
    roster = members_on(read_record(), day)
    assert sorted(row["country"] for row in held) == sorted(roster)
    assert len(held) == len(roster)


@pytest.mark.parametrize("country", ["AZE", "GEO"])
def test_never_in_the_organization(country: str) -> None:
    blocs = {r["bloc"] for r in read_record().rows("memberships") if r["country"] == country}
    assert blocs == {"CST"}


def test_armenia_never_withdrew_and_observers_are_no_members() -> None:
    rows = read_record().rows("memberships")
    assert "withdrawn" not in {r["status"] for r in rows if r["country"] == "ARM"}
    assert alliance_states(read_record()) == set(NINE.split())


def row(country: str, bloc: str, status: str, start: str, end: str = "") -> dict[str, str]:
    """One membership, as a row of the table."""
    return {"id": f"{country}-{bloc}-{start}".lower(), "country": country, "bloc": bloc,
            "status": status, "date_start": start, "date_end": end}  # fmt: skip


RETURN = [
    row("UZB", "CST", "in_force", "1994-04-20", "1999-04-20"),
    row("UZB", "CSTO", "member", "2006-06-23", "2012-06-27"),
    row("UZB", "CSTO", "suspended", "2012-06-28", "2012-12-18"),
]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1994, [("1994-04-20", None, "in_force")]),
        (1999, [("1999-04-21", "in_force", None)]),
        (2006, [("2006-06-23", None, "member")]),
        (2012, [("2012-06-28", "member", "suspended"), ("2012-12-19", "suspended", None)]),
        (2013, []),
    ],
)
def test_changes_of_a_year(year: int, expected: list[tuple[str, str | None, str | None]]) -> None:
    changes = changes_in(make_record(memberships=RETURN), year)
    assert [(c.day.isoformat(), c.before, c.after) for c in changes] == expected


def test_charter_signed_is_drawn_but_the_treaty_is_the_roster() -> None:
    rows = [
        row("RUS", "CST", "in_force", "1994-04-20"),
        row("RUS", "CSTO", "signatory", "2002-10-07", "2003-09-17"),
        row("UKR", "CSTO", "signatory", "2002-10-07", "2003-09-17"),
    ]
    record, day = make_record(memberships=rows), date(2003, 1, 1)
    assert members_on(record, day) == {"RUS"}
    assert map_status_on(record, day)["RUS"] == "csto_signatory"
    assert status_on(record, "RUS", day) == {"CST": "in_force", "CSTO": "signatory"}


def test_observer_that_ended_is_drawn_as_nothing() -> None:
    rows = [row("AFG", "CSTO-PA", "assembly_observer", "2013-04-11", "2021-08-15")]
    record = make_record(memberships=rows)
    assert map_status_on(record, date(2021, 8, 15)) == {"AFG": "assembly_observer"}
    assert map_status_on(record, date(2021, 8, 16)) == {}
    assert members_on(record, date(2021, 8, 15)) == set()

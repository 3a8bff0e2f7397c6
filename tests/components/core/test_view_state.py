"""Links both ways: every view survives its link, and no text in a link is more than text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from components.core.i18n.locale import LANGUAGES
from components.core.link_position import LATITUDES, LONGITUDES, ZOOMS, plain
from components.core.view_state import (
    DEFAULT_LAYERS,
    LANGUAGE,
    LAYERS,
    NO_LAYERS,
    PANEL_CLOSED,
    PARAMETERS,
    SHOWN_LENGTH,
    LinkRules,
    ReadLink,
    View,
    choose_language,
    read_link,
    shorten,
    write_link,
    write_pair,
)
from data.modes import READINGS
from tests.injection_strings import CORPUS

RULES = LinkRules(
    first_year=1991,
    last_day=date(2026, 11, 30),
    event_days={
        "april-war-2016": (date(2016, 4, 2), date(2016, 4, 6)),
        "kazakhstan-2022": (date(2022, 1, 2), date(2022, 1, 13)),
        "clash-2022": (date(2022, 9, 14), date(2022, 10, 12)),
    },
    references={
        "april-war-2016": ("ARM",),
        "kazakhstan-2022": ("KAZ", "CSTO"),
        "clash-2022": ("KGZ", "TJK"),
    },
    subjects=frozenset({"ARM", "KAZ", "RUS", "vorukh", "karabakh-nkao"}),
)
# The first draw from all of Unicode takes a while on a busy machine.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
HALF_STEP = (0.0005, 0.0005, 0.005)


def list_layers(chosen: frozenset[str]) -> tuple[str, ...]:
    """Layers in their one order."""
    return tuple(layer for layer in LAYERS if layer in chosen)


POSITIONS = st.tuples(st.floats(*LATITUDES), st.floats(*LONGITUDES), st.floats(*ZOOMS))
LAYER_SETS = st.frozensets(st.sampled_from(LAYERS)).map(list_layers)
MODES = st.sampled_from([None, *READINGS])
DAYS = st.dates(date(RULES.first_year, 1, 1), RULES.last_day)
PANELS = st.sampled_from([None, PANEL_CLOSED, *sorted(RULES.subjects)])


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any view the map can be in."""
    event = draw(st.sampled_from([None, *RULES.event_years]))
    days = DAYS if event is None else st.dates(*RULES.event_days[event])
    day = draw(st.none() | days)
    year = draw(st.integers(RULES.first_year, RULES.last_year)) if day is None else day.year
    return View(
        year=year if event is None else RULES.event_years[event],
        date=day,
        event=event,
        toward=None if event is None else draw(st.sampled_from(RULES.references[event])),
        layers=draw(LAYER_SETS),
        at=draw(st.none() | POSITIONS),
        panel=draw(PANELS),
        mode=draw(MODES),
    )


TEXTS = st.text(st.characters(exclude_categories=()), max_size=80)
NEARLY = st.one_of(
    st.integers(-10, 9999).map(str),
    st.dates(RULES.last_day - timedelta(20_000), RULES.last_day + timedelta(400)).map(str),
    st.from_regex(r"[-+.,0-9eE ]{0,24}", fullmatch=True),
    st.lists(st.sampled_from([*LAYERS, NO_LAYERS, "", "bogus"]), max_size=9).map(",".join),
    st.sampled_from(
        [*RULES.event_years, *RULES.subjects, "CSTO", "KGZ", "TJK", PANEL_CLOSED, *READINGS]
    ),
    st.sampled_from(CORPUS),
)
PARAMETER_SETS = st.dictionaries(
    st.sampled_from([*PARAMETERS, LANGUAGE, "embed", "Year", "__proto__"]), NEARLY | TEXTS
)


def read_query(query: str) -> dict[str, str]:
    """The parameters of a query string."""
    return dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))


@UNHURRIED
@given(views())
def test_a_view_survives_its_link(view: View) -> None:
    link = write_link(view, RULES)
    read = read_link(read_query(link), RULES)
    assert read.notices == []
    assert (read.view.at is None) == (view.at is None)
    if view.at and read.view.at:
        for there, back, step in zip(view.at, read.view.at, HALF_STEP, strict=True):
            assert abs(there - back) <= step * 1.000001
    assert read.view == View(**{**vars(view), "at": read.view.at})
    assert write_link(read.view, RULES) == link


@UNHURRIED
@given(views())
def test_a_link_names_only_what_differs_and_nothing_needs_escaping(view: View) -> None:
    link = write_link(view, RULES)
    first = None if view.event is None else RULES.references[view.event][0]
    named = {
        "year": view.event is None and view.date is None and view.year != RULES.last_year,
        "date": view.date is not None,
        "event": view.event is not None,
        "toward": view.toward != first,
        "mode": view.mode is not None,
        "layers": view.layers != DEFAULT_LAYERS,
        "at": view.at is not None,
        "panel": view.panel is not None,
    }
    assert list(read_query(link)) == [name for name in PARAMETERS if named[name]]
    assert link.isascii()
    assert not set(link) & set('%<>"`{}+ ')


def test_the_default_view_has_an_empty_link() -> None:
    assert write_link(View(year=RULES.last_year), RULES) == ""
    assert read_link({"embed": "true"}, RULES).view == View(year=RULES.last_year)


@UNHURRIED
@given(PARAMETER_SETS)
@example({"year": "２０１６"})
@example({"year": "2016\n"})
@example({"at": "1e1,5,5"})
@example({"at": "nan,5,5"})
@example({"at": "-,.,-."})
@example({"layers": "\ud800"})
def test_any_text_gives_a_legal_view(parameters: dict[str, str]) -> None:
    view, notices, language = vars(read_link(parameters, RULES)).values()
    assert language in (None, *LANGUAGES)
    assert type(view.year) is int
    assert RULES.first_year <= view.year <= RULES.last_year
    if view.date is not None:
        assert view.event is None
        assert view.date.year == view.year
        assert view.date <= RULES.last_day
    if view.event is None:
        assert view.toward is None
    else:
        assert view.year == RULES.event_years[view.event]
        assert view.toward in RULES.references[view.event]
    assert view.layers == list_layers(frozenset(view.layers))
    bounds = (LATITUDES, LONGITUDES, ZOOMS)
    for value, (low, high) in zip(view.at or (0, 0, 5), bounds, strict=True):
        assert low <= value <= high
    assert view.panel in {None, PANEL_CLOSED, *RULES.subjects}
    assert read_link(read_query(write_link(view, RULES)), RULES).notices == []
    for notice in notices:
        assert notice.partition("=")[0] in parameters
        assert len(notice.encode("utf-8").decode("utf-8")) < SHOWN_LENGTH + 70


@UNHURRIED
@given(PARAMETER_SETS)
def test_what_is_ignored_is_named_once_and_what_is_missing_is_not(
    parameters: dict[str, str],
) -> None:
    read = read_link(parameters, RULES)
    named = [notice.partition("=")[0] for notice in read.notices]
    assert len(set(named)) == len(named)
    kept = read_query(write_link(read.view, RULES))
    for name in PARAMETERS:
        if name not in parameters:
            assert name not in named
            continue
        alone = read_link({name: parameters[name]}, RULES)
        if name in ("mode", "layers", "at", "panel", "event"):
            # These stand for themselves: wrong alone is wrong in company, and right is kept.
            assert (name in named) == bool(alone.notices)
            assert name not in kept or name not in named


WRONG = [
    ("year", "1990", "not a year from 1991 to 2026"),
    ("year", "2027", "not a year from 1991 to 2026"),
    ("year", "", "not a year from 1991 to 2026"),
    ("year", "02016", "not a year from 1991 to 2026"),
    ("year", "+201", "not a year from 1991 to 2026"),
    ("date", "", "not a date of the form YYYY-MM-DD"),
    ("date", "2020-1-05", "not a date of the form YYYY-MM-DD"),
    ("date", "20201015", "not a date of the form YYYY-MM-DD"),
    ("date", "2020-W42-4", "not a date of the form YYYY-MM-DD"),
    ("date", "２０２０-10-15", "not a date of the form YYYY-MM-DD"),
    ("date", "2020-10-15\n", "not a date of the form YYYY-MM-DD"),
    ("date", "1990-12-31", "not a day from 1991-01-01 to 2026-11-30"),
    ("date", "2026-12-01", "not a day from 1991-01-01 to 2026-11-30"),
    ("date", "2021-02-29", "there is no such day"),
    ("date", "2020-00-15", "there is no such day"),
    ("event", "", "there is no event with this id"),
    ("event", "APRIL-WAR-2016", "there is no event with this id"),
    ("toward", "ARM", "not a reference party of the event"),
    ("mode", "", "not a kind of answer"),
    ("mode", "deed", "not a kind of answer"),
    ("mode", "all", "not a kind of answer"),
    ("layers", "", "not a list of layers"),
    ("layers", "members,members", "not a list of layers"),
    ("layers", "none,members", "not a list of layers"),
    ("layers", "Members", "not a list of layers"),
    ("at", "40,46", "not latitude,longitude,zoom within this map"),
    ("at", "90,46,7", "not latitude,longitude,zoom within this map"),
    ("at", "40,46,12", "not latitude,longitude,zoom within this map"),
    ("at", "4e1,46,7", "not latitude,longitude,zoom within this map"),
    ("at", "40, 46,7", "not latitude,longitude,zoom within this map"),
    ("panel", "", "there is no country or zone with this id"),
    ("panel", "arm", "there is no country or zone with this id"),
    ("lang", "", "the atlas is not available in this language"),
    ("lang", "RU", "the atlas is not available in this language"),
    ("lang", "qps", "the atlas is not available in this language"),
]


@pytest.mark.parametrize(("name", "value", "why"), WRONG)
def test_a_wrong_value_is_ignored_by_name(name: str, value: str, why: str) -> None:
    read = read_link({name: value}, RULES)
    assert read.view == View(year=RULES.last_year)
    assert read.notices == [f"{name}={value} was ignored: {why}"]


RIGHT: list[tuple[dict[str, str], dict[str, Any]]] = [
    ({"year": "1991"}, {"year": 1991}),
    ({"date": "2020-02-29"}, {"year": 2020, "date": date(2020, 2, 29)}),
    ({"date": "2026-11-30", "year": "2026"}, {"date": date(2026, 11, 30)}),
    ({"layers": "none"}, {"layers": ()}),
    ({"layers": "control,members"}, {"layers": ("members", "control")}),
    ({"at": "-12,190,11"}, {"at": (-12.0, 190.0, 11.0)}),
    ({"at": ".5,-.5,3."}, {"at": (0.5, -0.5, 3.0)}),
    ({"mode": "votes"}, {"mode": "votes"}),
    ({"panel": "off"}, {"panel": "off"}),
    (
        {"event": "clash-2022", "toward": "TJK", "year": "2022"},
        {"event": "clash-2022", "toward": "TJK", "year": 2022},
    ),
    ({"event": "clash-2022"}, {"event": "clash-2022", "toward": "KGZ", "year": 2022}),
]


@pytest.mark.parametrize(("parameters", "expected"), RIGHT)
def test_a_right_value_is_taken(parameters: dict[str, str], expected: dict[str, Any]) -> None:
    read = read_link(parameters, RULES)
    assert read.notices == []
    assert read.view == View(**{"year": RULES.last_year, **expected})


@UNHURRIED
@given(views(), st.sampled_from(LANGUAGES))
def test_a_link_for_someone_else_names_its_language(view: View, language: str) -> None:
    link = write_link(view, RULES, language=language)
    assert link == "&".join(filter(None, [write_link(view, RULES), f"lang={language}"]))
    assert read_link(read_query(link), RULES).language == language
    assert "lang=ru" in write_link(view, RULES, "b.", "ru").split("&")


@pytest.mark.parametrize(
    ("named", "kept", "locale", "chosen"),
    [
        (None, None, None, "en"),
        (None, None, "ru", "ru"),
        (None, None, "ru-RU", "ru"),
        (None, None, "RU-by", "ru"),
        (None, None, "rue", "en"),
        (None, None, "uk-UA", "en"),
        (None, "ru", "en-US", "ru"),
        ("en", "ru", "ru-RU", "en"),
        ("fr", "ru", "en-US", "ru"),
        ("fr", None, "ru-RU", "ru"),
    ],
)
def test_the_language_is_the_links_then_the_visits_then_the_browsers(
    named: str | None, kept: str | None, locale: str | None, chosen: str
) -> None:
    assert choose_language(named, kept, locale) == chosen


def test_an_event_decides_the_year_and_a_wrong_toward_falls_back() -> None:
    read = read_link({"event": "clash-2022", "toward": "ARM", "year": "2016"}, RULES)
    assert read.view == View(year=2022, event="clash-2022", toward="KGZ")
    assert [notice.partition("=")[0] for notice in read.notices] == ["year", "toward"]


def test_a_date_decides_the_year_and_an_event_which_days() -> None:
    read = read_link({"date": "2020-10-15", "year": "2016"}, RULES)
    assert read.view == View(year=2020, date=date(2020, 10, 15))
    assert read.notices == ["year=2016 was ignored: the date is in 2020"]
    of_event = View(year=2022, event="clash-2022", toward="KGZ")
    for day in ("2022-09-14", "2022-10-12"):
        read = read_link({"date": day, "event": "clash-2022", "year": "2022"}, RULES)
        assert read == ReadLink(replace(of_event, date=date.fromisoformat(day)))
    for day in ("2022-09-13", "2022-10-13"):
        read = read_link({"date": day, "event": "clash-2022"}, RULES)
        assert read.view == of_event
        assert read.notices == [
            f"date={day} was ignored: the days of the event are from 2022-09-14 to 2022-10-12"
        ]
    both = write_pair(View(2026), View(2020, date=date(2020, 10, 15)), RULES)
    assert both == "b-date=2020-10-15"


@UNHURRIED
@given(st.floats(-200, 200), st.integers(1, 4))
def test_plain_decimals_have_no_exponent_and_no_needless_zeros(number: float, places: int) -> None:
    text = plain(number, places)
    assert abs(float(text) - number) <= 0.5000001 / 10**places
    assert "e" not in text
    assert text != "-0"
    assert not ("." in text and text.endswith(("0", ".")))


@UNHURRIED
@given(TEXTS | st.sampled_from(CORPUS))
def test_a_shortened_value_can_always_be_shown(text: str) -> None:
    short = shorten(text)
    assert short == short.encode("utf-8").decode("utf-8")
    assert len(short) == min(len(text), SHOWN_LENGTH)
    if len(text) <= SHOWN_LENGTH and text.isascii():
        assert short == text

"""The filters of the events page as link parameters, its titles, and its small table of colours."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from components.core.cited_version import read_version
from components.core.clock import read_today
from components.core.link_rules import build_link_rules
from components.core.palette import THEMES, read_swatches
from components.core.view_state import PARAMETERS as VIEW_PARAMETERS
from components.core.view_state import View
from components.features.events.dossier import build_permalink
from components.features.events.query_params import (
    PARAMETERS,
    FilterRules,
    build_filter_rules,
    read_filter,
    write_filter,
)
from components.features.events.response_styles import describe_responses, read_responses
from components.features.events.timeline import describe_timeline, explain_empty, state_finding
from data.event_filter import EventFilter, count_choices, filter_events
from data.load import read_record, read_schemas
from tests.injection_strings import RAW_LINK_VALUES


@pytest.fixture(scope="module")
def rules() -> FilterRules:
    record = read_record()
    return build_filter_rules(record, build_link_rules(record, read_today()))


def test_filters_and_view_share_no_parameter() -> None:
    assert not set(PARAMETERS) & set(VIEW_PARAMETERS)


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ({}, EventFilter()),
        (
            {"member": "KGZ", "kind": "conflict", "response": "unmet"},
            EventFilter(member="KGZ", kind="conflict", response="unmet"),
        ),
        ({"zone": "karabakh-nkao"}, EventFilter(zone="karabakh-nkao")),
        ({"from": "2008", "to": "2016"}, EventFilter(first=2008, last=2016)),
        ({"q": "  April   war "}, EventFilter(text="April war")),
    ],
    ids=str,
)
def test_links_are_read_and_written(
    rules: FilterRules, link: dict[str, str], wanted: EventFilter
) -> None:
    read = read_filter(link, rules)
    assert (read.wanted, read.notices) == (wanted, [])
    assert read_filter(write_filter(wanted), rules).wanted == wanted


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ({"member": "FRA"}, ["member"]),
        ({"kind": ""}, ["kind"]),
        ({"zone": "april-war-2016", "response": "maybe"}, ["zone", "response"]),
        ({"from": "1066", "to": "٢٠١٦"}, ["from", "to"]),
        ({"q": "x" * 81}, ["q"]),
        ({"q": "a\u202eb"}, ["q"]),
    ],
    ids=str,
)
def test_wrong_values_are_ignored_and_named(
    rules: FilterRules, link: dict[str, str], named: list[str]
) -> None:
    read = read_filter(link, rules)
    assert read.wanted == EventFilter()
    assert [notice.partition("=")[0] for notice in read.notices] == named


def test_a_period_turned_round_keeps_its_end(rules: FilterRules) -> None:
    read = read_filter({"from": "2020", "to": "2016"}, rules)
    assert read.wanted == EventFilter(last=2016)
    assert len(read.notices) == 1


@pytest.mark.parametrize("raw", RAW_LINK_VALUES)
@pytest.mark.parametrize("name", PARAMETERS)
def test_no_value_breaks_the_reader(rules: FilterRules, name: str, raw: str) -> None:
    read = read_filter({name: raw}, rules)
    assert read_filter(write_filter(read.wanted), rules).wanted == read.wanted


def test_requests_only_are_the_events_of_the_requests() -> None:
    record = read_record()
    asked = {row["event_id"] for row in record.rows("requests")}
    assert {row["id"] for row in filter_events(record, EventFilter(response="asked"))} == asked
    counts = count_choices(record, EventFilter())["response"]
    assert counts["asked"] == len(asked) == sum(counts[each] for each in ("met", "partly", "unmet"))


def make_rows(*responses: str) -> list[dict[str, Any]]:
    return [{"response": response} for response in responses]


@pytest.mark.parametrize(
    ("responses", "title"),
    [
        ([], "No event matches these filters"),
        (["none"], "One event, no request for help"),
        (["none"] * 3, "3 events, no requests for help"),
        (["unmet", "none"], "1 request for help: not granted"),
        (["met", "unmet", "unmet"], "3 requests for help: 1 granted, 2 not granted"),
    ],
)
def test_the_title_states_the_finding(responses: list[str], title: str) -> None:
    assert state_finding([*make_rows(*responses)]) == title


def test_an_empty_filter_says_how_to_widen_it(rules: FilterRules) -> None:
    record = read_record()
    read = read_filter({"member": "BLR", "zone": "vorukh", "q": "zzz"}, rules)
    told = describe_timeline(record, read, rules, View(year=2016))
    assert (told["events"], told["year"]) == ([], 2016)
    assert told["empty"]["active"] == ["country", "zone", "keyword"]
    known = explain_empty(record, EventFilter(kind="conflict", text="zzz"))
    assert [each["name"] for each in known["widenings"]] == ["keyword"]
    assert known["widenings"][0]["filter"] == {"kind": "conflict"}


def test_permalink_names_the_event_and_the_version_alone(rules: FilterRules) -> None:
    view = View(year=2016, event="april-war-2016", toward="AZE", at=(40, 46, 5), panel="KAZ")
    link = build_permalink("https://a.example/base/events?member=ARM#x", view, rules.years)
    shown = "https://a.example/base/events?event=april-war-2016&toward=AZE"
    assert link == f"{shown}&v={read_version()}"
    assert build_permalink(link, view, rules.years, versioned=False) == shown


def test_every_response_has_a_colour_of_its_own_in_both_themes() -> None:
    (field,) = [f for f in read_schemas()["events"].fields if f.name == "response"]
    for theme in THEMES:
        styles = read_responses(theme)
        assert set(styles) == set(field.enum)
        assert len({style.fill for style in styles.values()}) == len(styles)
        lights = sorted(measure_light(style.fill) for style in styles.values())
        assert min(b - a for a, b in pairwise(lights)) > 0.02
        paper = measure_light(read_swatches(theme, "base")["paper"].fill)
        for light in lights:
            low, high = sorted((paper, light))
            assert (high + 0.05) / (low + 0.05) >= 3
    with pytest.raises(ValueError, match="sepia"):
        read_responses("sepia")


def test_page_has_a_colour_of_both_themes_for_each_response() -> None:
    light, dark = (read_responses(theme) for theme in THEMES)
    assert describe_responses() == {
        name: {"fill": f"light-dark({style.fill}, {dark[name].fill})", "label": style.label}
        for name, style in light.items()
    }


def measure_light(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

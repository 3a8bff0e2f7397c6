"""The words say of every country what its colour says, and nothing else."""

from __future__ import annotations

import json
from datetime import date

import pytest

from components.core.alt_text import (
    describe_comparison_in_words,
    describe_dossier_in_words,
    describe_view_in_words,
)
from components.core.alt_text.code_labels import stance_label
from components.core.alt_text.date_format import join_names
from components.core.alt_text.payload import build_descriptions
from components.core.i18n import locale_context
from components.core.link_rules import FIRST_YEAR
from components.core.view_state import View
from data.load import read_record
from data.membership import map_status_on, members_on
from data.stance_cells import UN_VOTE
from data.stances import list_references, resolve_event
from data.timeline import day_of

RECORD = read_record()
TODAY = date(2026, 11, 22)
COUNTRIES = {row["id"]: row for row in RECORD.rows("countries")}
LAYERS = [
    (row["id"], toward)
    for row in RECORD.rows("events")
    for toward in list_references(RECORD, row["id"])
]


def say(view: View, language: str = "en") -> str:
    return describe_view_in_words(view, language, record=RECORD, today=TODAY)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_country_stands_in_the_sentence_of_its_stance(language: str) -> None:
    for event, toward in LAYERS:
        view = View(RECORD.row("events", event)["date_start"].year, event, toward)
        text = say(view, language)
        stances = resolve_event(RECORD, event, toward)
        for code in {stance.code for stance in stances.values()}:
            names = sorted(
                COUNTRIES[actor][f"name_{language}"]
                for actor, stance in stances.items()
                if stance.code == code and actor in COUNTRIES and actor != toward
            )
            with locale_context(language):
                is_vote = RECORD.row("events", event)["kind"] == UN_VOTE
                sentence = stance_label(code, (join_names(names), len(names)), is_vote=is_vote)
            assert not names or sentence in text, (event, toward, code)


def test_silence_no_data_and_contested_are_named_as_such() -> None:
    text = say(View(2016, "april-war-2016", "ARM"))
    assert "stances toward Armenia" in text
    assert "2–5 April 2016" in text
    assert "Sources disagree" not in text
    contested = say(View(2020, "karabakh-2020", "AZE"))
    assert "Sources disagree on Kazakhstan: Verbal or symbolic support; Neutral, " in contested
    assert "No data for" in say(View(2016, "april-war-2016", "AZE"))


def test_a_year_names_its_members_and_who_left() -> None:
    for year in range(FIRST_YEAR, TODAY.year + 1):
        text = say(View(year))
        day = day_of(year, TODAY)
        drawn = map_status_on(RECORD, day)
        assert not [c for c in drawn if COUNTRIES[c]["name_en"] not in text]
        count = len(members_on(RECORD, day))
        assert f"has {count} member" in text if count else "does not exist yet" in text
    assert "The Treaty" not in say(View(2010))
    assert "Organization" not in say(View(1995))


def test_zones_follow_the_layer() -> None:
    assert "Abkhazia" in say(View(2012))
    assert "Abkhazia" not in say(View(2012, layers=("members",)))


def test_a_dossier_adds_what_was_asked_and_answered() -> None:
    text = describe_dossier_in_words("april-war-2016", "ARM", "en", record=RECORD)
    assert RECORD.row("events", "april-war-2016")["answer"] in text
    assert text.startswith(RECORD.row("events", "april-war-2016")["title_en"])


def test_a_comparison_names_what_differs() -> None:
    first, second = View(1995), View(2005)
    text = describe_comparison_in_words(first, second, "en", record=RECORD, today=TODAY)
    assert "Members on the first map only: Azerbaijan, Georgia and Uzbekistan." in text
    same = describe_comparison_in_words(first, first, "en", record=RECORD, today=TODAY)
    assert "the same on both maps" in same


def test_the_documents_hold_every_view() -> None:
    files = build_descriptions(RECORD, FIRST_YEAR, TODAY)
    for language in ("en", "ru"):
        words = json.loads(files[f"words-{language}.json"])
        assert sorted(words["years"]) == [str(y) for y in range(FIRST_YEAR, TODAY.year + 1)]
        found = [(event, toward) for event, of in words["events"].items() for toward in of]
        assert found == LAYERS


def test_unknown_views_are_refused() -> None:
    with pytest.raises(KeyError):
        say(View(2016, "no-such-event", "ARM"))
    with pytest.raises(ValueError, match="reference party"):
        say(View(2016, "april-war-2016", "USA"))


def test_positions_and_the_day_of_control_are_told() -> None:
    assert "Control as of 31 December 2022. Positions of troops (Azerbaijan)" in say(View(2022))
    assert "Heights east of Jermuk" in say(View(2022))
    assert "Control as of 31 December 2020." in say(View(2020))
    assert "Positions of troops" not in say(View(2020))
    assert "Control as of 2 April 2016." in say(View(2016, "april-war-2016", "AZE"))
    assert "Control" not in say(View(2022, layers=("members",)))

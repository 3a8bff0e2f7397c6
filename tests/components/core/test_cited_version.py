"""What a page says when its link cites a version of the record."""

from __future__ import annotations

import pytest

from components.core.cited_version import (
    MOST_NAMED,
    VERSION,
    add_version,
    describe_cited_version,
    read_version,
)
from components.core.i18n import locale_context
from data.changelog import read_editions

OLD = "1.0.0"
EVENT_UNCHANGED = "alma-ata-1991"


def describe(language: str = "en", **parameters: str) -> str:
    with locale_context(language):
        note = describe_cited_version({VERSION: OLD, **parameters})
    assert note is not None
    return note.text


def test_links_name_the_present_version() -> None:
    assert add_version("event=x") == f"event=x&v={read_version()}"
    assert add_version("") == f"v={read_version()}"


@pytest.mark.parametrize("parameters", [{}, {"event": "april-war-2016"}])
def test_old_links_and_those_of_this_version_say_nothing(parameters: dict[str, str]) -> None:
    assert describe_cited_version(parameters) is None
    assert describe_cited_version({**parameters, VERSION: read_version()}) is None


def test_an_event_tells_of_its_own_stances() -> None:
    assert describe(event="april-war-2016").startswith(
        f"This link cites version {OLD} of the record, now {read_version()}. "
        "Since then, at this event: Kazakhstan toward Armenia: "
    )
    russian = describe("ru", event="april-war-2016")
    assert "Казахстан" in russian
    assert "Kazakhstan" not in russian


def test_an_event_names_a_few_stances_and_counts_the_others() -> None:
    stances = read_editions()[-2].stances
    changed = sum(change.event == "moscow-ministers-2001" for change in stances)
    assert changed > MOST_NAMED
    text = describe(event="moscow-ministers-2001")
    assert text.count(" toward ") == MOST_NAMED
    assert text.endswith(f"; {changed - MOST_NAMED} more.")


def test_an_event_without_changes_says_so() -> None:
    assert describe(event=EVENT_UNCHANGED).endswith("no stance of this event since then.")


def test_both_events_of_a_comparison_count() -> None:
    text = describe(**{"event": "kursk-2024", "b-event": "crocus-2024"})
    assert "Since then, at these events: Belarus toward Russia: " in text
    assert text.endswith("; 1 more.")


@pytest.mark.parametrize("event", ["", "no-such-event", "constructor"])
def test_any_other_view_counts_all(event: str) -> None:
    text = describe(event=event) if event else describe()
    assert "stances have changed" in text
    assert "events were added" in text


@pytest.mark.parametrize("given", ["9.9.9", "", "1", "<b>1.0.0</b>", "1.0.0\n", "x" * 4000])
def test_a_version_that_never_was_is_ignored_and_named(given: str) -> None:
    note = describe_cited_version({VERSION: given, "event": "april-war-2016"})
    assert note is not None
    assert note.text.startswith("v=")
    assert note.text.endswith(" was ignored: the record has no such version")
    assert len(note.text) < 150
    assert note.more == ""

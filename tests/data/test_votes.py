"""The rule from votes to stances: total, symmetric, and held by the record."""

from __future__ import annotations

import pytest

from data.load import read_record
from data.votes import derive_stance, expect_stances
from tests.data.real_record import read_unchecked

NINE = {"ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
RULE = [
    ("against", "against", "direct", "DIP"),
    ("for", "against", "direct", "OPP"),
    ("for", "for", "direct", "DIP"),
    ("against", "for", "direct", "OPP"),
    ("for", "against", "aside", "LEAN"),
    ("against", "against", "aside", "DIP"),
    ("abstained", "against", "direct", "NEU"),
    ("abstained", "for", "aside", "NEU"),
    ("not_voting", "against", "direct", "SIL"),
    ("unknown", "for", "direct", None),
]
# What is most often got wrong: (event, country, toward, stance).
KNOWN = [
    ("unga-es-11-3", "KAZ", "RUS", "DIP"),
    ("unga-es-11-3", "ARM", "RUS", "SIL"),
    ("unga-es-11-1", "KAZ", "RUS", "NEU"),
    ("unga-es-11-8", "ARM", "RUS", "OPP"),
    ("unga-77-284", "ARM", "RUS", "LEAN"),
    ("unga-68-262", "KGZ", "RUS", "SIL"),
    ("unga-62-243", "KAZ", "ARM", "NEU"),
    ("unga-62-243", "ARM", "AZE", "PTY"),
    ("unga-2026", "TJK", "RUS", "NEU"),
    ("unga-children-2025", "TJK", "RUS", None),
]


@pytest.mark.parametrize(("vote", "favourable", "aim", "stance"), RULE)
def test_rule(vote: str, favourable: str, aim: str, stance: str | None) -> None:
    assert derive_stance(vote, favourable, aim) == stance


@pytest.mark.parametrize(
    ("vote", "favourable", "aim"),
    [("yes", "for", "direct"), ("for", "maybe", "direct"), ("abstained", "for", "sideways")],
)
def test_unknown_words_are_refused(vote: str, favourable: str, aim: str) -> None:
    with pytest.raises(ValueError, match="no such"):
        derive_stance(vote, favourable, aim)


@pytest.mark.parametrize(("event", "country", "toward", "stance"), KNOWN)
def test_known_votes(event: str, country: str, toward: str, stance: str | None) -> None:
    found = {
        (each.event_id, each.vote["country"], each.toward): each.stance
        for each in expect_stances(read_unchecked())
    }
    assert found[event, country, toward] == stance


def test_every_resolution_has_a_row_for_each_of_the_nine() -> None:
    rows = read_record().rows("votes")
    for resolution in {row["resolution"] for row in rows}:
        assert {r["country"] for r in rows if r["resolution"] == resolution} >= NINE, resolution


def test_every_vote_event_is_layered() -> None:
    record = read_record()
    layered = {row["event_id"] for row in record.rows("vote_layers")}
    assert layered == {row["id"] for row in record.rows("events") if row["kind"] == "un_vote"}

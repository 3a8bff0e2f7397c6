"""Roll calls: agreement with the hub and with what serves the reference party; votes not cast."""

from __future__ import annotations

import pytest

from data.cohesion_variants import read_hub
from data.load import read_record
from data.roll_calls import (
    agree,
    agree_with_sides,
    agree_with_state,
    list_roll_calls,
    list_voters,
    summarise_voter,
)
from data.vote_agreement import score_agreement
from data.votes import derive_stance


def test_votes_not_cast_agree_with_nobody() -> None:
    for vote in ("not_voting", "unknown", "", None):
        assert agree(vote, "against") is None
        assert agree("for", vote) is None
    assert (agree("for", "for"), agree("for", "abstained"), agree("for", "against")) == (1, 0.5, 0)


def test_every_vote_of_the_record_is_in_one_roll_call() -> None:
    record = read_record()
    calls = list_roll_calls(record)
    assert sum(len(call.votes) for call in calls) == len(record.rows("votes"))
    assert [call.day for call in calls] == sorted(call.day for call in calls)
    for call in calls:
        assert call.sides
        for side in call.sides:
            for country, vote in call.votes.items():
                stance = derive_stance(vote, side.favourable, side.aim)
                found = agree_with_sides(call, country).get(side.toward)
                if country == side.toward or stance in (None, "SIL"):
                    assert found is None
                else:
                    assert found == {"DIP": 1, "NEU": 0.5}.get(str(stance), 0)


def test_agreement_of_pairs_always_members_is_that_of_the_cohesion_page() -> None:
    record, hub = read_record(), read_hub()
    calls = list_roll_calls(record)
    pairs = {(pair.first, pair.second): pair for pair in score_agreement(record)}
    compared = 0
    for country in list_voters(calls):
        if not all({country, hub} <= call.members for call in calls):
            continue
        if country == hub:
            continue
        pair = pairs[min(country, hub), max(country, hub)]
        found = summarise_voter(calls, country, hub)
        assert found.with_hub == pytest.approx(pair.agreement)
        assert found.hub_resolutions == pair.resolutions
        compared += 1
    assert compared


def test_the_hub_is_not_compared_with_itself() -> None:
    calls, hub = list_roll_calls(read_record()), read_hub()
    assert all(agree_with_state(call, hub, hub) is None for call in calls)
    found = summarise_voter(calls, hub, hub)
    assert (found.with_hub, found.hub_resolutions) == (None, 0)
    assert found.party_resolutions > 0

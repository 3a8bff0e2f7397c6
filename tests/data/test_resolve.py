"""The rule of resolution: every branch, then properties that no set of claims may break."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.claim import Adjudication, Claim
from data.resolve import RANK, Stance, resolve_stance

ORDINALS = {"MAT": 3, "DIP": 2, "TEP": 1, "NEU": 0, "LEAN": -1, "OPP": -2, "HOS": -3,
            "SIL": None, "PTY": None, "NOM": None, "ND": None}  # fmt: skip
SETTLED = Adjudication("e", "KAZ", "RUS", "NEU", "The later text is the official one.")


def claim(stance: str, certainty: str = "explicit", id_: str = "a", day: int = 1) -> Claim:
    """One claim on Kazakhstan toward Russia."""
    return Claim(
        id_, "e", date(2015, 11, day), "KAZ", "RUS", stance, certainty, "s", "§1", "author", "", ""
    )


def resolve(*pairs: str, settled: Adjudication | None = None) -> Stance:
    """Resolve claims written as "CODE certainty"."""
    words = [pair.split() for pair in pairs]
    claims = [claim(code, sure, f"c{at}") for at, (code, sure) in enumerate(words)]
    return resolve_stance(claims, settled, ORDINALS)


@pytest.mark.parametrize(
    ("pairs", "code", "contested"),
    [
        ([], "ND", False),
        (["ND explicit"], "ND", False),
        (["DIP explicit"], "DIP", False),
        (["DIP explicit", "DIP quoted"], "DIP", False),
        # no data never stands against others
        (["ND explicit", "OPP opinion"], "OPP", False),
        (["ND explicit", "TEP group"], "TEP", False),
        # specific before group
        (["NEU explicit", "TEP group"], "NEU", False),
        (["NEU inferred", "TEP group"], "NEU", False),
        (["LEAN opinion", "TEP group"], "LEAN", False),
        # explicit and quoted are equal, before inferred, before opinion
        (["DIP explicit", "LEAN quoted"], "LEAN", True),
        (["DIP quoted", "NEU inferred"], "DIP", False),
        (["DIP inferred", "NEU opinion"], "DIP", False),
        (["MAT opinion", "HOS opinion", "NEU opinion"], "NEU", True),
        # nearest 0; equally near, the less favourable
        (["MAT explicit", "TEP explicit"], "TEP", True),
        (["HOS explicit", "LEAN explicit"], "LEAN", True),
        (["TEP explicit", "LEAN explicit"], "LEAN", True),
        (["DIP group", "OPP group"], "OPP", True),
        (["HOS quoted", "NEU explicit", "MAT quoted"], "NEU", True),
        # off the scale: silence, party
        (["SIL explicit"], "SIL", False),
        (["SIL explicit", "HOS explicit"], "HOS", True),
        (["SIL explicit", "HOS inferred"], "SIL", False),
        (["PTY explicit", "SIL explicit"], "PTY", True),
        (["PTY explicit", "DIP explicit"], "DIP", True),
    ],
)
def test_each_branch(pairs: list[str], code: str, contested: bool) -> None:
    stance = resolve(*pairs)
    assert (stance.code, stance.contested) == (code, contested)
    assert bool(stance.rule) == bool(stance.readings) == contested


def test_adjudication_settles() -> None:
    stance = resolve("DIP explicit", "OPP explicit", settled=SETTLED)
    assert (stance.code, stance.contested, stance.adjudicated) == ("NEU", False, True)
    assert stance.reason == SETTLED.reason
    assert len(stance.claims) == 2


def test_claims_are_ordered_by_weight_then_what_is_shown_then_date() -> None:
    claims = [
        claim("ND", id_="nothing"),
        claim("TEP", "group", "group"),
        claim("DIP", id_="other"),
        claim("TEP", "opinion", "opinion"),
        claim("TEP", "quoted", "later", day=9),
        claim("TEP", id_="earlier"),
    ]
    order = [c.id for c in resolve_stance(claims, None, ORDINALS).claims]
    assert order == ["earlier", "later", "other", "opinion", "group", "nothing"]


@pytest.mark.parametrize(
    ("pairs", "rule"),
    [
        (["LEAN explicit", "DIP explicit"], "nearest"),
        (["LEAN explicit", "TEP explicit"], "tie"),
        (["NEU explicit", "SIL explicit", "TEP explicit"], "nearest"),
        (["SIL explicit", "TEP explicit"], "placed"),
        (["SIL explicit", "PTY explicit"], "party"),
        (["TEP explicit", "OPP opinion"], ""),
    ],
)
def test_the_rule_that_chose_a_reading_is_named(pairs: list[str], rule: str) -> None:
    assert resolve(*pairs).rule == rule


@pytest.mark.parametrize("code", ["NOM", "XXX", ""])
def test_codes_that_cannot_be_claimed_are_refused(code: str) -> None:
    with pytest.raises(ValueError, match="claim a: stance"):
        resolve_stance([claim(code)], None, ORDINALS)


def test_claims_on_two_questions_are_refused() -> None:
    other = Claim(
        "b", "e", date(2015, 11, 1), "BLR", "RUS", "DIP", "quoted", "s", "", "public", "", ""
    )
    with pytest.raises(ValueError, match="different questions"):
        resolve_stance([claim("DIP"), other], None, ORDINALS)


CODES = st.sampled_from(sorted(set(ORDINALS) - {"NOM"}))
PAIRS = st.lists(st.tuples(CODES, st.sampled_from(sorted(RANK))), max_size=8)
CLAIMS = PAIRS.map(lambda pairs: [claim(*pair, f"c{at}") for at, pair in enumerate(pairs)])


@given(CLAIMS, st.randoms())
def test_order_of_claims_does_not_matter(claims: list[Claim], random: Random) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert resolve_stance(shuffled, None, ORDINALS) == resolve_stance(claims, None, ORDINALS)


@given(CLAIMS)
def test_result_is_one_of_the_codes_given_and_keeps_every_claim(claims: list[Claim]) -> None:
    stance = resolve_stance(claims, None, ORDINALS)
    assert stance.code in {c.stance for c in claims} | ({"ND"} if not claims else set())
    assert sorted(c.id for c in stance.claims) == sorted(c.id for c in claims)


@given(CLAIMS, st.sampled_from(["explicit", "quoted"]), CODES, CODES)
def test_opinion_never_changes_an_explicit_reading(
    claims: list[Claim], certainty: str, code: str, thought: str
) -> None:
    if code == "ND":
        return
    claims = [*claims, claim(code, certainty, "sure")]
    before = resolve_stance(claims, None, ORDINALS)
    after = resolve_stance([*claims, claim(thought, "opinion", "thought")], None, ORDINALS)
    assert (after.code, after.contested) == (before.code, before.contested)


@given(CLAIMS, CODES)
def test_group_sentence_never_changes_a_specific_reading(claims: list[Claim], code: str) -> None:
    claims = [*claims, claim("TEP", "opinion", "specific")]
    before = resolve_stance(claims, None, ORDINALS)
    after = resolve_stance([*claims, claim(code, "group", "many")], None, ORDINALS)
    assert (after.code, after.contested) == (before.code, before.contested)


@given(CLAIMS)
def test_repeating_a_claim_changes_nothing_shown(claims: list[Claim]) -> None:
    once = resolve_stance(claims, None, ORDINALS)
    twice = resolve_stance([*claims, *claims], None, ORDINALS)
    assert (twice.code, twice.contested, twice.rule) == (once.code, once.contested, once.rule)


@given(CLAIMS)
def test_contested_only_when_best_claims_differ_and_never_overstated(claims: list[Claim]) -> None:
    stance = resolve_stance(claims, None, ORDINALS)
    informative = [c for c in claims if c.stance != "ND"]
    best = min((RANK[c.certainty] for c in informative), default=0)
    codes = {c.stance for c in informative if RANK[c.certainty] == best}
    assert stance.contested == (len(codes) > 1)
    placed = [at for code in codes if (at := ORDINALS[code]) is not None]
    if placed:
        shown = ORDINALS[stance.code]
        assert shown is not None
        assert all(abs(shown) < abs(at) or (abs(shown) == abs(at) and shown <= at) for at in placed)


@given(CLAIMS, CODES)
def test_adjudication_always_settles(claims: list[Claim], code: str) -> None:
    settled = Adjudication("e", "KAZ", "RUS", code, "so")
    stance = resolve_stance(claims, settled, ORDINALS)
    assert (stance.code, stance.contested, stance.reason) == (code, False, "so")

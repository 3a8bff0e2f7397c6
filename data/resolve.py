"""The rule by which claims become a stance. Pure: no table is read here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.claim import Adjudication, Claim
from data.turns import Turn, prefer_acts, split_turns
from data.weight import find_weakness

Lang = str
"""A language of the table `languages.json`."""

PARTY, SILENT, NO_DATA, NOT_MEMBER = "PTY", "SIL", "ND", "NOM"

# Smaller counts for more. Specific sentences first, by how directly they report; a sentence that
# names several states together says least about any one of them.
RANK = {"explicit": 0, "quoted": 0, "inferred": 1, "opinion": 2, "group": 3}


@dataclass(frozen=True)
class Stance:
    """The resolved reading. ``claims`` are ordered, those that count for most first.

    ``readings`` are the differing codes when contested, most favourable first, else empty; ``rule``
    then names what chose ``code`` among them (see `find_rule`). ``turns`` are the readings in time
    when the first and the last differ, or one between, else empty; ``outweighed`` the other codes
    of words as certain as the deeds or votes that are shown. ``reason`` is the adjudication's.
    ``weakness`` says why the evidence is weak (see `find_weakness`), empty if it is not.
    """

    code: str
    contested: bool = False
    claims: tuple[Claim, ...] = ()
    reason: str = ""
    adjudicated: bool = False
    readings: tuple[str, ...] = ()
    reason_ru: str = ""
    rule: str = ""
    turns: tuple[Turn, ...] = ()
    outweighed: tuple[str, ...] = ()
    weakness: str = ""


def resolve_stance(
    claims: Sequence[Claim],
    adjudication: Adjudication | None,
    ordinals: Mapping[str, int | None],
) -> Stance:
    """Stance that ``claims`` on one event, actor and reference party amount to.

    ``ordinals`` gives each code's place on the scale, None for the codes that are not on it.

    1. An adjudication settles the reading; it is then not contested.
    2. Claims of no data never stand against others; alone, or without claims, the answer is ND.
    3. Only claims of the best certainty count: any specific sentence beats a group sentence; among
       specific ones explicit and quoted are equal and beat inferred, which beats opinion.
    4. Of these, deeds and votes outweigh words: what a state did is read before what it said.
    5. Claims of different days are turns, and the last is shown. Reports and claims whose own day
       is not known speak of the whole event; they are read beside the last day.
    6. If what is left agrees, that is the stance. If not, it is contested: sources differ on the
       same moment, and of their codes
       a. the one nearest 0 is shown; of two equally near, the less favourable to the reference
          party, so that support is never overstated;
       b. a code of the scale is shown before party and before silence, party before silence.

    The order of the claims does not matter. ValueError for a claim of a code not in ``ordinals``,
    for NOM, which only membership can give, and for claims on different questions.
    """
    _require_one_question(claims, ordinals)
    informative = [claim for claim in claims if claim.stance != NO_DATA]
    best = min((RANK[claim.certainty] for claim in informative), default=0)
    sure = [claim for claim in informative if RANK[claim.certainty] == best]
    if adjudication is not None:
        code = adjudication.stance
        return Stance(
            code,
            False,
            _order(claims, code),
            adjudication.reason,
            adjudicated=True,
            reason_ru=adjudication.reason_ru,
            weakness="" if adjudication.source_id else _weigh(informative, code),
        )
    if not sure:
        return Stance(NO_DATA, False, _order(claims, NO_DATA))
    counted = prefer_acts(sure)
    turns, last = split_turns(counted, lambda codes: _choose(codes, ordinals))
    codes = {claim.stance for claim in last}
    code = _choose(codes, ordinals)
    stance = Stance(
        code,
        False,
        _order(claims, code),
        turns=turns if len(turns) > 1 else (),
        outweighed=_sort_codes(
            {claim.stance for claim in sure} - {claim.stance for claim in counted}, ordinals
        ),
        weakness=_weigh(counted, code),
    )
    if len(codes) == 1:
        return stance
    readings = _sort_codes(codes, ordinals)
    rule = find_rule(readings, ordinals)
    return replace(stance, contested=True, readings=readings, rule=rule)


def _weigh(claims: Sequence[Claim], code: str) -> str:
    """Parties are told apart by what the event is, not by evidence of a stance."""
    return "" if code == PARTY else find_weakness([c for c in claims if c.stance == code])


def find_rule(readings: Sequence[str], ordinals: Mapping[str, int | None]) -> str:
    """What chose among differing readings of one moment, equally certain.

    `nearest` to neutral; of a `tie` the less favourable; the one `placed` on the scale before one
    that is not; a `party` before silence.
    """
    placed = [ordinal for code in readings if (ordinal := ordinals[code]) is not None]
    if not placed:
        return "party"
    if len(placed) == 1:
        return "placed"
    nearest = min(map(abs, placed))
    return "tie" if nearest in placed and -nearest in placed and nearest else "nearest"


def _require_one_question(claims: Sequence[Claim], ordinals: Mapping[str, int | None]) -> None:
    questions = {(claim.event_id, claim.actor, claim.toward) for claim in claims}
    if len(questions) > 1:
        raise ValueError(f"claims on different questions: {sorted(questions)}")
    for claim in claims:
        if claim.stance == NOT_MEMBER or claim.stance not in ordinals:
            raise ValueError(f"claim {claim.id}: stance {claim.stance!r} cannot be claimed")


def _choose(codes: Collection[str], ordinals: Mapping[str, int | None]) -> str:
    placed = [(abs(at), at, code) for code in codes if (at := ordinals[code]) is not None]
    if placed:
        return min(placed)[2]
    return PARTY if PARTY in codes else min(codes)


def _sort_codes(codes: Collection[str], ordinals: Mapping[str, int | None]) -> tuple[str, ...]:
    """Most favourable first, then the codes that are not on the scale."""

    def place(code: str) -> tuple[bool, int, str]:
        at = ordinals[code]
        return at is None, -(at or 0), code

    return tuple(sorted(codes, key=place))


def _order(claims: Sequence[Claim], shown: str) -> tuple[Claim, ...]:
    def weight(claim: Claim) -> tuple[bool, int, bool, date, str]:
        no_data = claim.stance == NO_DATA
        return no_data, RANK[claim.certainty], claim.stance != shown, claim.date, claim.id

    return tuple(sorted(claims, key=weight))

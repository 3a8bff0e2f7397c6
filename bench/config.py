"""How often and how long to measure; the full run takes about a quarter of an hour."""

from __future__ import annotations

from dataclasses import dataclass

from bench.attacks import ATTACKS
from bench.paired import Rounds
from bench.variants import ATLAS, BARE, PLOTLY, USUAL, VARIANTS, Variant

# When a full run has taken this long, what is left is skipped and said to be.
AT_MOST_SECONDS = 1200


@dataclass(frozen=True)
class Plan:
    """Repeats and seconds; `crowds` gives seconds by number of visitors.

    `pages` is how often each page is opened. `late_seconds` is how long a page is left alone for
    what it puts off (icon fonts, say). From `CROWDED` visitors on only the `crowded` variants are
    measured. `moves` is how many steps of a story are taken, `files` what forty steps are made
    into, after `rest_seconds` without an order. `replica_crowds` gives seconds by number of
    visitors who share `replicas` servers, each of which may take `come_in_seconds` to let them in.
    `attacks` of `attack_seconds` each; `closed` sessions are opened and closed. `rounds` of the
    groups measured in turn with another revision.
    """

    variants: tuple[Variant, ...]
    maps: dict[Variant, int]
    late_seconds: float
    pages: int
    sweeps: int
    steps: int
    releases: int
    sessions: int
    crowds: dict[int, float]
    crowded: frozenset[Variant]
    open_seconds: float
    moves: int
    files: tuple[str, ...]
    rest_seconds: float
    replicas: int
    replica_crowds: dict[int, float]
    come_in_seconds: float
    attacks: tuple[str, ...]
    attack_seconds: float
    closed: int
    rounds: Rounds


CROWDED = 100
FULL = Plan(
    variants=VARIANTS,
    maps={ATLAS: 3, BARE: 3, USUAL: 2, PLOTLY: 1},
    late_seconds=8,
    pages=3,
    sweeps=3,
    steps=35,
    releases=8,
    sessions=20,
    crowds={1: 20, 20: 15, 100: 15},
    crowded=frozenset({ATLAS, USUAL}),
    open_seconds=15,
    moves=17,
    files=("pptx", "pdf"),
    rest_seconds=8,
    replicas=2,
    replica_crowds={100: 10, 250: 10, 500: 20},
    come_in_seconds=60,
    attacks=tuple(ATTACKS),
    attack_seconds=15,
    closed=3000,
    rounds=Rounds(least=3, most=9, steady=0.05),
)
QUICK = Plan(
    variants=VARIANTS,
    maps={ATLAS: 1, BARE: 1, USUAL: 1, PLOTLY: 1},
    late_seconds=7,
    pages=1,
    sweeps=1,
    steps=18,
    releases=3,
    sessions=10,
    crowds={1: 6, 20: 6, 100: 6},
    crowded=frozenset({ATLAS}),
    open_seconds=8,
    moves=4,
    files=("pptx",),
    rest_seconds=3,
    replicas=2,
    replica_crowds={100: 10, 500: 10},
    come_in_seconds=30,
    attacks=tuple(ATTACKS),
    attack_seconds=8,
    closed=500,
    rounds=Rounds(least=2, most=4, steady=0.1),
)

"""Where marks of one place stand on a picture: on a ring around it, as on the web map.

`components/frontend/src/map/layers/marker_layout.ts` does the same in the browser.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

GAP = 25.0  # between the middles of two marks, in units of the picture
INNER = 10  # marks on the inner ring; the others stand on a second one around it

Spot = tuple[float, float]


@dataclass(frozen=True)
class _Crowd:
    x: float
    y: float
    radius: float
    members: tuple[int, ...]


def lay_out_marks(points: Sequence[Spot], unit: float = 1.0) -> list[Spot]:
    """For each point where its mark stands; points that are near no other keep theirs.

    `unit` is the pixels of a unit of the picture.
    """
    spots = list(points)
    gap = GAP * unit
    for crowd in _find_crowds(points, gap):
        if len(crowd.members) < 2:
            continue
        around = sorted(crowd.members, key=lambda member: (_angle(points[member], crowd), member))
        second = around[1::2] if len(around) > INNER else []
        first = [member for member in around if member not in second]
        inner = _find_radius(len(first), gap)
        outer = max(inner + gap, _find_radius(len(second), gap))
        for ring, radius in ((first, inner), (second, outer)):
            places = [_find_place(crowd, radius, at, len(ring)) for at in range(len(ring))]
            # Turned so that the lines are short.
            turns = [places[turn:] + places[:turn] for turn in range(len(ring))]
            own = [points[member] for member in ring]
            lengths = [sum(map(math.dist, turned, own)) for turned in turns]
            best = turns[lengths.index(min(lengths))] if ring else []
            for member, spot in zip(ring, best, strict=True):
                spots[member] = spot
    return spots


def _find_place(crowd: _Crowd, radius: float, at: int, count: int) -> Spot:
    angle = (at + 0.5) / count * 2 * math.pi - math.pi
    return crowd.x + radius * math.cos(angle), crowd.y + radius * math.sin(angle)


def _angle(point: Spot, crowd: _Crowd) -> float:
    return math.atan2(point[1] - crowd.y, point[0] - crowd.x)


def _find_radius(count: int, gap: float) -> float:
    return gap / 2 / math.sin(math.pi / count) if count > 1 else 0.0


def _find_crowds(points: Sequence[Spot], gap: float) -> list[_Crowd]:
    """Points so near each other that their marks, or the rings of these, would touch."""
    crowds = [_Crowd(x, y, 0.0, (place,)) for place, (x, y) in enumerate(points)]
    while pair := _find_touching(crowds, gap):
        members = pair[0].members + pair[1].members
        x = sum(points[member][0] for member in members) / len(members)
        y = sum(points[member][1] for member in members) / len(members)
        if len(members) > INNER:
            radius = _find_radius(math.ceil(len(members) / 2), gap) + gap
        else:
            radius = _find_radius(len(members), gap)
        crowds = [each for each in crowds if each not in pair]
        crowds.append(_Crowd(x, y, radius, members))
    return crowds


def _find_touching(crowds: Sequence[_Crowd], gap: float) -> tuple[_Crowd, _Crowd] | None:
    for place, one in enumerate(crowds):
        for other in crowds[place + 1 :]:
            apart = math.hypot(one.x - other.x, one.y - other.y)
            if apart < one.radius + other.radius + gap:
                return one, other
    return None

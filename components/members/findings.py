"""The titles of the members page: each says what the record shows, from its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components.language import gettext as _
from components.language import ngettext
from components.language.numbers import say_signed
from data.resolve import NO_DATA, NOT_MEMBER, PARTY, SILENT
from data.standing import GAPS, RANKED_FROM, Standing

Rows = Sequence[Mapping[str, Any]]


def say_taken(name: str, sides: Mapping[str, int]) -> str:
    """How often a state backed the party concerned, by `count_sides`."""
    if not _count_scale(sides):
        return _("No source in the record reports a stance of {country}", country=name)
    return _(
        "{country} {backed}, {neutral} and {against}",
        country=name,
        backed=_say_backed(sides["support"]),
        neutral=_say_neutral(sides["neutral"]),
        against=_say_against(sides["against"]),
    )


def _say_backed(count: int) -> str:
    often = {
        0: _("never backed the party concerned"),
        1: _("backed the party concerned once"),
        2: _("backed the party concerned twice"),
    }
    return often.get(count) or ngettext(
        "backed the party concerned {count} time", "backed the party concerned {count} times", count
    )


def _say_neutral(count: int) -> str:
    often = {
        0: _("never stayed neutral"),
        1: _("stayed neutral once"),
        2: _("stayed neutral twice"),
    }
    return often.get(count) or ngettext(
        "stayed neutral {count} time", "stayed neutral {count} times", count
    )


def _say_against(count: int) -> str:
    often = {
        0: _("never went against it"),
        1: _("went against it once"),
        2: _("went against it twice"),
    }
    return often.get(count) or ngettext(
        "went against it {count} time", "went against it {count} times", count
    )


def say_toward(name: str, sides: Mapping[str, int]) -> str:
    """How often others backed a state, by `count_sides`."""
    if not _count_scale(sides):
        return _("No source in the record reports a stance toward {country}", country=name)
    return _(
        "Readings toward {country}: {support} in support, {neutral} neutral, {against} against",
        country=name,
        support=sides["support"],
        neutral=sides["neutral"],
        against=sides["against"],
    )


def _count_scale(sides: Mapping[str, int]) -> int:
    return sides["support"] + sides["neutral"] + sides["against"]


def say_gaps(gaps: Mapping[str, int]) -> str:
    """The cases without a reading, each kind by itself; empty when there is none."""
    words = {
        SILENT: ngettext(
            "{count} case of no reaction", "{count} cases of no reaction", gaps[SILENT]
        ),
        PARTY: ngettext(
            "{count} time as a party to the event",
            "{count} times as a party to the event",
            gaps[PARTY],
        ),
        NO_DATA: ngettext("{count} case without data", "{count} cases without data", gaps[NO_DATA]),
        NOT_MEMBER: ngettext(
            "{count} case outside the alliance",
            "{count} cases outside the alliance",
            gaps[NOT_MEMBER],
        ),
    }
    parts = [words[code] for code in GAPS if gaps[code]]
    if not parts:
        return ""
    return _("Beside these {gaps}: none of them counts as neutral.", gaps=", ".join(parts))


def say_standing(
    standings: Iterable[Standing], names: Mapping[str, Mapping[str, Any]], side: str, name: str
) -> str:
    """The states with the highest and the lowest mean among those with readings enough.

    ``side`` is what the others are to the state of this name: `actor` or `toward`.
    """
    ranked = [each for each in standings if each.ranked and names[each.other]["state"]]
    if not ranked:
        return ngettext(
            "No state has {count} reading or more: too few to rank",
            "No state has {count} readings or more: too few to rank",
            RANKED_FROM,
        )
    values = {"country": name, "closest": _say_mean(ranked[0], names)}
    if len(ranked) == 1:
        if side == "actor":
            return _("Closest of the states to {country}: {closest}", **values)
        return _("Of the states, {country} was closest to {closest}", **values)
    values["farthest"] = _say_mean(ranked[-1], names)
    if side == "actor":
        return _("Closest of the states to {country}: {closest}; farthest: {farthest}", **values)
    return _(
        "Of the states, {country} was closest to {closest}; farthest from {farthest}", **values
    )


def _say_mean(standing: Standing, names: Mapping[str, Mapping[str, Any]]) -> str:
    return ngettext(
        "{country} ({mean}, {count} reading)",
        "{country} ({mean}, {count} readings)",
        standing.readings,
        country=names[standing.other]["name"],
        mean=say_signed(standing.mean or 0),
    )


def say_votes(votes: Rows, name: str) -> str:
    """What the state did most often in the votes recorded."""
    if not votes:
        return _("The record holds no vote of {country}", country=name)
    known = Counter(row["vote"] for row in votes if row["vote"] != "unknown")
    if not known:
        return ngettext(
            "How {country} voted is unknown in the one vote recorded",
            "How {country} voted is unknown in all {count} votes recorded",
            len(votes),
            country=name,
        )
    vote, times = known.most_common(1)[0]
    values = {"country": name, "times": times}
    total = len(votes)
    said = {
        "for": ngettext(
            "{country} voted for in {times} of {count} vote recorded",
            "{country} voted for in {times} of {count} votes recorded",
            total,
            **values,
        ),
        "against": ngettext(
            "{country} voted against in {times} of {count} vote recorded",
            "{country} voted against in {times} of {count} votes recorded",
            total,
            **values,
        ),
        "abstained": ngettext(
            "{country} abstained in {times} of {count} vote recorded",
            "{country} abstained in {times} of {count} votes recorded",
            total,
            **values,
        ),
        "not_voting": ngettext(
            "{country} did not vote in {times} of {count} vote recorded",
            "{country} did not vote in {times} of {count} votes recorded",
            total,
            **values,
        ),
    }
    return said[vote]


def say_threats(threats: Rows, name: str) -> str:
    """How many threats the sources say the state sees, and when they said so."""
    if not threats:
        return _("No source in the record says what {country} fears", country=name)
    years = sorted({row["date"][:4] for row in threats if row["date"]})
    if not years:
        return ngettext(
            "{count} threat perception of {country} reported",
            "{count} threat perceptions of {country} reported",
            len(threats),
            country=name,
        )
    return ngettext(
        "{count} threat perception of {country} reported, {years}",
        "{count} threat perceptions of {country} reported, {years}",
        len(threats),
        country=name,
        years=years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}",
    )


def say_zones(zones: Rows, name: str, labels: Mapping[str, str]) -> str:
    """How many zones concern the state, and what they are now, by ``labels`` of the statuses."""
    if not zones:
        return _("No zone in the record concerns {country}", country=name)
    now = Counter(
        row["status"] for zone in zones for row in zone["statuses"] if row["date_end"] is None
    )
    parts = [
        _("{number} {status}", number=number, status=labels[status].lower())
        for status, number in now.most_common()
    ]
    if gone := len(zones) - sum(now.values()):
        parts.append(
            ngettext(
                "{count} no longer a zone of its own",
                "{count} no longer zones of their own",
                gone,
            )
        )
    return ngettext(
        "{count} zone concerns {country}; today {statuses}",
        "{count} zones concern {country}; today {statuses}",
        len(zones),
        country=name,
        statuses=", ".join(parts),
    )

"""The titles of the members page: each says what the record shows, from its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.i18n.number_format import format_signed
from data.rankings import GAPS, RANKED_FROM, Standing
from data.resolve import NO_DATA, NOT_MEMBER, PARTY, SILENT
from data.review import REVIEWED

Rows = Sequence[Mapping[str, Any]]


def format_taken(name: str, allied: Mapping[str, int], others: Mapping[str, int]) -> str:
    """How often a state backed its allies, and how often others, by `count_sides`."""
    if not _count_scale(allied) + _count_scale(others):
        return _("No source in the data reports a stance of {country}", country=name)
    if not _count_scale(others):
        return _(
            "Positions of {country} toward allies: {sides}", country=name, sides=_format(allied)
        )
    if not _count_scale(allied):
        return _(
            "Positions of {country} toward states and bodies that were not its allies: {sides}",
            country=name,
            sides=_format(others),
        )
    return _(
        "Positions of {country} toward allies: {allied}; toward others: {others}",
        country=name,
        allied=_format(allied),
        others=_format(others),
    )


def format_toward(name: str, allied: Mapping[str, int], others: Mapping[str, int]) -> str:
    """How often allies backed a state, and how often others did, by `count_sides`."""
    if not _count_scale(allied) + _count_scale(others):
        return _("No source in the data reports a stance toward {country}", country=name)
    if not _count_scale(others):
        return _("Positions of allies on {country}: {sides}", country=name, sides=_format(allied))
    if not _count_scale(allied):
        return _(
            "Positions taken on {country} by states and bodies that were not its allies: {sides}",
            country=name,
            sides=_format(others),
        )
    return _(
        "Positions of allies on {country}: {allied}; positions of others: {others}",
        country=name,
        allied=_format(allied),
        others=_format(others),
    )


def _format(sides: Mapping[str, int]) -> str:
    return _(
        "{support} supportive, {neutral} neutral, {against} opposed",
        support=sides["support"],
        neutral=sides["neutral"],
        against=sides["against"],
    )


def _count_scale(sides: Mapping[str, int]) -> int:
    return sides["support"] + sides["neutral"] + sides["against"]


def format_gaps(gaps: Mapping[str, int]) -> str:
    """The cases without a reading, each kind by itself; empty when there is none."""
    words = {
        SILENT: ngettext(
            "{count} case of no reaction or of a vote not cast",
            "{count} cases of no reaction or of a vote not cast",
            gaps[SILENT],
        ),
        PARTY: ngettext(
            "{count} case as a party to the conflict",
            "{count} cases as a party to the conflict",
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
    return _("Not counted: {gaps}.", gaps=", ".join(parts))


def format_standing(
    standings: Iterable[Standing], names: Mapping[str, Mapping[str, Any]], side: str, name: str
) -> str:
    """The states with the highest and the lowest mean among those with readings enough.

    ``side`` is what the others are to the state of this name: `actor` or `toward`.
    """
    ranked = [each for each in standings if each.ranked and names[each.other]["state"]]
    if not ranked:
        return ngettext(
            "No state has at least {count} coded stance: too few to rank",
            "No state has at least {count} coded stances: too few to rank",
            RANKED_FROM,
        )
    values = {"country": name, "closest": _format_mean(ranked[0], names)}
    if len(ranked) == 1:
        if side == "actor":
            return _("Most supportive of {country}: {closest}", **values)
        return _("Of the states, {country} was most supportive of {closest}", **values)
    values["farthest"] = _format_mean(ranked[-1], names)
    if side == "actor":
        return _("Most supportive of {country}: {closest}; least supportive: {farthest}", **values)
    return _("{country} was most supportive of {closest}; least supportive of {farthest}", **values)


def _format_mean(standing: Standing, names: Mapping[str, Mapping[str, Any]]) -> str:
    return ngettext(
        "{country} ({mean}, {count} stance)",
        "{country} ({mean}, {count} stances)",
        standing.readings,
        country=names[standing.other]["name"],
        mean=format_signed(standing.mean or 0),
    )


def format_votes(votes: Rows, name: str) -> str:
    """What the state did most often in the votes recorded."""
    if not votes:
        return _("No vote of {country} is recorded", country=name)
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


def format_threats(threats: Rows, name: str) -> str:
    """How many threats the sources say the state sees, and when they said so."""
    if not threats:
        return _("No source in the data reports a threat perception of {country}", country=name)
    years = sorted({row["date"][:4] for row in threats if row["date"]})
    if not years:
        return ngettext(
            "{count} reported threat perception of {country}",
            "{count} reported threat perceptions of {country}",
            len(threats),
            country=name,
        )
    return ngettext(
        "{count} reported threat perception of {country}, {years}",
        "{count} reported threat perceptions of {country}, {years}",
        len(threats),
        country=name,
        years=years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}",
    )


def format_zones(zones: Rows, name: str, labels: Mapping[str, str]) -> str:
    """How many zones concern the state, and what they are now, by ``labels`` of the statuses."""
    if not zones:
        return _("No zone in the data concerns {country}", country=name)
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
                "{count} no longer a separate zone",
                "{count} no longer separate zones",
                gone,
            )
        )
    return ngettext(
        "{count} zone concerns {country}; on {day}: {statuses}",
        "{count} zones concern {country}; on {day}: {statuses}",
        len(zones),
        country=name,
        day=format_day(REVIEWED),
        statuses=", ".join(parts),
    )

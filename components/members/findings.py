"""The titles of the members page: each says what the record shows, from its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from data.membership import ASSEMBLY, BELONGS, ORGANIZATION, TREATY
from data.resolve import NO_DATA, NOT_MEMBER, PARTY, SILENT
from data.standing import GAPS, RANKED_FROM, Standing

Rows = Sequence[Mapping[str, Any]]

VOTES = {
    "for": "voted for",
    "against": "voted against",
    "abstained": "abstained",
    "not_voting": "did not vote",
    "unknown": "vote unknown",
}


def say_day(iso: str) -> str:
    """An ISO day as the atlas writes it: 2 April 2016."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def say_membership(memberships: Rows) -> str:
    """Where the state stands in the blocs, by rows sorted by their first day."""
    rows = {bloc: [r for r in memberships if r["bloc"] == bloc] for bloc in (ORGANIZATION, TREATY)}
    if any(row["status"] in BELONGS[ORGANIZATION] for row in rows[ORGANIZATION]):
        return _say_bloc(rows[ORGANIZATION], ORGANIZATION, "the Organization")
    if any(row["status"] in BELONGS[TREATY] for row in rows[TREATY]):
        return f"{_say_bloc(rows[TREATY], TREATY, 'the Treaty')}; never in the Organization"
    observed = [row for row in memberships if row["bloc"] == ASSEMBLY]
    if observed:
        start, end = observed[0]["date_start"], observed[-1]["date_end"]
        when = f"from {say_day(start)} to {say_day(end)}" if end else f"since {say_day(start)}"
        return f"Observer in the Parliamentary Assembly {when}; never a member"
    return "Never in the Treaty or the Organization"


def _say_bloc(rows: Rows, bloc: str, name: str) -> str:
    inside = [row for row in rows if row["status"] in BELONGS[bloc]]
    first, last = inside[0], inside[-1]
    if last["date_end"]:
        return f"In {name} from {say_day(first['date_start'])} to {say_day(last['date_end'])}"
    said = f"In {name} since {say_day(first['date_start'])}"
    after = {"frozen": "froze its part, by its own word, on", "suspended": "suspended it on"}
    if last["status"] in after:
        said += f"; {after[last['status']]} {say_day(last['date_start'])}"
    return said


def say_taken(name: str, sides: Mapping[str, int]) -> str:
    """How often a state backed the party concerned, by `count_sides`."""
    if not _count_scale(sides):
        return f"No source in the record reports a stance of {name}"
    backed = _say_times("backed the party concerned", sides["support"])
    neutral = _say_times("stayed neutral", sides["neutral"])
    against = _say_times("went against it", sides["against"])
    return f"{name} {backed}, {neutral} and {against}"


def say_toward(name: str, sides: Mapping[str, int]) -> str:
    """How often others backed a state, by `count_sides`."""
    if not _count_scale(sides):
        return f"No source in the record reports a stance toward {name}"
    return (
        f"Readings toward {name}: {sides['support']} in support, "
        f"{sides['neutral']} neutral, {sides['against']} against"
    )


def _count_scale(sides: Mapping[str, int]) -> int:
    return sides["support"] + sides["neutral"] + sides["against"]


def _say_times(deed: str, count: int) -> str:
    often = {1: "once", 2: "twice"}.get(count, f"{count} times")
    return f"{deed} {often}" if count else f"never {deed}"


def say_gaps(gaps: Mapping[str, int]) -> str:
    """The cases without a reading, each kind by itself; empty when there is none."""
    words = {
        SILENT: ("reported silence", "reported silences"),
        PARTY: ("time as a party to the event", "times as a party to the event"),
        NO_DATA: ("case without data", "cases without data"),
        NOT_MEMBER: ("case outside the alliance", "cases outside the alliance"),
    }
    parts = [f"{gaps[code]} {words[code][gaps[code] != 1]}" for code in GAPS if gaps[code]]
    return f"Beside these {', '.join(parts)}: none of them counts as neutral." if parts else ""


def say_standing(
    standings: Iterable[Standing],
    names: Mapping[str, Mapping[str, Any]],
    closest: str,
    farthest: str,
) -> str:
    """The states with the highest and the lowest mean among those with readings enough."""
    ranked = [each for each in standings if each.ranked and names[each.other]["state"]]
    if not ranked:
        return f"No state has {RANKED_FROM} readings or more: too few to rank"
    top, bottom = ranked[0], ranked[-1]
    said = f"{closest} {_say_mean(top, names)}"
    return said if len(ranked) == 1 else f"{said}; {farthest} {_say_mean(bottom, names)}"


def _say_mean(standing: Standing, names: Mapping[str, Mapping[str, Any]]) -> str:
    name = names[standing.other]["name"]
    return f"{name} ({sign(standing.mean or 0)}, {standing.readings} readings)"


def sign(mean: float) -> str:
    """A mean with its sign and one decimal: +0.3, −1.0, 0.0."""
    rounded = round(mean, 1)
    return "0.0" if rounded == 0 else f"{'+' if rounded > 0 else '−'}{abs(rounded):.1f}"


def say_votes(votes: Rows, name: str) -> str:
    """What the state did most often in the votes recorded."""
    if not votes:
        return f"The record holds no vote of {name}"
    known = Counter(row["vote"] for row in votes if row["vote"] != "unknown")
    if not known:
        return f"How {name} voted is unknown in all {len(votes)} votes recorded"
    vote, count = known.most_common(1)[0]
    return f"{name} {VOTES[vote]} in {count} of {len(votes)} votes recorded"


def say_threats(threats: Rows, name: str) -> str:
    """How many threats the sources say the state sees, and when they said so."""
    if not threats:
        return f"No source in the record says what {name} fears"
    years = sorted({row["date"][:4] for row in threats if row["date"]})
    when = "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    noun = "perception" if len(threats) == 1 else "perceptions"
    return f"{len(threats)} threat {noun} of {name} reported{', ' if when else ''}{when}"


def say_zones(zones: Rows, name: str, labels: Mapping[str, str]) -> str:
    """How many zones concern the state, and what they are now, by ``labels`` of the statuses."""
    if not zones:
        return f"No zone in the record concerns {name}"
    now = Counter(
        row["status"] for zone in zones for row in zone["statuses"] if row["date_end"] is None
    )
    parts = [f"{count} {labels[status].lower()}" for status, count in now.most_common()]
    gone = len(zones) - sum(now.values())
    parts += [f"{gone} no longer a zone of their own"] if gone else []
    verb = "zone concerns" if len(zones) == 1 else "zones concern"
    return f"{len(zones)} {verb} {name}; today {', '.join(parts)}"

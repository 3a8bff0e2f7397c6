"""What the test of the star found, in sentences, from computed numbers."""

from __future__ import annotations

from collections.abc import Mapping

from components.core.alt_text.date_format import join_names
from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.i18n.number_format import format_signed
from components.features.cohesion.headlines import list_years, span
from data.dyads import FEWEST_EVENTS, LinkGap

CLEAR = ("stronger", "weaker")


def format_hub_spoke(whole: LinkGap, decades: Mapping[int, LinkGap], hub: str) -> str:
    """Whether links to the hub are stronger, over all years and by decade."""
    if whole.difference is None:
        return _("In no year are stances known both to {hub} and among the others", hub=hub)
    verdicts = {
        "stronger": _(
            "Over all years, links to {hub} are stronger than links among the others", hub=hub
        ),
        "weaker": _(
            "Over all years, links to {hub} are weaker than links among the others", hub=hub
        ),
        "open": _(
            "Over all years, no significant difference between links to {hub} and links "
            "among the others",
            hub=hub,
        ),
        "bare": _("Too few events to compare links to {hub} with links among the others", hub=hub),
    }
    values = {"finding": verdicts[whole.verdict], "decades": _format_decades(decades)}
    if whole.verdict in CLEAR:
        if values["decades"]:
            return _("{finding}; by decade: {decades}", **values)
        return _("{finding}, though not in any single decade", **values)
    if values["decades"]:
        return _("{finding}, but they are {decades}", **values)
    return _("{finding}, nor in any single decade", **values)


def _format_decades(decades: Mapping[int, LinkGap]) -> str:
    """In which decades the links are clearly stronger, and in which weaker."""
    stronger, weaker = (
        [name_decade(decade) for decade, gap in decades.items() if gap.verdict == verdict]
        for verdict in CLEAR
    )
    parts = [_("stronger in {decades}", decades=join_names(stronger))] if stronger else []
    parts += [_("weaker in {decades}", decades=join_names(weaker))] if weaker else []
    return join_names(parts) if parts else ""


def name_decade(decade: int) -> str:
    """A decade within a sentence."""
    return _("the {decade}s", decade=decade)


def format_gap(gap: LinkGap, hub: str) -> str:
    """Both means and their difference with its interval, in one sentence."""
    if gap.hub_mean is None or gap.other_mean is None or gap.difference is None:
        return _("One side has no known stance, so no comparison is possible.")
    values = {
        "hub": hub,
        "hub_mean": format_signed(gap.hub_mean, 2),
        "hub_stances": ngettext("{count} stance", "{count} stances", gap.hub_cells),
        "other_mean": format_signed(gap.other_mean, 2),
        "other_stances": ngettext("{count} stance", "{count} stances", gap.other_cells),
        "difference": format_signed(gap.difference, 2),
    }
    if gap.low is None or gap.high is None:
        return ngettext(
            "Links to {hub} average {hub_mean} over {hub_stances}, links among the "
            "others {other_mean} over {other_stances}: a difference of {difference}. "
            "With fewer than {count} event on one side no interval is given.",
            "Links to {hub} average {hub_mean} over {hub_stances}, links among the "
            "others {other_mean} over {other_stances}: a difference of {difference}. "
            "With fewer than {count} events on one side no interval is given.",
            FEWEST_EVENTS,
            **values,
        )
    return _(
        "Links to {hub} average {hub_mean} over {hub_stances}, links among the others "
        "{other_mean} over {other_stances}: a difference of {difference} (95% confidence "
        "interval {interval}).",
        interval=span(gap.low, gap.high, 2),
        **values,
    )


def format_hub_spoke_years(years: Mapping[int, LinkGap]) -> str:
    """Whether any single year tells the links to the hub from the others."""
    told = [year for year, gap in years.items() if gap.verdict in CLEAR]
    if told:
        return _(
            "Within a single year the difference is significant only in {years}",
            years=list_years(told),
        )
    return _("In no single year are there enough data for a significant difference")


def list_star_years(years: Mapping[int, LinkGap], hub: str) -> str:
    """In which years the links to the hub are the stronger, the weaker, or beyond comparison."""
    sides: dict[str, list[int]] = {"above": [], "below": [], "equal": [], "none": []}
    for year, gap in years.items():
        if gap.difference is None:
            sides["none"].append(year)
        else:
            at = round(gap.difference, 9)
            sides["above" if at > 0 else "below" if at < 0 else "equal"].append(year)
    parts: list[str] = []
    if sides["above"]:
        found = list_years(sides["above"])
        parts.append(_("Links to {hub} average higher in {years}", hub=hub, years=found))
    if sides["below"]:
        found = list_years(sides["below"])
        parts.append(
            _("lower in {years}", years=found)
            if parts
            else _("Links to {hub} average lower in {years}", hub=hub, years=found)
        )
    if sides["equal"]:
        found = list_years(sides["equal"])
        parts.append(
            _("equal in {years}", years=found)
            if parts
            else _("The averages are equal in {years}", years=found)
        )
    if sides["none"]:
        found = list_years(sides["none"])
        parts.append(
            _("no comparison is possible in {years}", years=found)
            if parts
            else _("No comparison is possible in {years}", years=found)
        )
    return f"{'; '.join(parts)}."


def format_hubs(hubs: Mapping[str, LinkGap], names: Mapping[str, str]) -> str:
    """Which members' links stand out, with each in turn taken for the hub."""
    stronger, weaker = (
        join_names([names[member] for member, gap in hubs.items() if gap.verdict == verdict])
        for verdict in CLEAR
    )
    if stronger and weaker:
        return _(
            "With each member tested as the hub: the links of {stronger} are stronger, "
            "those of {weaker} weaker, than links among the others.",
            stronger=stronger,
            weaker=weaker,
        )
    if stronger:
        return _(
            "With each member tested as the hub: the links of {countries} are stronger "
            "than links among the others.",
            countries=stronger,
        )
    if weaker:
        return _(
            "With each member tested as the hub: the links of {countries} are weaker "
            "than links among the others.",
            countries=weaker,
        )
    return _("With each member tested as the hub, no member's links stand out.")

"""The test of the star: links to the hub against links among the others, in words and charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from components.core.i18n import gettext as _
from components.core.i18n import ngettext, pgettext
from components.core.i18n.cache import cache_per_locale
from components.core.i18n.number_format import format_number, format_signed
from components.core.link_rules import read_rules
from components.features.cohesion.blocks import (
    Block,
    make_chart_head,
    make_note,
    make_section,
    make_table,
)
from components.features.cohesion.chart_theme import apply_chart_theme
from components.features.cohesion.content import read_prose, read_title
from components.features.cohesion.headlines import span
from components.features.cohesion.hub_spoke_charts import draw_gaps, draw_years
from components.features.cohesion.hub_spoke_headlines import (
    format_gap,
    format_hub_spoke,
    format_hub_spoke_years,
    format_hubs,
    list_star_years,
)
from components.features.cohesion.matrix import read_names
from components.features.cohesion.sections import Part, show_parts
from data.cohesion_variants import read_hub
from data.dyads import (
    FEWEST_EVENTS,
    RESAMPLES,
    LinkGap,
    compare_by_decade,
    compare_by_year,
    compare_links,
)
from data.load import read_record
from data.matrix import order_members
from data.stance_cells import UN_VOTE, list_cells

HUB = read_hub()
TABLE, TABLE_OF_HUBS = "star", "star-hubs"


def verdict_label(verdict: str) -> str:
    """What the comparison found, within the table."""
    words = {
        "stronger": pgettext("links to the hub", "stronger"),
        "weaker": pgettext("links to the hub", "weaker"),
        "open": pgettext("links to the hub", "no significant difference"),
        "bare": pgettext("links to the hub", "too few events"),
    }
    return words[verdict]


def name_columns() -> dict[str, str]:
    """The heads of the tables."""
    return {
        "what": "",
        "hub": _("Mean, hub and others"),
        "other": _("Mean, among the others"),
        "difference": _("Difference"),
        "interval": _("95% confidence interval"),
        "verdict": _("Links to the hub are"),
    }


@dataclass(frozen=True)
class StarTest:
    """The comparison over all years, without UN votes, by decade, by year and for each hub."""

    whole: LinkGap
    without_votes: LinkGap
    decades: Mapping[int, LinkGap]
    years: Mapping[int, LinkGap]
    hubs: Mapping[str, LinkGap]


@lru_cache(maxsize=1)
def compare_star() -> StarTest:
    """All comparisons, made once."""
    record = read_record()
    cells = list_cells(record)
    acting = {cell.actor for cell in cells if cell.value is not None}
    return StarTest(
        compare_links(cells, HUB),
        compare_links([cell for cell in cells if cell.kind != UN_VOTE], HUB),
        compare_by_decade(cells, HUB),
        compare_by_year(cells, HUB),
        {each: compare_links(cells, each) for each in order_members(record) if each in acting},
    )


def show_star() -> None:
    """Show the finding, the intervals by period, the two means by year, and the tables."""
    rules = read_rules()
    show_parts(describe_star(rules.first_year, rules.last_year))


@cache_per_locale(4)
def describe_star(first: int, last: int) -> list[Part]:
    """The parts of the section, on an axis of years."""
    found = compare_star()
    names = read_names(read_record())
    hub = names[HUB]
    finding = format_hub_spoke(found.whole, found.decades, hub)
    prose = read_prose("star", hub=hub, resamples=format_number(RESAMPLES), fewest=FEWEST_EVENTS)
    periods = name_periods(found)
    head: list[Block] = [
        *make_section(
            "star", read_title("star"), finding, [prose[0], format_gap(found.whole, hub)]
        ),
        make_chart_head(
            _("Difference between links to {hub} and links among the others", hub=hub),
            [("line", _("95% confidence interval")), ("accent", _("difference between means"))],
            TABLE,
            range(len(periods)),
        ),
    ]
    by_year = format_hub_spoke_years(found.years)
    in_years = range(len(periods), len(periods) + len(found.years))
    keys = [
        ("accent", _("links to {hub}", hub=hub)),
        ("ring", _("links among the others")),
    ]
    tables = [
        {"is": "p", "text": list_star_years(found.years, hub)},
        {"is": "p", "text": format_hubs(found.hubs, names)},
        make_note(prose[1]),
        make_table(
            TABLE,
            _("By period and by year, as a table"),
            name_columns(),
            list_gaps(found, periods),
        ),
        make_table(
            TABLE_OF_HUBS,
            _("The same test with each member as the hub"),
            name_columns(),
            [list_gap(names[each], gap) for each, gap in found.hubs.items()],
        ),
    ]
    if found.whole.difference is None:
        return [("star", [*head[:-1], *tables])]
    tall = 44 * len(periods) + 30
    return [
        ("star", head),
        ("star-chart", apply_chart_theme(draw_gaps(periods), finding, tall)),
        ("star-years", [make_chart_head(by_year, keys, TABLE, in_years)]),
        ("star-years-chart", apply_chart_theme(draw_years(found.years, first, last), by_year, 260)),
        ("star-tables", tables),
    ]


def name_periods(found: StarTest) -> dict[str, LinkGap]:
    """All years, all without votes, and each decade, by what the chart calls them."""
    decades = {_("{decade}s", decade=decade): gap for decade, gap in found.decades.items()}
    return {
        _("All years"): found.whole,
        _("excluding UN votes"): found.without_votes,
        **decades,
    }


def list_gaps(found: StarTest, periods: Mapping[str, LinkGap]) -> list[dict[str, str]]:
    """Rows of the table: periods, then years."""
    rows = [list_gap(name, gap) for name, gap in periods.items()]
    return rows + [list_gap(str(year), gap) for year, gap in found.years.items()]


def list_gap(what: str, gap: LinkGap) -> dict[str, str]:
    """One comparison as a row."""

    def say(mean: float | None, cells: int, events: int) -> str:
        if mean is None:
            return _("none")
        return ngettext(
            "{mean} ({cells} of {count} event)",
            "{mean} ({cells} of {count} events)",
            events,
            mean=format_signed(mean, 2),
            cells=cells,
        )

    known = gap.difference is not None
    bound = gap.low is not None and gap.high is not None
    return {
        "what": what,
        "hub": say(gap.hub_mean, gap.hub_cells, gap.hub_events),
        "other": say(gap.other_mean, gap.other_cells, gap.other_events),
        "difference": format_signed(gap.difference or 0, 2) if known else _("none"),
        "interval": span(gap.low or 0, gap.high or 0, 2) if bound else _("none"),
        "verdict": verdict_label(gap.verdict) if known else _("no comparison possible"),
    }

"""The index of cohesion: its definition, charts, strain beside it, tables and robustness."""

from __future__ import annotations

from components.core.i18n import gettext as _
from components.core.i18n.cache import cache_per_locale
from components.core.i18n.number_format import format_number, format_signed
from components.core.link_rules import read_rules
from components.core.view_state import View
from components.features.cohesion.blocks import (
    make_chart_head,
    make_section,
    make_table,
)
from components.features.cohesion.chart_theme import (
    LOW,
    apply_chart_theme,
)
from components.features.cohesion.content import read_prose, read_title
from components.features.cohesion.headlines import span
from components.features.cohesion.index_charts import draw_counts, draw_index
from components.features.cohesion.index_headlines import (
    format_index,
    format_index_cells,
    format_index_range,
)
from components.features.cohesion.robustness import describe_robustness
from components.features.cohesion.sections import Part, show_parts
from components.features.cohesion.strain import describe_strain
from data.cohesion_index import EXTREME_FROM, YearOfCohesion
from data.cohesion_strain import count_strain
from data.cohesion_variants import measure_variants
from data.dyads import RESAMPLES
from data.load import read_record

TABLE = "index"
COUNTS = ("known", "weak", "silent", "no_data", "events")


def list_keys() -> list[tuple[str, str]]:
    """The marks of the chart and what they mean."""
    return [
        ("point", _("index: mean of the events, in the colour of the nearest stance")),
        ("dashed", _("one or two events")),
        ("quiet", _("95% interval by resampling events")),
        ("wide", _("range allowing for cases that are missing or weak")),
    ]


def list_cell_keys() -> list[tuple[str, str]]:
    """The marks of the bars of cells and what they mean."""
    return [
        ("known", _("counted")),
        ("quiet", _("weak evidence, left out")),
        ("sil", _("no reaction reported, or no vote cast")),
        ("nd", _("no data")),
    ]


def name_columns() -> dict[str, str]:
    """The heads of the table."""
    return {
        "year": _("Year"),
        "index": _("Index"),
        "interval": _("95% confidence interval"),
        "quiet": _("Range: no reaction"),
        "bounds": _("Range: all missing data"),
        "known": _("Counted"),
        "weak": _("Weak, left out"),
        "silent": _("No reaction"),
        "no_data": _("No data"),
        "events": _("Events"),
    }


def show_index(view: View) -> None:
    """Show the definition, the chart, the cells behind each point, and the table."""
    rules = read_rules()
    shown = None if view.year == rules.last_year else view.year
    show_parts(describe_index(shown, rules.first_year, rules.last_year))


def measure_years() -> list[YearOfCohesion]:
    """The index of every year."""
    return measure_variants(read_record())[0].years


@cache_per_locale(64)
def describe_index(chosen: int | None, first: int, last: int) -> list[Part]:
    """The parts of the section, with a year marked, on an axis of years."""
    variants = measure_variants(read_record())
    years = variants[0].years
    strain = list(count_strain(read_record()))
    finding = format_index(years)
    read = _("{finding}. The table lists all values.", finding=finding)
    behind = range(len(years))
    prose = read_prose("index", resamples=format_number(RESAMPLES), fewest=EXTREME_FROM)
    head = make_section("index", read_title("index"), finding, prose)
    table = make_table(
        TABLE, _("Index as a table"), name_columns(), [list_year(year) for year in years]
    )
    parts: list[Part] = [
        (
            "index",
            [*head, make_chart_head(format_index_range(years, strain), list_keys(), TABLE, behind)],
        ),
        ("index-chart", apply_chart_theme(draw_index(years, chosen, first, last), read)),
        *describe_strain(strain, first, last),
        (
            "index-cells",
            [make_chart_head(format_index_cells(years), list_cell_keys(), TABLE, behind)],
        ),
        ("index-cells-chart", apply_chart_theme(draw_counts(years, first, last), read, LOW)),
        ("index-table", [table]),
        *describe_robustness(variants),
    ]
    drawn = any(year.index is not None for year in years)
    return parts if drawn else [part for part in parts if not isinstance(part[1], dict)]


def list_year(year: YearOfCohesion) -> dict[str, object]:
    """A year as a row of the table; what is not there is said to be none."""
    row: dict[str, object] = {
        "year": {"text": str(year.year), "href": f"./?year={year.year}"},
        "index": _("none"),
        "interval": _("none"),
        "quiet": _("none"),
        "bounds": _("none"),
        **{name: str(getattr(year, name)) for name in COUNTS},
    }
    if year.index is not None and year.quiet_low is not None and year.quiet_high is not None:
        row["index"] = format_signed(year.index, 2)
        row["quiet"] = span(year.quiet_low, year.quiet_high, 2)
    if year.interval_low is not None and year.interval_high is not None:
        row["interval"] = span(year.interval_low, year.interval_high, 2)
    if year.low is not None and year.high is not None:
        row["bounds"] = span(year.low, year.high, 2)
    return row

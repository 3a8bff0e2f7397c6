"""The titles of the index, of strain and of the robustness table, from computed numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.core.alt_text.date_format import join_names
from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.i18n.number_format import format_signed
from components.features.cohesion.headlines import list_years, span
from data.cohesion_index import EXTREME_FROM, YearOfCohesion
from data.cohesion_strain import YearOfStrain
from data.cohesion_variants import VariantOfIndex


def format_index(years: Sequence[YearOfCohesion]) -> str:
    """In which years the interval excludes 0, and how many weak cases were left out."""
    known = [year for year in years if year.index is not None]
    if not known:
        return _("In no year is a stance between members known")
    bound = [year for year in known if year.comparable]
    above = [y.year for y in bound if y.interval_low is not None and y.interval_low > 0]
    below = [y.year for y in bound if y.interval_high is not None and y.interval_high < 0]
    parts = [_("above zero in {years}", years=list_years(above))] if above else []
    parts += [_("below zero in {years}", years=list_years(below))] if below else []
    weak = sum(year.weak for year in years)
    left_out = ngettext("{count} weak case is left out", "{count} weak cases are left out", weak)
    if not parts:
        said = ngettext(
            "In none of {count} year with at least {fewest} events is the index clearly above or "
            "below zero",
            "In none of {count} years with at least {fewest} events is the index clearly above or "
            "below zero",
            len(bound),
            fewest=EXTREME_FROM,
        )
    else:
        said = ngettext(
            "Of {count} year with at least {fewest} events, the index is clearly {sides}",
            "Of {count} years with at least {fewest} events, the index is clearly {sides}",
            len(bound),
            fewest=EXTREME_FROM,
            sides=join_names(parts),
        )
    return _("{finding}; {left_out}", finding=said, left_out=left_out)


def format_index_range(years: Sequence[YearOfCohesion], strain: Sequence[YearOfStrain]) -> str:
    """The lowest, the highest and the last index, the first two only of comparable years."""
    known = [year for year in years if year.index is not None]
    if not known:
        return _("No index can be calculated")
    ranked = [year for year in known if year.comparable] or known
    low = min(ranked, key=lambda year: year.index or 0)
    high = max(ranked, key=lambda year: year.index or 0)
    most = max(strain, key=lambda year: year.total, default=None)
    said = _(
        "Index by year: lowest in {low_year} ({low}), highest in {high_year} ({high}), "
        "latest in {last_year} ({last})",
        low_year=low.year,
        low=format_signed(low.index or 0),
        high_year=high.year,
        high=format_signed(high.index or 0),
        last=format_signed(known[-1].index or 0),
        last_year=known[-1].year,
    )
    if most is None or not most.total:
        return said
    return _(
        "{finding}; most signs of strain in {year} ({count})",
        finding=said,
        year=most.year,
        count=most.total,
    )


def format_index_cells(years: Sequence[YearOfCohesion]) -> str:
    """The year with the most known cells, and the years with none."""
    known = [year for year in years if year.index is not None]
    if not known:
        return _("Cases behind each year: none is known")
    most = max(known, key=lambda year: (year.known, year.year))
    values = {
        "year": most.year,
        "known": most.known,
        "all": most.known + most.weak + most.silent + most.no_data,
    }
    bare = [year.year for year in years if year.index is None]
    if not bare:
        return _(
            "Cases behind each year, counted ones in figures: best documented is {year}, "
            "{known} of {all}",
            **values,
        )
    return _(
        "Cases behind each year, counted ones in figures: best documented is {year}, "
        "{known} of {all}; cases but none that counts in {years}",
        years=list_years(bare),
        **values,
    )


def format_strain(strain: Sequence[YearOfStrain]) -> str:
    """The years with most strain, and how many had none."""
    most = max((year.total for year in strain), default=0)
    if not most:
        return _("No sign of strain is on record")
    ranked = sorted((year for year in strain if year.total), key=lambda y: (-y.total, y.year))
    return _(
        "Signs of strain by year, most in {years}",
        years=join_names([f"{year.year} ({year.total})" for year in ranked[:4]]),
    )


def format_variants(variants: Mapping[str, VariantOfIndex]) -> str:
    """Between which means the variants, given by name, lie, and whether any changes its sign."""
    means = [each.whole.index for each in variants.values() if each.whole.index is not None]
    if not means:
        return _("No index can be calculated")
    reached = span(min(means), max(means), 2)
    if min(means) <= 0 <= max(means):
        return _(
            "The sign of the mean over all events depends on what is left out: {range}",
            range=reached,
        )
    said = _(
        "Whatever is left out, the mean over all events keeps its sign: {range}", range=reached
    )
    unsure = [name for name, each in variants.items() if _includes_zero(each.whole)]
    if not unsure:
        return said
    return _(
        "{finding}; the interval includes zero: {variants}",
        finding=said,
        variants=join_names(unsure),
    )


def _includes_zero(period: YearOfCohesion) -> bool:
    low, high = period.interval_low, period.interval_high
    return low is None or high is None or low <= 0 <= high

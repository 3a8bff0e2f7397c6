"""What the index would be without some of its evidence, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from components.core.i18n import gettext as _
from components.core.i18n.number_format import format_signed
from components.features.cohesion.blocks import make_table
from components.features.cohesion.content import read_texts
from components.features.cohesion.headlines import span
from components.features.cohesion.index_headlines import format_variants
from components.features.cohesion.sections import Part
from data.cohesion_index import YearOfCohesion
from data.cohesion_variants import Variant, VariantOfIndex

TABLE = "robustness"


def name_variant(variant: Variant) -> str:
    """A variant in words."""
    return {
        "index": _("The index"),
        "without_opinion": _("without opinions"),
        "without_votes": _("without UN votes"),
        "without_year": _("without {year}", year=variant.without_year),
        "deeds": _("deeds only"),
        "with_weak": _("with the weak cases"),
    }[variant.name]


def describe_robustness(variants: Sequence[VariantOfIndex]) -> list[Part]:
    """The finding, what the table shows, and the table, which stands open."""
    decades = sorted({decade for each in variants for decade in each.decades})
    columns = {
        "variant": _("Index"),
        "events": _("Events"),
        "mean": _("Mean over all events"),
        "interval": _("95% confidence interval"),
        # Objects of JavaScript put keys that are numbers first.
        **{f"d{decade}": _("{decade}s", decade=decade) for decade in decades},
        "lowest": _("Lowest year"),
        "highest": _("Highest year"),
    }
    rows = [list_variant(each, decades) for each in variants]
    title = _("The index without some of its evidence")
    return [
        (
            "robustness",
            [
                {
                    "is": "heading",
                    "text": format_variants(
                        {name_variant(each.variant): each for each in variants}
                    ),
                },
                *({"is": "p", "text": text} for text in read_texts()["robustness"]["paragraphs"]),
                make_table(TABLE, title, columns, rows, folded=False),
            ],
        )
    ]


def list_variant(found: VariantOfIndex, decades: Sequence[int]) -> dict[str, str]:
    """A variant as a row."""
    whole = found.whole
    ranked = sorted(
        (year for year in found.years if year.comparable), key=lambda year: year.index or 0
    )
    bound = whole.interval_low is not None and whole.interval_high is not None
    return {
        "variant": name_variant(found.variant),
        "events": str(whole.events),
        "mean": _say(whole),
        "interval": span(whole.interval_low or 0, whole.interval_high or 0, 2)
        if bound
        else _("none"),
        **{
            f"d{decade}": _say(found.decades[decade]) if decade in found.decades else _("none")
            for decade in decades
        },
        "lowest": _say_year(ranked[0]) if len(ranked) > 1 else _("none"),
        "highest": _say_year(ranked[-1]) if len(ranked) > 1 else _("none"),
    }


def _say(period: YearOfCohesion) -> str:
    return _("none") if period.index is None else format_signed(period.index, 2)


def _say_year(year: YearOfCohesion) -> str:
    return f"{year.year} ({format_signed(year.index or 0, 2)})"

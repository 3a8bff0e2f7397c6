"""The sections of the sources page, made from the tables they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from components.core.alt_text.date_format import format_day
from components.core.article import Section, Table
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.cache import cache_per_locale
from components.core.i18n.number_format import format_number, format_percent, format_signed
from components.features.sources.change_list import describe_changes
from components.features.sources.content import make_section, read_preferred, read_texts
from components.features.sources.resolution_list import describe_resolutions
from components.features.sources.shape_tables import (
    describe_policy,
    describe_shapes,
    describe_zones,
)
from components.features.sources.source_list import describe_discrepancies, describe_sources
from data.intercoder_agreement import (
    PERIODS,
    Agreement,
    Cell,
    drop_examples,
    find_last_reading,
    find_period,
    pair_codes,
)
from data.krippendorff import compute_agreement
from data.localize import pick, pick_all
from data.record import Record
from data.resolve import RANK
from data.stances import read_ordinals
from data.worked_examples import find_examples

Ordinals = tuple[tuple[str, int | None], ...]
# What a case that was coded differently shows of itself.
SHOWN = ("event_id", "actor", "toward", "source_id", "first", "second")


@cache_per_locale(4)
def describe_method(record: Record) -> list[Section]:
    """All sections, in the order of the page; made once for each record."""
    return [
        describe_sources(record),
        describe_discrepancies(record),
        describe_resolutions(record),
        describe_scale(record),
        describe_modes(record),
        describe_rule(record),
        describe_policy(record),
        describe_zones(record),
        describe_shapes(),
        describe_agreement(record),
        describe_changes(record),
        make_section("licences", kind="licences", content=read_texts()["licences"]["link"]),
        make_section("downloads"),
    ]


def describe_scale(record: Record) -> Section:
    """The eleven codes with their definitions."""
    content = [
        {
            "code": row["code"],
            "ordinal": format_place(row["ordinal"]),
            **pick_all(row, ("definition", "anchor"), record_locale()),
        }
        for row in record.rows("scale")
    ]
    return make_section("scale", kind="scale", content=content)


def describe_modes(record: Record) -> Section:
    """The kinds of answer: what each means, how many claims are of it, which codes it reaches."""
    counts = Counter(row["mode"] for row in record.rows("claims"))
    rows = [
        {
            "name": pick(row, "label", record_locale()),
            "means": pick(row, "definition", record_locale()),
            "count": format_number(counts[row["code"]]),
            "reach": row["reach"].replace(" ", ", "),
        }
        for row in record.rows("modes")
    ]
    columns = {
        "name": _("Kind of answer"),
        "means": _("Meaning"),
        "count": _("Claims"),
        "reach": _("Codes"),
    }
    return make_section("modes", Table(columns, rows))


def format_place(ordinal: int | None) -> str:
    """A place on the scale with its sign."""
    return _("none") if ordinal is None else format_signed(ordinal, 0)


def describe_rule(record: Record) -> Section:
    """How claims become a stance, with counts that show how much rests on what, and examples."""
    claims = record.rows("claims")
    counts = Counter(row["certainty"] for row in claims)
    texts = read_texts()
    rows = [
        {
            "rank": str(RANK[name] + 1),
            "name": certainty_label(name),
            "means": means,
            "count": f"{counts[name]} ({format_percent(counts[name] / max(len(claims), 1))})",
        }
        for name, means in texts["certainty"].items()
    ]
    columns = {
        "rank": _("Rank"),
        "name": _("Certainty"),
        "means": _("Meaning"),
        "count": _("Claims"),
    }
    table = Table(columns, rows)
    content = {
        "heading": texts["rule"]["examples"],
        "titles": texts["examples"],
        "examples": find_examples(record, read_preferred(), record_locale()),
    }
    return make_section("rule", table, kind="examples", content=content, claims=len(claims))


def certainty_label(certainty: str) -> str:
    """How directly a claim speaks, in a word."""
    words = {
        "explicit": _("explicit"),
        "quoted": _("quoted"),
        "group": _("group"),
        "inferred": _("inferred"),
        "opinion": _("opinion"),
    }
    return words[certainty]


def describe_agreement(record: Record) -> Section:
    """How far the second reading agrees with the first, or that it has not been measured."""
    texts = read_texts()["agreement"]
    cells = pair_codes(record)
    if not cells:
        return make_section("agreement", kind="agreement", content={"facts": [texts["unmeasured"]]})
    ordinals = read_ordinals(record)
    same = sum(cell.first == cell.second for cell in cells)
    facts = [texts["measured"].format(cells=len(cells), same=round(100 * same / len(cells)))]
    last = drop_examples(find_last_reading(cells))
    agreement = _measure(tuple(last), tuple(ordinals.items()))
    facts.append(_format_agreement(texts["alpha"], agreement) if agreement else texts["no_alpha"])
    differing = [vars(cell) for cell in cells if cell.first != cell.second]
    content = {
        "facts": facts,
        "differing": [{name: cell[name] for name in SHOWN} for cell in differing],
        "heading": texts["differing"],
    }
    table = describe_groups(record, cells)
    return make_section("agreement", table, kind="agreement", content=content)


def describe_groups(record: Record, cells: Sequence[Cell]) -> Table:
    """Agreement of every group of cells: each draw, and the last by period and by mode."""
    texts = read_texts()["agreement"]
    fresh = drop_examples(cells)
    last = drop_examples(find_last_reading(cells))
    groups = {texts["all"]: list(cells), texts["fresh"]: fresh}
    for day in sorted({cell.read_on for cell in cells}):
        name = texts["drawn"].format(day=format_day(day))
        groups[name] = [cell for cell in fresh if cell.read_on == day]
    ends = [*(first - 1 for first in PERIODS[1:]), max(cell.year for cell in cells)]
    for first, end in zip(PERIODS, ends, strict=True):
        group = [cell for cell in last if find_period(cell.year) == first]
        groups[texts["period"].format(years=f"{first}–{end}")] = group
    for mode in record.rows("modes"):
        name = texts["mode"].format(mode=pick(mode, "label", record_locale()))
        groups[name] = [cell for cell in last if cell.mode == mode["code"]]
    columns = {
        "group": _("Cases"),
        "cells": _("Coded twice"),
        "same": _("Same code"),
        "placed": _("On the scale"),
        "alpha": _("Alpha"),
        "interval": _("95% interval"),
    }
    ordinals = tuple(read_ordinals(record).items())
    rows = [_format_group(name, tuple(group), ordinals) for name, group in groups.items() if group]
    return Table(columns, rows)


@lru_cache(64)
def _measure(cells: tuple[Cell, ...], ordinals: Ordinals) -> Agreement | None:
    """Agreement of a group: the same in every language, and some tenths of a second each."""
    return compute_agreement(cells, dict(ordinals))


def _format_group(name: str, cells: tuple[Cell, ...], ordinals: Ordinals) -> dict[str, str]:
    found = _measure(cells, ordinals)
    same = sum(cell.first == cell.second for cell in cells) / len(cells)
    row = {"group": name, "cells": str(len(cells)), "same": format_percent(same)}
    if found is None:
        return {**row, "placed": _("fewer than two"), "alpha": "–", "interval": "–"}
    bounds = " – ".join(format_number(bound, 2) for bound in (found.low, found.high))
    return {
        **row,
        "placed": str(found.placed),
        "alpha": format_number(found.alpha, 2),
        "interval": bounds,
    }


def _format_agreement(text: str, found: Agreement) -> str:
    numbers = {
        name: format_number(getattr(found, name), 2) for name in ("alpha", "low", "high", "nominal")
    }
    return text.format(cells=found.cells, placed=found.placed, **numbers)

"""The matrix as plain data: layers in their order, members, and the stance in every cell."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from components.cohesion.blocks import STYLE
from components.cohesion.choice import Choice, ReadChoice, list_members, take_choice
from components.cohesion.findings import say_gaps, say_matrix
from components.cohesion.texts import read_prose, read_title
from components.language import gettext as _
from components.language import record_language
from components.language.keeping import keep_worded
from components.map.colours import build_palette
from components.mount import mount_module
from components.palette import read_swatches
from components.session import read_rules
from components.view import LinkRules, View
from data.cells import Layer, list_cells, list_layers
from data.cite import label_codes, plain_dates
from data.language import pick
from data.matrix import DATE, KIND, OWN, group_layers, select_layers
from data.read import read_record
from data.record import Record
from data.resolve import Stance
from data.stances import read_ordinals


def show_matrix(view: View, read: ReadChoice) -> None:
    """Show the matrix with its controls and legend."""
    rules = read_rules()
    data = {
        **describe_matrix(read.choice),
        "notices": read.notices,
        "years": [rules.first_year, rules.last_year],
        "chosen": [view.event, view.toward] if view.event else None,
        "year": view.year if view.year != rules.last_year else None,
    }
    mount_module(
        "atlas_matrix",
        "cohesion/matrix.js",
        "cohesion",
        data,
        css=STYLE,
        triggers={"choice": take_choice},
    )


@keep_worded(64)
def describe_matrix(choice: Choice) -> dict[str, Any]:
    """Everything the matrix shows of a choice."""
    record = read_record()
    layers = select_layers(record, choice.first, choice.last, choice.about)
    cells = [c for c in list_cells(record) if choice.first <= c.day.year <= choice.last]
    codes = list(read_ordinals(record))
    kinds = list(read_swatches("light", "event"))
    names = read_names(record)
    groups = group_layers(layers, choice.by, codes, kinds)
    return {
        "title": read_title("matrix"),
        "paragraphs": read_prose("matrix"),
        "finding": say_matrix(cells),
        "gaps": say_gaps(cells) if cells else "",
        "by": choice.by,
        "size": choice.size,
        "about": choice.about or "",
        "from": choice.first,
        "to": choice.last,
        "orders": [DATE, KIND],
        "members": [{"id": each, "name": names[each]} for each in list_members()],
        "labels": label_codes(record, record_language()),
        "codes": codes,
        "counts": count_codes(layers),
        "groups": [
            {
                "heading": heading,
                "layers": [describe_layer(record, layer, names) for layer in group],
            }
            for heading, group in groups
        ],
        "empty": None if layers else explain_empty(record, choice),
        "palette": _read_palette(),
    }


def describe_layer(record: Record, layer: Layer, names: dict[str, str]) -> dict[str, Any]:
    """An event toward one reference party with the stance of each state of the alliance."""
    row = record.row("events", layer.event_id)
    return {
        "event": layer.event_id,
        "toward": layer.toward,
        "title": pick(row, "title", record_language()),
        "kind": layer.kind,
        "to": names[layer.toward],
        **plain_dates(row),
        "cells": [encode_cell(layer.stances[each]) for each in list_members()],
    }


def encode_cell(stance: Stance) -> list[str | int]:
    """Code, the first other reading of a contested stance or nothing, and the number of claims."""
    others = [code for code in stance.readings if code != stance.code]
    return [stance.code, others[0] if others else "", len(stance.claims)]


def count_codes(layers: list[Layer]) -> dict[str, int]:
    """How often each code stands in the cells shown; the reference parties' own apart."""
    found: dict[str, int] = {}
    for layer in layers:
        for member in list_members():
            code = OWN if member == layer.toward else layer.stances[member].code
            found[code] = found.get(code, 0) + 1
    return found


def explain_empty(record: Record, choice: Choice) -> dict[str, Any]:
    """What is empty, and what would be found without each of the two filters."""
    rules: LinkRules = read_rules()
    any_years = len(select_layers(record, rules.first_year, rules.last_year, choice.about))
    anybody = len(select_layers(record, choice.first, choice.last))
    return {
        "what": say_nothing(choice),
        "years": any_years,
        "about": anybody if choice.about else 0,
        "all": len(list_layers(record)),
    }


def say_nothing(choice: Choice) -> str:
    """That no event is to be shown, of which years and toward whom."""
    if choice.first == choice.last:
        if choice.about:
            return _("No event in {year} has such a reference party.", year=choice.first)
        return _("No event is recorded for {year}.", year=choice.first)
    values = {"first": choice.first, "last": choice.last}
    if choice.about:
        return _("No event from {first} to {last} has such a reference party.", **values)
    return _("No event is recorded from {first} to {last}.", **values)


@keep_worded(4)
def read_names(record: Record) -> dict[str, str]:
    """Names of countries, and acronyms of organisations, by id."""
    language = record_language()
    acronyms = {row["id"]: pick(row, "acronym", language) for row in record.rows("organisations")}
    return acronyms | {row["id"]: pick(row, "name", language) for row in record.rows("countries")}


@lru_cache(maxsize=1)
def _read_palette() -> dict[str, Any]:
    """Stances and tiles of both themes."""
    palette = build_palette()
    themes = {
        theme: {part: colours[part] for part in ("stance", "base", "mark")}
        for theme, colours in palette.items()
        if theme != "patterns"
    }
    return {"patterns": palette["patterns"], **themes}


def read_palette() -> dict[str, Any]:
    """Stances and tiles of both themes, for the modules of this page."""
    return _read_palette()

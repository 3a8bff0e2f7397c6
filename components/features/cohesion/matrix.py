"""The matrix as plain data: layers in their order, members, and the stance in every cell."""

from __future__ import annotations

from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.cache import cache_per_locale
from components.core.link_rules import read_rules
from components.core.palette import read_swatches
from components.core.palette.payload import STANCES, build_page_palette
from components.core.session_state import apply_mode
from components.core.view_state import LinkRules, View
from components.features.cohesion.blocks import STYLE
from components.features.cohesion.content import read_prose, read_title
from components.features.cohesion.headlines import format_gaps, format_matrix
from components.features.cohesion.matrix_answers import encode_answers, format_tally
from components.features.cohesion.query_params import (
    Choice,
    ReadChoice,
    apply_selection,
    list_members,
)
from components.server.custom_component import mount_module
from data.answers_by_mode import list_present_members
from data.cite import label_codes, plain_dates
from data.load import read_record
from data.localize import pick
from data.matrix import DATE, KIND, OWN, group_layers, select_layers
from data.modes import select_reading
from data.record import Record
from data.resolve import SILENT, Stance
from data.stance_cells import UN_VOTE, Layer, list_cells, list_layers
from data.stances import read_ordinals

NOT_VOTING = "not_voting"


def show_matrix(view: View, read: ReadChoice) -> None:
    """Show the matrix with its controls and legend."""
    rules = read_rules()
    data = {
        **describe_matrix(read.choice, view.mode),
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
        triggers={"choice": apply_selection, "mode": apply_mode},
    )


@cache_per_locale(64)
def describe_matrix(choice: Choice, mode: str | None = None) -> dict[str, Any]:
    """Everything the matrix shows of a choice, by one kind of answer if `mode` names it."""
    record = select_reading(read_record(), mode)
    layers = select_layers(record, choice.first, choice.last, choice.about)
    seats = list_present_members(record)
    cells = [c for c in list_cells(record) if choice.first <= c.day.year <= choice.last]
    ordinals = read_ordinals(record)
    codes = list(ordinals)
    kinds = list(read_swatches("light", "event"))
    names = read_names(record)
    groups = group_layers(layers, choice.by, codes, kinds)
    return {
        "title": read_title("matrix"),
        "mode": mode,
        "paragraphs": read_prose("matrix"),
        "finding": format_matrix(cells),
        "gaps": format_gaps(cells) if cells else "",
        "tally": format_tally(layers) if layers else "",
        "by": choice.by,
        "size": choice.size,
        "about": choice.about or "",
        "from": choice.first,
        "to": choice.last,
        "orders": [DATE, KIND],
        "members": [{"id": each, "name": names[each]} for each in list_members()],
        "seats": [{"id": each, "name": names[each]} for each in seats],
        "labels": label_codes(record, record_locale()),
        "codes": codes,
        "ordinals": dict(ordinals),
        "counts": count_codes(layers),
        "groups": [
            {
                "heading": heading,
                "layers": [describe_layer(record, layer, names) for layer in group],
            }
            for heading, group in groups
        ],
        "empty": None if layers else explain_empty(record, choice),
        "palette": build_page_palette(*STANCES),
    }


def describe_layer(record: Record, layer: Layer, names: dict[str, str]) -> dict[str, Any]:
    """An event toward one reference party with the stance of each state of the alliance."""
    row = record.row("events", layer.event_id)
    return {
        "event": layer.event_id,
        "toward": layer.toward,
        "title": pick(row, "title", record_locale()),
        "kind": layer.kind,
        "to": names[layer.toward],
        **plain_dates(row),
        "cells": [encode_cell(layer.stances[each]) for each in list_members()],
        "answers": encode_answers(read_record(), layer, list_present_members(record)),
    }


def encode_cell(stance: Stance) -> list[str | int]:
    """Code, the first other reading of a contested stance or nothing, claims, why it is weak."""
    others = [code for code in stance.readings if code != stance.code]
    return [stance.code, others[0] if others else "", len(stance.claims), stance.weakness]


def count_codes(layers: list[Layer]) -> dict[str, int]:
    """How often each code stands in the cells shown.

    The reference parties' own cells and votes not cast, which are no silence, are counted apart.
    """
    found: dict[str, int] = {}
    for layer in layers:
        for member in list_members():
            code = OWN if member == layer.toward else layer.stances[member].code
            if code == SILENT and layer.kind == UN_VOTE:
                code = NOT_VOTING
            found[code] = found.get(code, 0) + 1
    return found


def explain_empty(record: Record, choice: Choice) -> dict[str, Any]:
    """What is empty, and what would be found without each of the two filters."""
    rules: LinkRules = read_rules()
    any_years = len(select_layers(record, rules.first_year, rules.last_year, choice.about))
    anybody = len(select_layers(record, choice.first, choice.last))
    return {
        "what": format_empty(choice),
        "years": any_years,
        "about": anybody if choice.about else 0,
        "all": len(list_layers(record)),
    }


def format_empty(choice: Choice) -> str:
    """That no event is to be shown, of which years and toward whom."""
    if choice.first == choice.last:
        if choice.about:
            return _("No event in {year} has such a reference party.", year=choice.first)
        return _("No event is recorded for {year}.", year=choice.first)
    values = {"first": choice.first, "last": choice.last}
    if choice.about:
        return _("No event from {first} to {last} has such a reference party.", **values)
    return _("No event is recorded from {first} to {last}.", **values)


@cache_per_locale(4)
def read_names(record: Record) -> dict[str, str]:
    """Names of countries, and acronyms of organisations, by id."""
    language = record_locale()
    acronyms = {row["id"]: pick(row, "acronym", language) for row in record.rows("organisations")}
    return acronyms | {row["id"]: pick(row, "name", language) for row in record.rows("countries")}

"""The filters of the events page in its address, and the choices the browser sends.

A filter that is missing lets everything pass; one that is wrong is ignored and named in a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.link_rules import read_rules
from components.core.palette import read_swatches
from components.core.query_params import (
    Parameter,
    keep_sent,
    line_of,
    one_of,
    read_params,
    year_within,
)
from components.core.session_state import apply_mode, read_view, replace_parameters, write_address
from components.core.view_state import LinkRules, read_link
from data.event_filter import ANSWERS, ASKED, CHOICES, EventFilter, drop_filter
from data.localize import pick
from data.membership import alliance_states
from data.record import Record

FILTERS = (*CHOICES, "from", "to", "q")
CLAIM = "claim"
PARAMETERS = (*FILTERS, CLAIM)
LONGEST_TEXT = 80
MODE = "mode"  # Part of the view, and here also a filter.


@dataclass(frozen=True)
class FilterRules:
    """What each filter may name, in the order it is offered, and the years of the record."""

    values: Mapping[str, tuple[str, ...]]
    years: LinkRules


@dataclass(frozen=True)
class ReadFilter:
    """A filter read from a link, and what was ignored on the way."""

    wanted: EventFilter
    notices: list[str] = field(default_factory=list)


def build_filter_rules(record: Record, years: LinkRules) -> FilterRules:
    """What a filter may name: alliance states, kinds and zones of events, responses."""
    events = record.rows("events")
    kinds = {row["kind"] for row in events}
    names = {row["id"]: pick(row, "name", record_locale()) for row in record.rows("countries")}
    zones = {row["zone_id"] for row in events}
    return FilterRules(
        values={
            "member": tuple(sorted(alliance_states(record), key=lambda each: names[each])),
            "kind": tuple(kind for kind in read_swatches("light", "event") if kind in kinds),
            "zone": tuple(row["id"] for row in record.rows("zones") if row["id"] in zones),
            "response": (ASKED, *ANSWERS, "none"),
        },
        years=years,
    )


def read_filter(parameters: Mapping[str, str], rules: FilterRules) -> ReadFilter:
    """Read the filters from link parameters; wrong values are ignored and named in `notices`."""
    read = read_params(parameters, declare_filters(rules))
    values = dict(read.values)
    span = {"first": values.pop("from", None), "last": values.pop("to", None)}
    text = values.pop("q", "")
    return ReadFilter(EventFilter(**values, **span, text=text), read.notices)


def declare_filters(rules: FilterRules) -> dict[str, Parameter]:
    """The parameters of this page, in the order in which notices come."""
    refusals: dict[str, Callable[[str], str]] = {
        "member": lambda given: _(
            "{given} was ignored: no state of the alliance has this id", given=given
        ),
        "kind": lambda given: _("{given} was ignored: there is no event of this kind", given=given),
        "zone": lambda given: _(
            "{given} was ignored: there is no event in a zone with this id", given=given
        ),
        "response": lambda given: _(
            "{given} was ignored: not a known outcome of a request", given=given
        ),
    }
    return {
        **{name: one_of(rules.values[name], refusals[name]) for name in CHOICES},
        "from": year_within(rules.years),
        "to": year_within(rules.years, not_before="from"),
        "q": line_of(LONGEST_TEXT),
    }


def read_claim(
    parameters: Mapping[str, str], record: Record, event: str | None
) -> tuple[str | None, list[str]]:
    """The claim about an event that a link leads to; one of no such claim is named in a notice."""
    claims = {row["id"] for row in record.rows("claims") if row["event_id"] == event}
    read = read_params(
        parameters,
        {
            CLAIM: one_of(
                claims,
                lambda given: _(
                    "{given} was ignored: no claim on this event has this id", given=given
                ),
            )
        },
    )
    return read.values.get(CLAIM), read.notices


def write_filter(wanted: EventFilter) -> dict[str, str]:
    """The link parameters of a filter: only those in use."""
    values = {
        **{name: getattr(wanted, name) for name in CHOICES},
        "from": "" if wanted.first is None else str(wanted.first),
        "to": "" if wanted.last is None else str(wanted.last),
        "q": wanted.text,
        MODE: wanted.mode,
    }
    return {name: value for name, value in values.items() if value}


def list_cleared(wanted: EventFilter, names: list[str]) -> dict[str, dict[str, str]]:
    """For each filter, the link parameters left when it alone is dropped."""
    return {name: write_filter(drop_filter(wanted, name)) for name in names}


def apply_filter(value: Any, rules: FilterRules) -> None:
    """Put the filters the browser sent into the address, leaving all other parameters."""
    texts = keep_sent(value, (*FILTERS, MODE))
    apply_mode(texts.pop(MODE, ""))
    used = {name: text for name, text in texts.items() if text}
    replace_parameters(PARAMETERS, write_filter(read_filter(used, rules).wanted))


def apply_selection(value: Any) -> None:
    """Put the event, and the reference party, that the browser chose into the address."""
    texts = keep_sent(value, ("event", "toward"))
    st.query_params.pop(CLAIM, None)
    chosen = read_link(texts, read_rules()).view
    view = read_view()
    year = chosen.year if chosen.event else view.year
    write_address(replace(view, year=year, event=chosen.event, toward=chosen.toward))

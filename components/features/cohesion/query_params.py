"""What this page keeps in its link beside the view: order, size, whose cause, years, the pair."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import streamlit as st

from components.core.i18n import gettext as _
from components.core.link_rules import read_rules
from components.core.query_params import (
    Parameter,
    keep_sent,
    one_of,
    read_params,
    year_within,
)
from components.core.session_state import read_parameters, restore_page_params
from components.core.view_state import LinkRules
from data.load import read_record
from data.matrix import BLOC, DATE, KIND, MEMBERS, OTHERS, order_members

PARAMETERS = ("by", "size", "about", "from", "to", "pair")
OVERVIEW, READABLE = "overview", "read"
ABOUT = (MEMBERS, BLOC, OTHERS)
BETWEEN = "-"


@dataclass(frozen=True)
class Choice:
    """The state of the page; `about` None is everybody, `pair` two members by id or None."""

    first: int
    last: int
    by: str = DATE
    size: str = OVERVIEW
    about: str | None = None
    pair: tuple[str, str] | None = None


@dataclass(frozen=True)
class ReadChoice:
    """A choice read from a link, and what was ignored on the way."""

    choice: Choice
    notices: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def list_members() -> tuple[str, ...]:
    """The states that a link may name."""
    return tuple(order_members(read_record()))


def parse_choice(
    parameters: Mapping[str, str], years: LinkRules, members: tuple[str, ...]
) -> ReadChoice:
    """Read the page's parameters; wrong values are ignored and named in `notices`."""
    pairs = {BETWEEN.join((a, b)): (a, b) for a in members for b in members if a < b}
    read = read_params(parameters, declare_choices(years, members, pairs))
    found = read.values
    return ReadChoice(
        Choice(
            found.get("from", years.first_year),
            found.get("to", years.last_year),
            found.get("by", DATE),
            found.get("size", OVERVIEW),
            found.get("about"),
            pairs.get(found.get("pair", "")),
        ),
        read.notices,
    )


def declare_choices(
    years: LinkRules, members: tuple[str, ...], pairs: Collection[str]
) -> dict[str, Parameter]:
    """The parameters of this page, in the order in which notices come."""
    return {
        "by": one_of(
            (DATE, KIND, *members),
            lambda given: _(
                "{given} was ignored: expected date, kind or the id of a state of the alliance",
                given=given,
            ),
        ),
        "size": one_of(
            (OVERVIEW, READABLE),
            lambda given: _("{given} was ignored: expected overview or read", given=given),
        ),
        "about": one_of(
            ABOUT,
            lambda given: _("{given} was ignored: expected members, bloc or others", given=given),
        ),
        "from": year_within(years),
        "to": year_within(years, not_before="from"),
        "pair": one_of(
            pairs,
            lambda given: _(
                "{given} was ignored: expected the ids of two states of the alliance in "
                "alphabetical order",
                given=given,
            ),
        ),
    }


def write_choice(choice: Choice, years: LinkRules) -> dict[str, str]:
    """The link parameters of a choice: only those that differ from the default."""
    default = Choice(years.first_year, years.last_year)
    values = {
        "by": (choice.by, default.by),
        "size": (choice.size, default.size),
        "about": (choice.about or "", ""),
        "from": (str(choice.first), str(default.first)),
        "to": (str(choice.last), str(default.last)),
        "pair": (BETWEEN.join(choice.pair or ()), ""),
    }
    return {name: value for name, (value, usual) in values.items() if value != usual}


def read_choice() -> ReadChoice:
    """The choice of this visitor's link, or the one left here on the way to another page."""
    restore_page_params(PARAMETERS)
    return parse_choice(read_parameters(), read_rules(), list_members())


def apply_selection(sent: Any) -> None:
    """Put what the browser chose into the address, leaving all other parameters.

    `sent` names only what changed; an empty text takes a parameter back to its default.
    """
    texts = keep_sent(sent, PARAMETERS)
    address = st.query_params.to_dict()
    wanted = {k: v for k, v in {**address, **texts}.items() if k in PARAMETERS and v}
    choice = parse_choice(wanted, read_rules(), list_members()).choice
    others = {k: v for k, v in address.items() if k not in PARAMETERS}
    st.query_params.from_dict(others | write_choice(choice, read_rules()))

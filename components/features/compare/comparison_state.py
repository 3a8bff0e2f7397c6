"""The two views of the compare page: the shared one, and a second with parameters of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from components.core.clock import read_today
from components.core.link_rules import read_rules
from components.core.session_state import (
    VIEW_DAY_KEY,
    keep_present,
    plain_parameters,
    read_parameters,
    read_view,
)
from components.core.view_state import (
    PARAMETERS,
    SECOND,
    SHARED_PARAMETERS,
    LinkRules,
    View,
    read_link,
    write_link,
)

OWN = [name for name in PARAMETERS if name not in SHARED_PARAMETERS]
SECOND_VIEW_KEY = "second view"
FIRST_CONTRAST = 1995


def read_pair(
    first: Mapping[str, Any] | None = None, second: Mapping[str, Any] | None = None
) -> tuple[View, View]:
    """Both views, from what the maps committed or else the link; a missing second one is chosen."""
    before = st.session_state.get(VIEW_DAY_KEY, read_today())
    left = read_view(first)
    right = read_second(left, second, before)
    st.session_state[SECOND_VIEW_KEY] = right
    return left, right


def read_second(left: View, committed: Mapping[str, Any] | None, before: date) -> View:
    """The second view: as committed, as linked, as it was left here before, or a contrast.

    `before` is the day of the run before this one.
    """
    rules = read_rules()
    if committed is not None:
        return read_link(plain_parameters(committed), rules).view
    given = read_parameters()
    own = {name: given[SECOND + name] for name in OWN if SECOND + name in given}
    if own:
        return read_link(own, rules).view
    kept: View | None = st.session_state.get(SECOND_VIEW_KEY)
    right = keep_present(kept, before) if kept else choose_contrast(left, rules)
    write_second(replace(right, layers=left.layers, at=None), rules)
    return right


def write_second(view: View, rules: LinkRules) -> None:
    """Put the second view into the address beside the first."""
    for pair in write_link(view, rules, SECOND).split("&"):
        name, value = pair.split("=", 1)
        if name.startswith(SECOND):
            st.query_params[name] = value


def choose_contrast(view: View, rules: LinkRules) -> View:
    """A second view worth setting beside a first one.

    The other reference party of a two-sided event; else the event before it toward the same party;
    else, for a year, the Treaty at its widest, or today.
    """
    if view.event is not None:
        references = rules.references[view.event]
        others = [party for party in references if party != view.toward]
        if others:
            return View(year=view.year, event=view.event, toward=others[0])
        same = [
            event
            for event, parties in rules.references.items()
            if view.toward in parties and rules.event_years[event] <= view.year
        ]
        before = [event for event in same if event != view.event]
        if before:
            event = max(before, key=lambda name: rules.event_years[name])
            return View(year=rules.event_years[event], event=event, toward=view.toward)
    year = FIRST_CONTRAST if view.year > FIRST_CONTRAST else rules.last_year
    return View(year=year)

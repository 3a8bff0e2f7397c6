"""The view of this visitor, kept from page to page: what the map last said, else the link."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from components.core.clock import read_today
from components.core.i18n.locale import set_locale
from components.core.link_rules import read_rules
from components.core.view_state import (
    LANGUAGE,
    PARAMETERS,
    View,
    choose_language,
    read_link,
    write_link,
)
from data.modes import READINGS

VIEW_KEY, VIEW_DAY_KEY = "view", "view kept on"
PAGE, ARRIVED, OWN = "page", "arrived", "own "
LOCALE_KEY = "language"
# What the map tells of its view; the other parameters are the browser's own affair.
SETTLED = ("year", "date", "event", "toward", "mode", "panel")


def read_parameters() -> dict[str, str]:
    """The parameters of the link; of one that is repeated the first, as in the browser."""
    return {name: st.query_params.get_all(name)[0] for name in st.query_params}


def set_session_locale() -> None:
    """Speak this visitor's language in this run, as the page's root already does in the browser."""
    named = read_parameters().get(LANGUAGE)
    kept = st.session_state.get(LOCALE_KEY)
    st.session_state[LOCALE_KEY] = choose_language(named, kept, st.context.locale)
    set_locale(st.session_state[LOCALE_KEY])


def sync_lang_param() -> None:
    """Name the language in the address where the browser's own is another, so that it stays."""
    for name, language in _chosen_language().items():
        if read_parameters().get(name) != language:
            st.query_params[name] = language


def _chosen_language() -> dict[str, str]:
    """The link parameter of the language, where the browser would not choose it by itself."""
    own = choose_language(None, None, st.context.locale)
    language = st.session_state.get(LOCALE_KEY, own)
    return {} if language == own else {LANGUAGE: language}


def read_view(committed: Mapping[str, Any] | None = None) -> View:
    """The view to show; what the browser sends is read by the same rules as a link.

    A page opened from the navigation has no link of its own: it takes the view of the page before,
    and writes it into the address so that it can be shared.
    """
    if committed is not None:
        view = read_link(plain_parameters(committed), read_rules()).view
    elif any(name in st.query_params for name in PARAMETERS) or VIEW_KEY not in st.session_state:
        view = read_link(read_parameters(), read_rules()).view
    else:
        view = keep_present(st.session_state[VIEW_KEY], st.session_state[VIEW_DAY_KEY])
        write_address(view)
    st.session_state[VIEW_KEY], st.session_state[VIEW_DAY_KEY] = view, read_today()
    return view


def keep_present(view: View, day: date) -> View:
    """A view that was kept on a day: what showed the present year then still does."""
    if view.event is None and view.date is None and view.year == day.year:
        return replace(view, year=read_today().year)
    return view


def record_page_change(page: str) -> None:
    """Note which page this run is of, and whether the visitor comes to it from another."""
    before = st.session_state.get(PAGE)
    st.session_state[PAGE] = page
    st.session_state[ARRIVED] = before is not None and before != page


def has_arrived() -> bool:
    """Whether the visitor comes to the page of this run from another."""
    return bool(st.session_state.get(ARRIVED))


def restore_page_params(names: Collection[str]) -> None:
    """Give a page back the parameters of its own that it had when the visitor left it.

    Only a page opened from the navigation, without one of them in its link, gets them back: what
    was cleared on the page stays cleared.
    """
    own = {name: value for name, value in read_parameters().items() if name in names}
    key = f"{OWN}{','.join(sorted(names))}"
    kept = st.session_state.get(key, {})
    if st.session_state.get(ARRIVED) and not own and kept:
        own = kept
        st.query_params.update(own)
    st.session_state[key] = own


def write_address(view: View) -> None:
    """Put a view into the page's address, leaving parameters that are not the atlas's own."""
    link = write_link(view, read_rules())
    pairs = [pair.split("=", 1) for pair in link.split("&") if pair]
    own = {name: value.replace("%2C", ",") for name, value in pairs}
    replace_parameters(PARAMETERS, _chosen_language() | own)


def replace_parameters(names: Collection[str], own: Mapping[str, str]) -> None:
    """Put parameters into the address in place of those with these names, leaving the others."""
    address = st.query_params.to_dict()
    wanted = {name: value for name, value in address.items() if name not in names} | dict(own)
    if wanted != address:
        st.query_params.from_dict(wanted)


def apply_mode(chosen: Any) -> None:
    """Take a kind of answer chosen in the browser into the view and its address; else all."""
    mode = chosen if isinstance(chosen, str) and chosen in READINGS else None
    keep_view(replace(read_view(), mode=mode))


def keep_view(view: View) -> None:
    """Make a view that of this visitor, and put it into the address."""
    st.session_state[VIEW_KEY], st.session_state[VIEW_DAY_KEY] = view, read_today()
    write_address(view)


def plain_parameters(committed: Mapping[str, Any]) -> dict[str, str]:
    """The browser's message as link parameters; whatever is not text or a year is left out.

    The last year of a map is the present one, also of a map that was drawn before New Year.
    """
    view, day = committed.get("view"), committed.get("today")
    if not isinstance(view, Mapping):
        return {}
    parameters = {
        name: str(value)
        for name, value in view.items()
        if name in SETTLED and isinstance(value, str | int)
    }
    if isinstance(day, str) and parameters.get("year") == day[:4]:
        parameters["year"] = str(read_today().year)
    # A day says its year itself, and so does an event.
    if "event" in parameters or "date" in parameters:
        parameters.pop("year", None)
    return parameters

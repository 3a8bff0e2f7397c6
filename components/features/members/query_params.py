"""What this page keeps in its link beside the view: the day before and after which it compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from components.core.link_rules import read_rules
from components.core.query_params import day_within, read_params
from components.core.session_state import read_parameters, restore_page_params
from components.core.view_state import LinkRules

SINCE = "since"
PARAMETERS = (SINCE,)


@dataclass(frozen=True)
class ReadDay:
    """The day of a link, None without one, and what was ignored on the way."""

    since: date | None
    notices: list[str] = field(default_factory=list)


def parse_day(parameters: Mapping[str, str], rules: LinkRules) -> ReadDay:
    """Read the page's parameter; a wrong value is ignored and named in `notices`."""
    read = read_params(parameters, {SINCE: day_within(rules)})
    return ReadDay(read.values.get(SINCE), read.notices)


def read_day() -> ReadDay:
    """The day of this visitor's link, or the one left here on the way to another page."""
    restore_page_params(PARAMETERS)
    return parse_day(read_parameters(), read_rules())


def apply_day(chosen: Any) -> None:
    """Put a day chosen in the browser into the address; whatever is no day takes it away."""
    given = {SINCE: chosen} if isinstance(chosen, str) else {}
    found = parse_day(given, read_rules()).since
    if found:
        st.query_params[SINCE] = found.isoformat()
    elif SINCE in st.query_params:
        del st.query_params[SINCE]

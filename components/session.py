"""The view of this visitor: from the map once it has spoken, from the link before that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import streamlit as st

from components.map.tables import build_link_rules
from components.view import LinkRules, View, read_link
from data.read import read_record


def read_today() -> date:
    """The server's day."""
    return date.today()


@lru_cache(maxsize=1)
def _read_rules(today: date) -> LinkRules:
    return build_link_rules(read_record(), today)


def read_view(committed: Mapping[str, Any] | None) -> View:
    """The view to explain; what the browser sends is read by the same rules as a link."""
    parameters = st.query_params.to_dict() if committed is None else plain_parameters(committed)
    return read_link(parameters, _read_rules(read_today())).view


def plain_parameters(committed: Mapping[str, Any]) -> dict[str, str]:
    """The browser's message as link parameters; whatever is not text or a year is left out."""
    view = committed.get("view")
    if not isinstance(view, Mapping):
        return {}
    parameters = {
        name: str(value)
        for name, value in view.items()
        if name in ("event", "toward", "panel", "year") and isinstance(value, str | int)
    }
    if "event" in parameters:
        parameters.pop("year", None)
    return parameters

"""The page of results: what its link asks for, and its mounting; it searches in the browser."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial
from typing import Any

from components.core.clock import CACHED_DAYS, read_today
from components.core.link_rules import read_rules
from components.core.session_state import read_parameters, restore_page_params
from components.core.view_state import View, read_link
from components.features.search.query_params import (
    PARAMETERS,
    SearchRules,
    apply_search,
    build_search_rules,
    read_search,
)
from components.server.custom_component import mount_module
from components.server.search_documents import locate_documents
from data.load import read_record


@lru_cache(maxsize=CACHED_DAYS)
def _read_search_rules(_today: date) -> SearchRules:
    return build_search_rules(read_record(), read_rules())


def show_results(view: View) -> None:
    """Show the search and what it finds."""
    rules = _read_search_rules(read_today())
    restore_page_params(PARAMETERS)
    parameters = read_parameters()
    read = read_search(parameters, rules)
    data = {
        **describe_offers(rules),
        "documents": locate_documents(),
        "filter": {**read.values, **({"mode": view.mode} if view.mode else {})},
        "notices": read_link(parameters, read_rules()).notices + read.notices,
    }
    mount_module(
        "atlas_results",
        "search/results.js",
        "document search-results",
        data,
        css="search/results.css",
        triggers={"filter": partial(apply_search, rules=rules)},
    )


def describe_offers(rules: SearchRules) -> dict[str, Any]:
    """What the filters offer: first and last year, certainties."""
    return {
        "years": [rules.years.first_year, rules.years.last_year],
        "certainties": list(rules.certainties),
    }

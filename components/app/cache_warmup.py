"""What the first visitor of each page would wait for, made once the atlas already answers."""

from __future__ import annotations

import time
from collections.abc import Callable

from streamlit.logger import get_logger

from components.app.index_html import build_shell
from components.core.clock import read_today
from components.core.i18n.locale import LANGUAGES, locale_context
from components.core.link_rules import read_rules
from components.core.view_state import View
from components.features.map import payload as map_payload
from components.server.assets import read_registry
from data.load import read_record

LOGGER = get_logger("atlas")


def warm_pages() -> None:
    """Make what each page keeps, in every language; a page that fails is left to its visitors."""
    started = time.perf_counter()
    for language in LANGUAGES:
        with locale_context(language):
            for warm in (warm_cohesion, warm_events, warm_members, warm_method, warm_votes):
                try_warming(warm)
    LOGGER.info("Every page is warm (%.2f s)", time.perf_counter() - started)


def warm_day() -> None:
    """Make what depends on the day, in every language: documents, shell and pages."""
    try_warming(warm_documents)
    for language in LANGUAGES:
        with locale_context(language):
            for warm in (warm_cohesion, warm_events, warm_members):
                try_warming(warm)


def try_warming(warm: Callable[[], None]) -> None:
    """Warm a page; an error is logged, since nobody is waiting for an answer."""
    try:
        warm()
    except Exception:
        LOGGER.exception("%s failed", warm.__name__)


def warm_documents() -> None:
    """The record's documents and the shell, packed."""
    for file in [build_shell().page, *read_registry().files[map_payload.GROUP].values()]:
        file.compress()
    read_rules()


def warm_cohesion() -> None:
    """The findings, charts and tables: resampling and Altair take most of a second."""
    from components.features.cohesion.cohesion_index import describe_index
    from components.features.cohesion.hub_spoke_test import describe_star
    from components.features.cohesion.matrix import describe_matrix
    from components.features.cohesion.page_header import describe_opening
    from components.features.cohesion.pairs import describe_pairs
    from components.features.cohesion.query_params import Choice
    from components.features.cohesion.request_ledger import describe_ledger
    from components.features.cohesion.vote_check import describe_votes

    first, last = read_rules().first_year, read_rules().last_year
    describe_opening()
    describe_matrix(Choice(first, last))
    describe_pairs(first, last)
    describe_star(first, last)
    describe_index(None, first, last)
    describe_ledger()
    describe_votes()


def warm_votes() -> None:
    """Every resolution with the agreement of each state."""
    from components.features.votes.page import describe_page

    describe_page()


def warm_events() -> None:
    """The timeline without filters, and what a dossier is dressed with."""
    from components.features.events.query_params import ReadFilter, build_filter_rules
    from components.features.events.timeline import describe_timeline
    from data.event_filter import EventFilter

    record, rules = read_record(), read_rules()
    wanted = ReadFilter(EventFilter())
    describe_timeline(record, wanted, build_filter_rules(record, rules), View(rules.last_year))


def warm_members() -> None:
    """Every state of the alliance."""
    from components.features.members.page import Choice, describe_page, list_states

    view = View(read_rules().last_year)
    for state in list_states(read_record())["treaty"]:
        describe_page(Choice(state["id"]), view, read_today())


def warm_method() -> None:
    """The sections and what can be taken away."""
    from components.features.sources.downloads import list_download_groups
    from components.features.sources.page import read_page

    read_page(read_record())
    list_download_groups()

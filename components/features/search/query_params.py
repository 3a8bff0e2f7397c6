"""What a link may ask of the page of results: words, kind, state, years, certainty.

The kind of answer is part of the view; the search itself runs in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from components.core.i18n import gettext as _
from components.core.query_params import (
    Parameter,
    keep_sent,
    line_of,
    one_of,
    read_params,
    year_within,
)
from components.core.session_state import apply_mode, replace_parameters
from components.core.view_state import LinkRules
from data.load import read_schemas
from data.membership import alliance_states
from data.record import Record

PARAMETERS = ("q", "kind", "member", "from", "to", "certainty")
LONGEST_TEXT = 80
MODE = "mode"
# `KINDS` of components/frontend/src/search/content.ts.
KINDS = (
    *("event", "country", "zone", "place", "request"),
    *("speaker", "claim", "source", "help"),
)


@dataclass(frozen=True)
class SearchRules:
    """What the page's parameters may name."""

    members: Sequence[str]
    certainties: Sequence[str]
    years: LinkRules


@dataclass(frozen=True)
class ReadSearch:
    """The parameters of a link that are in use, and what was ignored on the way."""

    values: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def build_search_rules(record: Record, years: LinkRules) -> SearchRules:
    """What a link may name, from the record."""
    certainty = next(each for each in read_schemas()["claims"].fields if each.name == "certainty")
    return SearchRules(sorted(alliance_states(record)), certainty.enum, years)


def read_search(parameters: Mapping[str, str], rules: SearchRules) -> ReadSearch:
    """Read the page's own parameters; wrong values are ignored and named."""
    read = read_params(parameters, declare_search(rules))
    return ReadSearch({name: str(value) for name, value in read.values.items()}, read.notices)


def declare_search(rules: SearchRules) -> dict[str, Parameter]:
    """The parameters of this page, in the order in which notices come."""
    return {
        "q": line_of(LONGEST_TEXT),
        "kind": one_of(
            KINDS,
            lambda given: _("{given} was ignored: nothing of this kind is searched", given=given),
        ),
        "member": one_of(
            rules.members,
            lambda given: _(
                "{given} was ignored: no state of the alliance has this id", given=given
            ),
        ),
        "from": year_within(rules.years),
        "to": year_within(rules.years, not_before="from"),
        "certainty": one_of(
            rules.certainties,
            lambda given: _("{given} was ignored: not a known certainty", given=given),
        ),
    }


def apply_search(value: Any, rules: SearchRules) -> None:
    """Put what the browser searched for into the address, leaving all other parameters."""
    texts = keep_sent(value, (*PARAMETERS, MODE))
    apply_mode(texts.pop(MODE, ""))
    used = {name: text for name, text in texts.items() if text}
    replace_parameters(PARAMETERS, read_search(used, rules).values)

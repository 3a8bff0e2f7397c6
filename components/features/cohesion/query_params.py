"""What this page keeps in its link beside the view: order, size, whose cause, years, the pair."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from components.core.i18n import gettext as _
from components.core.link_rules import read_rules
from components.core.query_params import (
    Parameter,
    day_within,
    drop_defaults,
    keep_sent,
    one_of,
    read_params,
    year_within,
)
from components.core.session_state import read_parameters, replace_parameters, restore_page_params
from components.core.view_state import LinkRules
from data.load import read_record
from data.matrix import BLOC, DATE, KIND, MEMBERS, OTHERS, order_members

PARAMETERS = ("by", "size", "about", "from", "to", "pair", "since")
ANSWERS, OVERVIEW, READABLE = "answers", "overview", "read"
ABOUT = (MEMBERS, BLOC, OTHERS)
BETWEEN = "-"


@dataclass(frozen=True)
class Choice:
    """The state of the page; `about` None is everybody, `pair` two members by id or None.

    `since` is the day before and after which the pair is compared.
    """

    first: int
    last: int
    by: str = DATE
    size: str = ANSWERS
    about: str | None = None
    pair: tuple[str, str] | None = None
    since: date | None = None


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
            found.get("size", ANSWERS),
            found.get("about"),
            pairs.get(found.get("pair", "")),
            found.get("since"),
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
            (ANSWERS, OVERVIEW, READABLE),
            lambda given: _("{given} was ignored: expected answers, overview or read", given=given),
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
        "since": day_within(years),
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
        "since": (choice.since.isoformat() if choice.since else "", ""),
    }
    return drop_defaults(values)


def read_choice() -> ReadChoice:
    """The choice of this visitor's link, or the one left here on the way to another page."""
    restore_page_params(PARAMETERS)
    return parse_choice(read_parameters(), read_rules(), list_members())


def apply_selection(sent: Any) -> None:
    """Put what the browser chose into the address, leaving all other parameters.

    `sent` names only what changed; an empty text takes a parameter back to its default.
    """
    texts = {**read_parameters(), **keep_sent(sent, PARAMETERS)}
    wanted = {name: text for name, text in texts.items() if name in PARAMETERS and text}
    choice = parse_choice(wanted, read_rules(), list_members()).choice
    replace_parameters(PARAMETERS, write_choice(choice, read_rules()))

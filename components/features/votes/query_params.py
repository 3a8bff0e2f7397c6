"""What this page keeps in its link beside the view: one state, years, order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from components.core.i18n import gettext as _
from components.core.link_rules import read_rules
from components.core.query_params import drop_defaults, keep_sent, one_of, read_params, year_within
from components.core.session_state import read_parameters, replace_parameters, restore_page_params
from components.core.view_state import LinkRules
from data.load import read_record
from data.roll_calls import list_roll_calls, list_voters

PARAMETERS = ("member", "by", "from", "to")
DATE, HUB, PARTY = "date", "hub", "party"
ORDERS = (DATE, HUB, PARTY)


@dataclass(frozen=True)
class Choice:
    """The state of the page; `member` None is all of them."""

    first: int
    last: int
    member: str | None = None
    by: str = DATE


@dataclass(frozen=True)
class ReadChoice:
    """A choice read from a link, and what was ignored on the way."""

    choice: Choice
    notices: list[str] = field(default_factory=list)


def parse_choice(
    parameters: Mapping[str, str], years: LinkRules, voters: Sequence[str]
) -> ReadChoice:
    """Read the page's parameters; wrong values are ignored and named in `notices`."""
    read = read_params(
        parameters,
        {
            "member": one_of(
                voters,
                lambda given: _(
                    "{given} was ignored: expected the id of a state whose votes are recorded",
                    given=given,
                ),
            ),
            "by": one_of(
                ORDERS,
                lambda given: _("{given} was ignored: expected date, hub or party", given=given),
            ),
            "from": year_within(years),
            "to": year_within(years, not_before="from"),
        },
    )
    found = read.values
    return ReadChoice(
        Choice(
            found.get("from", years.first_year),
            found.get("to", years.last_year),
            found.get("member"),
            found.get("by", DATE),
        ),
        read.notices,
    )


def write_choice(choice: Choice, years: LinkRules) -> dict[str, str]:
    """The link parameters of a choice: only those that differ from the default."""
    values = {
        "member": (choice.member or "", ""),
        "by": (choice.by, DATE),
        "from": (str(choice.first), str(years.first_year)),
        "to": (str(choice.last), str(years.last_year)),
    }
    return drop_defaults(values)


def read_choice() -> ReadChoice:
    """The choice of this visitor's link, or the one left here on the way to another page."""
    restore_page_params(PARAMETERS)
    return parse_choice(read_parameters(), read_rules(), _list_known())


def apply_selection(sent: Any) -> None:
    """Put what the browser chose into the address; an empty text takes a parameter back."""
    texts = {**read_parameters(), **keep_sent(sent, PARAMETERS)}
    wanted = {name: text for name, text in texts.items() if name in PARAMETERS and text}
    choice = parse_choice(wanted, read_rules(), _list_known()).choice
    replace_parameters(PARAMETERS, write_choice(choice, read_rules()))


def _list_known() -> list[str]:
    return list_voters(list_roll_calls(read_record()))

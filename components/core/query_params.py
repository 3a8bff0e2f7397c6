"""Parameters of a page's link, declared: what each may be, and what is said of one that is not.

A page lists its parameters once, in the order in which notices come; `read_params` reads them all.
A parameter that is missing has no value; one that is wrong is ignored and named in a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.view_state import LinkRules, read_date, read_year, shorten


@dataclass(frozen=True)
class Parameter:
    """One parameter of a link.

    `read` gives the value of a text, None for a text that is no value. `refusal` says of
    name=value why it was ignored. A value below that of `not_before` has that one ignored.
    """

    read: Callable[[str], Any]
    refusal: Callable[[str], str]
    not_before: str = ""


@dataclass(frozen=True)
class ReadParams:
    """The values of a link by parameter, those that it has, and what was ignored on the way."""

    values: dict[str, Any] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def read_params(parameters: Mapping[str, str], declared: Mapping[str, Parameter]) -> ReadParams:
    """Read the declared parameters of a link, and only those."""
    found = ReadParams()
    for name, parameter in declared.items():
        if name not in parameters:
            continue
        value = parameter.read(parameters[name])
        if value is None:
            found.notices.append(parameter.refusal(_give(parameters, name)))
            continue
        found.values[name] = value
        first = parameter.not_before
        if first in found.values and found.values[first] > value:
            del found.values[first]
            given = _give(parameters, first)
            found.notices.append(
                _("{given} was ignored: it is after {year}", given=given, year=value)
            )
    return found


def one_of(values: Collection[str], refusal: Callable[[str], str]) -> Parameter:
    """A parameter that is one of these texts."""
    return Parameter(lambda text: text if text in values else None, refusal)


def year_within(years: LinkRules, not_before: str = "") -> Parameter:
    """A year of the record."""
    return Parameter(
        lambda text: read_year(text, years),
        lambda given: _(
            "{given} was ignored: not a year from {first} to {last}",
            given=given,
            first=years.first_year,
            last=years.last_year,
        ),
        not_before,
    )


def day_within(years: LinkRules) -> Parameter:
    """A day of the record, ISO."""
    return Parameter(
        lambda text: read_date(text, years)[0],
        lambda given: _(
            "{given} was ignored: not a day of the form YYYY-MM-DD from {first} to {last}",
            given=given,
            first=date(years.first_year, 1, 1),
            last=years.last_day,
        ),
    )


def line_of(most: int) -> Parameter:
    """A line of text of at most so many characters, its spaces made single."""

    def read(text: str) -> str | None:
        line = " ".join(text.split())
        return line if len(line) <= most and line.isprintable() else None

    return Parameter(
        read,
        lambda given: ngettext(
            "{given} was ignored: must be one line of at most {count} character",
            "{given} was ignored: must be one line of at most {count} characters",
            most,
            given=given,
        ),
    )


def keep_sent(value: Any, names: Collection[str]) -> dict[str, str]:
    """The texts with these names in what a browser sent; what is no text is dropped."""
    given = value if isinstance(value, Mapping) else {}
    return {name: given[name] for name in names if isinstance(given.get(name), str)}


def drop_defaults(values: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The texts of parameters that differ from the usual ones, from both by name."""
    return {name: text for name, (text, usual) in values.items() if text != usual}


def _give(parameters: Mapping[str, str], name: str) -> str:
    """A parameter as it was given, shortened."""
    return f"{name}={shorten(parameters[name])}"

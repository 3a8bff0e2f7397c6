"""What a link may ask of the sources page: a source to open, a part to go to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from components.core.i18n import gettext as _
from components.core.view_state import shorten

SOURCE, PART = "source", "part"
PARAMETERS = (SOURCE, PART)


@dataclass(frozen=True)
class Target:
    """A source by id and a part of the page by its anchor, or neither; and what was ignored."""

    source: str | None = None
    part: str | None = None
    notices: tuple[str, ...] = ()


def read_target(
    parameters: Mapping[str, str], sources: Collection[str], parts: Collection[str]
) -> Target:
    """Read the page's own parameters; wrong values are ignored and named."""
    known = dict(zip(PARAMETERS, (sources, parts), strict=True))
    found: dict[str, str] = {}
    notices = []
    for name, values in known.items():
        value = parameters.get(name)
        if value in values:
            found[name] = str(value)
        elif value is not None:
            notices.append(format_refusal(name, f"{name}={shorten(value)}"))
    return Target(found.get(SOURCE), found.get(PART), tuple(notices))


def format_refusal(name: str, given: str) -> str:
    """Why a parameter, `given` as name=value, was ignored."""
    if name == SOURCE:
        return _("{given} was ignored: no source has this id", given=given)
    return _("{given} was ignored: there is no section with this name", given=given)

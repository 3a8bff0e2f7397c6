"""What a link may ask of the sources page: a source to open, a part to go to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from components.view import shorten

SOURCE, PART = "source", "part"


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
    known = {SOURCE: (sources, "no source has this id"), PART: (parts, "no part has this name")}
    found: dict[str, str] = {}
    notices = []
    for name, (values, why) in known.items():
        value = parameters.get(name)
        if value in values:
            found[name] = str(value)
        elif value is not None:
            notices.append(f"{name}={shorten(value)} was ignored: {why}")
    return Target(found.get(SOURCE), found.get(PART), tuple(notices))

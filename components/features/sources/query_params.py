"""What a link may ask of the sources page: a source to open, a part to go to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from components.core.i18n import gettext as _
from components.core.query_params import one_of, read_params

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
    read = read_params(
        parameters,
        {
            SOURCE: one_of(
                sources,
                lambda given: _("{given} was ignored: no source has this id", given=given),
            ),
            PART: one_of(
                parts,
                lambda given: _(
                    "{given} was ignored: there is no section with this name", given=given
                ),
            ),
        },
    )
    return Target(**read.values, notices=tuple(read.notices))

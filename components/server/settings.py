"""The settings of the atlas, each an environment variable, and what is wrong with their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from components.server.address import read_public_url
from components.server.drain import read_drain_seconds
from components.server.headers import read_frame_ancestors
from components.server.security_txt import read_security_contacts

# Each reads its variable and raises ValueError with variable, value and rule when the value is bad.
READERS: tuple[Callable[[Mapping[str, str]], object], ...] = (
    read_public_url,
    read_frame_ancestors,
    read_drain_seconds,
    read_security_contacts,
)


def list_bad_settings(environment: Mapping[str, str]) -> Iterator[str]:
    """A line for each setting that has a bad value: variable, value, rule."""
    for read in READERS:
        try:
            read(environment)
        except ValueError as error:
            yield str(error)

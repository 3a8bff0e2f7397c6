"""The settings of the atlas, each an environment variable, and what is wrong with their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from components.features.propose.contact import read_contact
from components.server.base_url import read_public_url
from components.server.drain import read_drain_seconds
from components.server.metrics import read_metrics_port
from components.server.rate_limits import NUMBERS, RATES, RateLimiter, read_number
from components.server.security_headers import read_frame_ancestors
from components.server.security_txt import read_security_contacts
from components.workers.settings import SETTINGS, read_setting

Reader = Callable[[Mapping[str, str]], object]
# Each reads its variable and raises ValueError with variable, value and rule when the value is bad.
READERS: tuple[Reader, ...] = (
    read_public_url,
    read_frame_ancestors,
    read_drain_seconds,
    read_metrics_port,
    read_security_contacts,
    read_contact,
    *(partial(RateLimiter, rate) for rate in RATES),
    *(partial(read_number, number) for number in NUMBERS),
    *(partial(read_setting, name) for name in SETTINGS),
)


def list_bad_settings(environment: Mapping[str, str]) -> Iterator[str]:
    """A line for each setting that has a bad value: variable, value, rule."""
    for read in READERS:
        try:
            read(environment)
        except ValueError as error:
            yield str(error)

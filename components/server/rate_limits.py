"""How often one client may ask: the settings, and a limiter that tells how long to wait.

The limiter is the generic cell rate algorithm: a burst at once, then one more each so often. It
keeps one number for each client, and forgets the clients that asked longest ago.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from throttled import RateLimiterType, Throttled, exceptions, store

MOST_CLIENTS = 4096
ONE_RATE = re.compile(r"\d+/\w+( burst \d+)?")


@dataclass(frozen=True)
class Rate:
    """A rate that a setting can change: its variable, and its value by default."""

    variable: str
    default: str


# A room of sixty behind one address opens the atlas at once: a first page asks for up to 150 files.
FILES = Rate("ATLAS_RATE_FILES", "100/s burst 12000")
PAGES = Rate("ATLAS_RATE_PAGES", "5/s burst 600")
EMBEDS = Rate("ATLAS_RATE_EMBEDS", "5/s burst 300")
EXPORTS = Rate("ATLAS_RATE_EXPORTS", "1/s burst 120")
# A notebook asks in a loop; an answer costs a processor up to 0.5 s when it is first made.
API = Rate("ATLAS_RATE_API", "5/s burst 200")
STORIES = Rate("ATLAS_RATE_STORIES", "1/s burst 60")
CONNECTIONS = Rate("ATLAS_RATE_CONNECTIONS", "2/s burst 120")
# A run takes a processor 10 to 20 ms: one client may have a sixth of one for long.
MESSAGES = Rate("ATLAS_RATE_MESSAGES", "12/s burst 150")
CONNECTION_MESSAGES = Rate("ATLAS_RATE_CONNECTION_MESSAGES", "4/s burst 40")
# Lines of the log about breaches of the rules, of all clients together.
LOG_LINES = Rate("ATLAS_RATE_LOG", "6/m burst 6")
RATES = (
    *(FILES, PAGES, EMBEDS, EXPORTS, API, STORIES),
    *(CONNECTIONS, MESSAGES, CONNECTION_MESSAGES, LOG_LINES),
)


@dataclass(frozen=True)
class Number:
    """A whole number that a setting can change, 0 for no limit: its variable and its default."""

    variable: str
    default: int


MOST_BODY_BYTES = Number("ATLAS_MAX_BODY", 2 * 1024 * 1024)
BODY_SECONDS = Number("ATLAS_BODY_SECONDS", 30)
MOST_CONNECTIONS = Number("ATLAS_MAX_CONNECTIONS_PER_CLIENT", 60)
# The longest that a page of the atlas sends has less than 2 kB.
MOST_MESSAGE_BYTES = Number("ATLAS_MAX_MESSAGE", 256 * 1024)
NUMBERS = (MOST_BODY_BYTES, BODY_SECONDS, MOST_CONNECTIONS, MOST_MESSAGE_BYTES)


class RateLimiter:
    """Tells how long a client must wait; with the setting `0` nobody waits."""

    def __init__(self, rate: Rate, environment: Mapping[str, str] | None = None) -> None:
        """Read the setting; ValueError names a bad one."""
        given = (os.environ if environment is None else environment).get(rate.variable, "")
        value = given.strip() or rate.default
        self.throttled = None if value == "0" else make_throttled(rate, value)

    def wait(self, client: str, cost: int = 1) -> float:
        """Seconds until the client may go on; 0.0 if it may now, and then this counts."""
        if self.throttled is None:
            return 0.0
        result = self.throttled.limit(client, cost)
        return max(0.001, float(result.state.retry_after)) if result.limited else 0.0


def make_throttled(rate: Rate, value: str) -> Throttled:
    """The limiter of a setting's value, as `5/s burst 20` or `30/m`; ValueError names a bad one."""
    try:
        if not ONE_RATE.fullmatch(value):
            raise ValueError(value)
        return Throttled(
            using=RateLimiterType.GCRA.value,
            quota=value,
            store=store.MemoryStore(options={"MAX_SIZE": MOST_CLIENTS}),
        )
    except (exceptions.BaseThrottledError, ValueError) as error:
        raise ValueError(
            f"{rate.variable}: {value!r} is not 0 and not a rate such as '5/s burst 20'"
        ) from error


def read_number(number: Number, environment: Mapping[str, str] | None = None) -> int:
    """The value of a setting; ValueError names a bad one."""
    given = (os.environ if environment is None else environment).get(number.variable, "")
    value = given.strip()
    if not value:
        return number.default
    if not (value.isascii() and value.isdigit()):
        raise ValueError(f"{number.variable}: {value!r} is not a whole number, nor 0 for no limit")
    return int(value)

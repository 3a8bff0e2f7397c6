"""A crowd: visitors who each release the slider once in five seconds, over one replica or more."""

from __future__ import annotations

import asyncio
import random
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.app_process import Server
from bench.baseline_data import list_years
from bench.drag import Measured
from bench.load_test import LOST, Visitor, close_visitors, open_visitors
from bench.stats import find_median, find_percentile

PERIOD_SECONDS = 5.0


@dataclass
class Releases:
    """What one visitor's releases came to: run times, ms, and how many had no answer."""

    times: list[float] = field(default_factory=list)
    failed: int = 0


@dataclass(frozen=True)
class Crowd:
    """What visitors measured together.

    `visitors`: how many came in. `times`: of each run, ms. `failed`: releases without an answer.
    `per_second`: runs ended a second. `cpu_ms`, `client_ms`: processor time for a run, of all
    servers and of this process.
    """

    visitors: int
    times: list[float]
    failed: int
    per_second: float
    cpu_ms: float
    client_ms: float

    def describe(self, count: int) -> Measured:
        """The rows of a crowd that was to be so large; who could not come in has failed."""
        name = f"crowd_{count}"
        return {
            f"{name}_ms": find_median(self.times),
            f"{name}_p95_ms": find_percentile(self.times, 95),
            f"{name}_failed": self.failed + count - self.visitors,
            f"{name}_per_second": self.per_second,
            f"{name}_cpu_ms": self.cpu_ms,
            f"{name}_client_ms": self.client_ms,
        }


async def measure_crowd(
    servers: Sequence[Server], count: int, seconds: float, within: float
) -> Crowd:
    """Visitors share the servers evenly; RuntimeError when no run ended."""
    shares = [count // len(servers) + (n < count % len(servers)) for n in range(len(servers))]
    opened = await asyncio.gather(
        *(
            open_visitors(server, share, within, first=sum(shares[:place]))
            for place, (server, share) in enumerate(zip(servers, shares, strict=True))
        )
    )
    visitors = [visitor for some in opened for visitor in some]
    # Neighbours in time are on different servers.
    random.Random(count).shuffle(visitors)
    began, cpu, own = time.monotonic(), read_cpu_ms(servers), read_own_ms()
    found = await asyncio.gather(
        *(
            release_often(visitor, began + seconds, began + PERIOD_SECONDS * place / count)
            for place, visitor in enumerate(visitors)
        )
    )
    took = time.monotonic() - began
    cpu, own = read_cpu_ms(servers) - cpu, read_own_ms() - own
    await close_visitors(visitors)
    times = [ms for releases in found for ms in releases.times]
    if not times:
        raise RuntimeError(f"{servers[0].variant.name}: no run of {len(visitors)} visitors ended")
    failed = sum(releases.failed for releases in found)
    runs = len(times)
    return Crowd(len(visitors), times, failed, runs / took, cpu / runs, own / runs)


async def release_often(visitor: Visitor, until: float, first_at: float) -> Releases:
    """Release once in five seconds until a moment; a visitor waits for one answer at a time."""
    years, year = list_years(), 0
    releases = Releases()
    due = first_at
    while due < until:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        year = random.choice([other for other in years if other != year])
        try:
            releases.times.append(await visitor.run(year))
        except LOST:
            releases.failed += 1
        due = max(due + PERIOD_SECONDS, time.monotonic())
    return releases


def read_cpu_ms(servers: Sequence[Server]) -> float:
    """Processor time of all processes of the servers so far, ms."""
    return sum(server.read_cpu_ms() for server in servers)


def read_own_ms() -> float:
    """Processor time of this process so far, ms."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return 1000 * (used.ru_utime + used.ru_stime)

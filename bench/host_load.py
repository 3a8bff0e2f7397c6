"""The lines above the table: on what it was measured, and how busy that was with other work."""

from __future__ import annotations

import platform
import resource
import time
from importlib.metadata import version

import psutil

# Above this many processors taken by other work the times say more of it than of the app.
QUIET_PROCESSORS = 0.2


class Machine:
    """Watches the processors from when it is made."""

    def __init__(self) -> None:
        """Note what the processors have done so far."""
        self.began = time.monotonic()
        self.busy = read_busy_seconds()
        self.own = read_own_seconds()

    def describe(self) -> str:
        """Processors, versions, how long it took, and what other work took meanwhile."""
        seconds = time.monotonic() - self.began
        own = read_own_seconds() - self.own
        others = max(0.0, read_busy_seconds() - self.busy - own) / max(seconds, 1e-9)
        text = (
            f"{psutil.cpu_count()} processors, Python {platform.python_version()}, "
            f"Streamlit {version('streamlit')}, 1440x900, link 10 Mbit/s and 40 ms; "
            f"measured in {seconds:.0f} s, other work took {others:.1f} processors meanwhile"
        )
        if others > QUIET_PROCESSORS:
            text += "\nThe machine was not at rest: times and frame rates are worse than they are."
        return text


def read_busy_seconds() -> float:
    """Seconds all processors have worked since the machine started."""
    times = psutil.cpu_times()
    return float(times.user + times.nice + times.system + times.irq + times.softirq)


def read_own_seconds() -> float:
    """Seconds this process and all it started and saw end have worked."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)

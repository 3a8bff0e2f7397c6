"""The lines above the table: on what it was measured, how fast that is, how busy with other work.

A slow machine takes long for a fixed piece of work in processor time too; on a busy one only the
clock runs on while other programs have the processor.
"""

from __future__ import annotations

import hashlib
import platform
import threading
import time
from contextlib import suppress
from importlib.metadata import version

import psutil

# Above this many processors taken by other work the times say more of it than of the app.
QUIET_PROCESSORS = 0.2


WATCH_SECONDS = 1.0
FIXED_WORK_BYTES = 64_000_000


class Machine:
    """Watches the processors, and this process with all it starts, from when it is made."""

    def __init__(self) -> None:
        """Measure the fixed work; note what the processors have done so far."""
        self.work_ms = measure_fixed_work()
        self.began = time.monotonic()
        self.busy = read_busy_seconds()
        self.spent: dict[tuple[int, float], float] = {}
        self.ended = threading.Event()
        self.note_own()
        self.own = sum(self.spent.values())
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self) -> None:
        """Note again and again what our processes have spent: those that end keep their last."""
        while not self.ended.wait(WATCH_SECONDS):
            self.note_own()

    def note_own(self) -> None:
        """Processor seconds of this process and of every process below it, by process."""
        me = psutil.Process()
        for process in [me, *me.children(recursive=True)]:
            with suppress(psutil.Error):
                times = process.cpu_times()
                self.spent[process.pid, process.create_time()] = times.user + times.system

    def describe(self, link: str = "10 Mbit/s and 40 ms", slowed: float = 1) -> str:
        """Processors, their speed, versions, how long it took, what other work took meanwhile."""
        self.ended.set()
        self.thread.join()
        self.note_own()
        seconds = time.monotonic() - self.began
        own = sum(self.spent.values()) - self.own
        others = max(0.0, read_busy_seconds() - self.busy - own) / max(seconds, 1e-9)
        text = (
            f"{psutil.cpu_count()} processors, Python {platform.python_version()}, "
            f"Streamlit {version('streamlit')}, 1440x900, link {link}, "
            f"browser slowed {slowed:g} times; fixed work {self.work_ms:.0f} ms of one processor; "
            f"measured in {seconds:.0f} s, other work took {others:.1f} processors meanwhile"
        )
        if others > QUIET_PROCESSORS:
            text += "\nThe machine was not at rest: times and frame rates are worse than they are."
        return text


def read_busy_seconds() -> float:
    """Seconds all processors have worked since the machine started."""
    times = psutil.cpu_times()
    return float(times.user + times.nice + times.system + times.irq + times.softirq)


def measure_fixed_work() -> float:
    """Processor time of hashing the same bytes, ms, the best of three: how slow a processor is."""
    data = bytes(FIXED_WORK_BYTES)
    times = []
    for _ in range(3):
        began = time.process_time()
        hashlib.sha256(data).digest()
        times.append(1000 * (time.process_time() - began))
    return min(times)

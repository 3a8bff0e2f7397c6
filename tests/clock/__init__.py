"""A clock that stands still until a test sets it: turns day and year on a running server.

clock = SetClock(tmp_path / "clock", "2026-12-31T23:59:00")
with ServerProcess(clock.environment) as server:
    clock.set("2027-01-01T00:00:00")
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]


class SetClock:
    """The clock of the servers that are started with its `environment`."""

    def __init__(self, file: Path, now: str) -> None:
        """Keep the time in `file`; `now` is ISO 8601, in UTC."""
        self.file = file
        self.set(now)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that make a server's processes read this clock."""
        folders = [Path(__file__).parent, ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
        return {
            "PYTHONPATH": os.pathsep.join(map(str, folders)),
            "ATLAS_TEST_CLOCK": str(self.file),
        }

    def set(self, now: str) -> None:
        """Set the time; ISO 8601, in UTC."""
        moment = datetime.fromisoformat(now).replace(tzinfo=UTC).isoformat()
        # Replaced at once: a server may be reading.
        fresh = self.file.with_suffix(".new")
        fresh.write_text(moment, encoding="utf-8")
        fresh.replace(self.file)

"""A record longer than the atlas can show is refused at the start, before it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.errors import Problem

# A little above ten times the record of 2026; what was tried with that stands in bench/README.md:
# beyond it a start takes minutes, and pages that list everything no longer answer.
MOST_ROWS = {"events.csv": 2_500, "claims.csv": 15_000}


def list_size_faults(folder: Path) -> Iterator[Problem]:
    """Tables with more rows than the atlas can show, by their lines: no cell has a line break."""
    for file, most in MOST_ROWS.items():
        try:
            rows = (folder / file).read_bytes().count(b"\n") - 1
        except OSError:
            continue  # Reading the record says that the file is not there.
        if rows > most:
            yield Problem(
                file,
                0,
                "",
                "",
                f"{rows:,} rows: the atlas shows at most {most:,} of them; "
                "leave out events that you do not need, with all that stands at them",
            )

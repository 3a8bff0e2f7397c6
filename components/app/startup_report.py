"""What keeps the server from starting, told on one screen: a line for each fault, no traceback."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

ROOT = Path(__file__).parents[2]
PARTS = ("components", "data", "geodata", "pages")
MOST_SHOWN = 20
LONGEST_LINE = 240


def write_report(faults: Sequence[str], most: int = MOST_SHOWN) -> str:
    """How many faults there are, and the first of them, each on a line."""
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    lines = [f"The atlas cannot start: {count} in its files or settings."]
    for fault in faults[:most]:
        line = " ".join(fault.split())
        lines.append(line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…")
    if len(faults) > most:
        lines.append(
            f"and {len(faults) - most} more: python -m components.app.verification has all"
        )
    return "\n".join(lines)


def format_failure(error: Exception) -> str:
    """An error nobody foresaw, in one line: what it is, and where in the atlas it came up."""
    places = [
        f"{path.relative_to(ROOT)} line {frame.lineno}: "
        for frame in extract_tb(error.__traceback__)
        for path in [Path(frame.filename)]
        if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in PARTS
    ]
    return f"{places[-1] if places else ''}{type(error).__name__}: {error}"

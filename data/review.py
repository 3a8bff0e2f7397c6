"""The day up to which the record was last reviewed, from `review.json`.

What the record holds without an end is true to this day, and the atlas says so instead of "today".
The scripts of the browser are built with the same file.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

FILE = Path(__file__).parent / "review.json"


def read_review(path: Path = FILE) -> date:
    """The day; ValueError where the file does not give one."""
    try:
        return date.fromisoformat(json.loads(path.read_text(encoding="utf-8"))["reviewed"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path.name}: no day of the last review: {error}") from None


REVIEWED = read_review()

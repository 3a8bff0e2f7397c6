"""Python runs this first in every process of a server under a `SetClock`, drawing processes too."""

import os
from datetime import datetime
from pathlib import Path

from components.core import clock

FILE = Path(os.environ["ATLAS_TEST_CLOCK"])


def read_file() -> datetime:
    """The time that the file names."""
    return datetime.fromisoformat(FILE.read_text(encoding="utf-8"))


clock.read_now = read_file

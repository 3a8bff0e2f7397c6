"""What the code says: every message marked in Python and TypeScript, as a catalogue to compare."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

from components.core.i18n.catalog import SCRIPT

ROOT = Path(__file__).parents[3]
FOLDERS = ("components", "pages")
KINDS = (".py", SCRIPT)
# Tests of scripts stand beside them; what they say, nobody reads.
TESTS = (f".test{SCRIPT}",)
OTHERS = {"vendor", "static", "node_modules", "__pycache__"}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
CALL = re.compile(r"(?<![\w$.])(?:_|n?gettext|pgettext)\(")
LONGEST_CALL = 2000


def list_sources(root: Path = ROOT) -> Iterator[Path]:
    """The files whose messages are in the catalogue, in order."""
    found: list[Path] = []
    for folder in FOLDERS:
        for place, folders, files in os.walk(root / folder):
            folders[:] = [name for name in folders if name not in OTHERS]
            if Path(place) != Path(__file__).parent:
                found += [Path(place, file) for file in files]
    yield from sorted(
        path for path in found if path.suffix in KINDS and not path.name.endswith(TESTS)
    )


def extract_messages(root: Path = ROOT) -> Catalog:
    """Every message of the code with the files it stands in."""
    found = Catalog(charset="utf-8")
    for path in list_sources(root):
        text = path.read_text(encoding="utf-8")
        read = read_script(text) if path.suffix == SCRIPT else read_calls("python", text)
        for message, context in read:
            place = (path.relative_to(root).as_posix(), 1)
            found.add(message, None, [place], context=context)
    return found


def read_script(text: str) -> Iterator[tuple[Any, str | None]]:
    """The messages of a script, one call after another.

    Babel alone passes over a call that stands within the arguments of another.
    """
    for call in CALL.finditer(text):
        yield from list(read_calls("javascript", text[call.start() :][:LONGEST_CALL]))[:1]


def read_calls(method: str, text: str) -> Iterator[tuple[Any, str | None]]:
    """Babel's reading of a text: each message, or its forms, with its context."""
    rows = extract(method, BytesIO(text.encode()), KEYWORDS, (), {"encoding": "utf-8"})
    for _line, message, _comments, context in rows:
        yield message, context

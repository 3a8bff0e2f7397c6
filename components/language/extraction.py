"""What the code says: every message marked in Python and JavaScript, as a catalogue to compare."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

ROOT = Path(__file__).parents[2]
FOLDERS = ("components", "pages")
METHODS = {".py": "python", ".js": "javascript"}
OTHERS = ("components/vendor/", "components/language/")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
# A comment that begins so is for whoever translates the message under it.
NOTE = "Translators:"


def list_sources(root: Path = ROOT) -> Iterator[Path]:
    """The files whose messages are in the catalogue, in order."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.*")):
            if path.suffix in METHODS and not path.relative_to(root).as_posix().startswith(OTHERS):
                yield path


def extract_messages(root: Path = ROOT) -> Catalog:
    """Every message of the code with the files it stands in."""
    found = Catalog(charset="utf-8")
    for path in list_sources(root):
        place = path.relative_to(root).as_posix()
        options = {"encoding": "utf-8", "parse_template_string": True}
        with path.open("rb") as file:
            rows = extract(METHODS[path.suffix], file, KEYWORDS, (NOTE,), options)
            for line, message, comments, context in rows:
                found.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return found

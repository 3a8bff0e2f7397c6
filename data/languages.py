"""The languages of the atlas, from `languages.json`; the scripts of the browser are built with it.

The first is the default: its texts stand in the code, its pages in the root of the static site,
and a text that another language lacks is shown in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parent / "languages.json"


@dataclass(frozen=True)
class Language:
    """A language: its code in links and columns, and its name in itself.

    `locale` is Babel's, of dates, numbers and lists; `months` that of the short names of months in
    the browser. `folder` is where the static site has it, with a slash at its end; `script` the
    subset of the typefaces it needs. One for `test` has neither texts of the record nor prose.
    """

    code: str
    name: str
    locale: str
    months: str
    folder: str
    script: str
    test: bool = False


def read_languages(path: Path = TABLE) -> dict[str, Language]:
    """The table by code, in order; ValueError for a row that is not of its form."""
    languages = {}
    for row in json.loads(path.read_text(encoding="utf-8")):
        try:
            languages[row["code"]] = Language(**row)
        except (KeyError, TypeError) as error:
            raise ValueError(f"{path.name}: {row!r}: {error}") from None
    return languages


ALL = read_languages()
# Those in which the record, the prose and the stories are written.
LANGUAGES = tuple(code for code, language in ALL.items() if not language.test)
DEFAULT = LANGUAGES[0]
TRANSLATIONS = LANGUAGES[1:]

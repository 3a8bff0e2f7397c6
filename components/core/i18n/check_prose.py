"""Whether tables of prose, in TOML, say the same things in every language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from components.core.i18n.check_catalog import find_values
from data.errors import Problem, RecordError, shorten
from data.languages import DEFAULT, LANGUAGES, TRANSLATIONS
from data.package import read_text

AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")


def read_prose(folder: Path, file: str) -> dict[str, Any]:
    """What a TOML file holds; RecordError with the line at which it is none."""
    try:
        return tomllib.loads(read_text(folder, file))
    except tomllib.TOMLDecodeError as error:
        found = AT_LINE.search(str(error))
        why = AT_LINE.sub("", str(error))
        raise RecordError(
            [Problem(file, int(found[1]) if found else 0, "", "", f"not TOML: {why}")]
        ) from None


def check_prose(folder: Path, file: str, sections: Collection[str]) -> list[Problem]:
    """Every fault of a file that has its prose by language, then by section."""
    try:
        texts = read_prose(folder, file)
    except RecordError as error:
        return list(error.problems)
    said = {language: texts.get(language) or {} for language in LANGUAGES}
    problems = [
        Problem(file, 0, "section", f"{language}.{name}", "the section is missing")
        for language in LANGUAGES
        for name in sections
        if name not in said[language]
    ]
    return problems or [
        problem
        for language in TRANSLATIONS
        for problem in Comparison(file, language).compare("", said[DEFAULT], said[language])
    ]


def check_pairs(folder: Path, file: str, known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Faults of a file that has two texts by language, table and key, of each table its `known`."""
    try:
        tables = read_prose(folder, file)
    except RecordError as error:
        yield from error.problems
        return
    for language, (name, keys) in product(TRANSLATIONS, known.items()):
        rows = tables.get(language, {}).get(name, {})
        for key in sorted(set(keys) ^ set(rows)):
            rule = "no text" if key in keys else f"not one of the {name}"
            yield Problem(file, 0, name, key, rule)
        for key, texts in rows.items():
            if len(texts) != 2 or not all(isinstance(text, str) for text in texts):
                yield Problem(file, 0, name, key, "not two texts")


@dataclass(frozen=True)
class Comparison:
    """The prose of a file in a language beside the English."""

    file: str
    language: str

    def compare(self, place: str, english: Any, other: Any) -> Iterator[Problem]:
        """Where two parts differ in form: keys, number of texts, values filled in."""
        where = self.language + place
        if type(english) is not type(other):
            yield Problem(self.file, 0, where, "", "not of the form that the English has")
        elif isinstance(english, dict):
            for key in sorted(english.keys() ^ other.keys()):
                language = DEFAULT if key in english else self.language
                row = f"{language}{place}.{key}"
                yield Problem(self.file, 0, "key", row, "not there in both languages")
            for key in english.keys() & other.keys():
                yield from self.compare(f"{place}.{key}", english[key], other[key])
        elif isinstance(english, list):
            if len(english) != len(other):
                rule = f"{len(other)} texts where the English has {len(english)}"
                yield Problem(self.file, 0, where, "", rule)
            for pair in zip(english, other, strict=False):
                yield from self.compare(place, *pair)
        elif isinstance(english, str):
            wanted = find_values(english)
            for language, text in ((DEFAULT, english), (self.language, other)):
                if not text or find_values(text) is None or find_values(text) != wanted:
                    rule = "empty, or its values are not those of the English text"
                    yield Problem(self.file, 0, language + place, shorten(text), rule)

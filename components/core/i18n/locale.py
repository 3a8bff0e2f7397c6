"""The words of the language that is spoken now, one for each run, thread or task."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TypeVar

from babel.numbers import format_decimal

from components.core.i18n.catalog import read_translations
from data.languages import ALL, DEFAULT
from data.resolve import Lang

# Tests alone open the pseudo-language, in which every message of the catalogue stands in brackets.
PSEUDO_VARIABLE = "ATLAS_PSEUDO_LANGUAGE"
LANGUAGES = tuple(
    code for code, row in ALL.items() if not row.test or os.environ.get(PSEUDO_VARIABLE)
)
LANGUAGE_NAMES = {code: ALL[code].name for code in LANGUAGES}
LOCALES = {code: ALL[code].locale for code in LANGUAGES}
T = TypeVar("T")
_spoken: ContextVar[str] = ContextVar("spoken", default=DEFAULT)


def current_locale() -> str:
    """The code of the language spoken now."""
    return _spoken.get()


def record_locale() -> Lang:
    """The language in which the record's tables are read now; what it lacks is read in English."""
    return current_locale()


def babel_locale() -> str:
    """The locale of dates, numbers and lists in the language spoken now."""
    return LOCALES[current_locale()]


def pick_section(sections: Mapping[str, T]) -> T:
    """Of texts by language those of the language spoken now, else those of the default one."""
    return sections.get(current_locale(), sections[DEFAULT])


def set_locale(language: str) -> None:
    """Speak a language from here on, in this run; ValueError for one the atlas has not."""
    if language not in LANGUAGES:
        raise ValueError(f"the atlas does not speak {language!r}")
    _spoken.set(language)


@contextmanager
def locale_context(language: str) -> Iterator[None]:
    """Speak a language within a block."""
    before = current_locale()
    set_locale(language)
    try:
        yield
    finally:
        _spoken.set(before)


def gettext(message: str, **values: object) -> str:
    """A message in the language spoken now, its `{names}` filled with values."""
    return _fill(read_translations(current_locale()).gettext(message), values)


def pgettext(context: str, message: str, **values: object) -> str:
    """A message that means different things in different places."""
    return _fill(read_translations(current_locale()).pgettext(context, message), values)


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """A message by number; `{count}` is filled with it, as the language writes numbers."""
    text = read_translations(current_locale()).ngettext(one, many, count)
    return _fill(text, {"count": _format_count(count, babel_locale()), **values})


@lru_cache(maxsize=4096)
def _format_count(count: int, locale: str) -> str:
    return format_decimal(count, locale=locale)


def _fill(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text

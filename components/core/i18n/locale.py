"""The words of the language that is spoken now, one for each run, thread or task."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from babel.numbers import format_decimal

from components.core.i18n.catalog import PSEUDO, read_translations
from data.resolve import Lang

DEFAULT = "en"
# Tests alone open the pseudo-language, in which every message of the catalogue stands in brackets.
PSEUDO_VARIABLE = "ATLAS_PSEUDO_LANGUAGE"
LANGUAGES = ("en", "ru", *((PSEUDO,) if os.environ.get(PSEUDO_VARIABLE) else ()))
LANGUAGE_NAMES = {"en": "English", "ru": "Русский"}
LOCALES = {"en": "en_GB", "ru": "ru_RU"}
_spoken: ContextVar[str] = ContextVar("spoken", default=DEFAULT)


def current_locale() -> str:
    """The language spoken now: `en` or `ru`."""
    return _spoken.get()


def record_locale() -> Lang:
    """The language in which the record's tables are read now."""
    return "ru" if current_locale() == "ru" else "en"


def babel_locale() -> str:
    """The locale of dates, numbers and lists in the language spoken now."""
    return LOCALES[record_locale()]


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
    return _fill(text, {"count": format_decimal(count, locale=babel_locale()), **values})


def _fill(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text

"""The words of the language that is spoken now, one for each run, thread or task."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = ("en", "ru")
DEFAULT = "en"
_spoken: ContextVar[str] = ContextVar("spoken", default=DEFAULT)


def current_language() -> str:
    """The language spoken now: `en` or `ru`."""
    return _spoken.get()


def use_language(language: str) -> None:
    """Speak a language from here on, in this run; ValueError for one the atlas has not."""
    if language not in LANGUAGES:
        raise ValueError(f"the atlas does not speak {language!r}")
    _spoken.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language within a block."""
    before = current_language()
    use_language(language)
    try:
        yield
    finally:
        _spoken.set(before)


def gettext(message: str, **values: object) -> str:
    """A message in the language spoken now, its `{names}` filled with values."""
    return message.format(**values) if values else message


def pgettext(context: str, message: str, **values: object) -> str:
    """A message that means different things in different places."""
    return gettext(message, **values)


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """A message by number; `{count}` is filled with it."""
    return gettext(one if count == 1 else many, count=count, **values)

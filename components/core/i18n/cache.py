"""Keeping what was worded, once for each language: words are not to be made again at every run."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from components.core.i18n.locale import current_locale

P = ParamSpec("P")
R = TypeVar("R")


def cache_per_locale(maxsize: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """`functools.lru_cache` for a function whose answer is in the language spoken now."""

    def keep(make: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize)
        def kept(_language: str, *args: Any) -> R:
            return make(*args)  # type: ignore[call-arg]

        @wraps(make)
        def ask(*args: P.args, **_kwargs: P.kwargs) -> R:
            return kept(current_locale(), *args)

        return ask

    return keep

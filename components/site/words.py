"""The words of the browser's scripts in one language, as the page gives them."""

from __future__ import annotations

from typing import Any


def read_words(language: str) -> dict[str, Any]:
    """The language and its messages."""
    return {"language": language, "messages": {}}

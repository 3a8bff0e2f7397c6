"""The content security policy of a page that is a file: nothing but what it brings, by hash."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def hash_source(text: str) -> str:
    """The source expression that lets an inline script or style of exactly this text in."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def build_policy(scripts: Iterable[str], styles: Iterable[str], *, files: bool = False) -> str:
    """The policy of a page with these inline texts.

    `files` lets in scripts, styles, pictures and fonts of the site itself. Pictures may be part of
    the page: patterns are drawn that way.
    """
    own = ["'self'"] if files else []
    rules = {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "script-src": own + sorted({hash_source(text) for text in scripts}),
        "style-src": own + sorted({hash_source(text) for text in styles}),
        "img-src": [*own, "data:"],
        "font-src": own,
    }
    return ";".join(f"{name} {' '.join(sources)}" for name, sources in rules.items() if sources)

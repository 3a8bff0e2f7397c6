"""The templates of the pages: a value is escaped where it is written, and none may be missing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).parent / "templates"
# What HTML cannot hold: control characters, and halves of a character that is written in two.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


@cache
def read_templates() -> Environment:
    """The templates in their folder, as `<page>.html.j2`."""
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=clean_value,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render_template(name: str, values: dict[str, Any]) -> str:
    """The page that a template makes of values; UndefinedError for one it misses."""
    return read_templates().get_template(f"{name}.html.j2").render(values) + "\n"


def clean(text: str) -> str:
    """The text without what a page cannot hold, which is shown as a box."""
    return UNPRINTABLE.sub("\ufffd", text)


def clean_value(value: Any) -> Any:
    """What a template is about to write; what it has written already is clean."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def inline(tag: str, text: str) -> Markup:
    """The text of a script or a style, which HTML takes as it is: ours, never that of a table.

    ValueError for a text that would end its element.
    """
    if f"</{tag}" in text.lower() or "<!--" in text:
        raise ValueError(f"a text that would end its <{tag}>")
    return Markup(text)


def inline_policy(policy: str) -> Markup:
    """A content security policy in its attribute: words and hashes, with quotes of one kind.

    ValueError for one that would end its attribute.
    """
    if re.search(r'["&<>]', policy):
        raise ValueError("a policy that would end its attribute")
    return Markup(policy)

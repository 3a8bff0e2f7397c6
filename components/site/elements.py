"""Pages as trees of elements: text and attributes are escaped where the tree is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

# What HTML cannot hold: control characters, and halves of a character that is written in two.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def make(
    tag: str, attributes: Mapping[str, str] | None = None, *children: Element | str
) -> Element:
    """An element with attributes and children; strings become text."""
    element = Element(tag, {name: clean(value) for name, value in (attributes or {}).items()})
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            element.append(child)
            last = child
        elif last is None:
            element.text = (element.text or "") + clean(child)
        else:
            last.tail = (last.tail or "") + clean(child)
    return element


def make_raw(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> Element:
    """A script or a style, whose text HTML takes as it is: ours, never that of a table."""
    if f"</{tag}" in text.lower() or "<!--" in text:
        raise ValueError(f"a text that would end its <{tag}>")
    element = Element(tag, dict(attributes or {}))
    element.text = text
    return element


def clean(text: str) -> str:
    """The text without what a page cannot hold, which is shown as a box."""
    return UNPRINTABLE.sub("\ufffd", text)


def write_page(root: Element) -> str:
    """The page as HTML."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n"

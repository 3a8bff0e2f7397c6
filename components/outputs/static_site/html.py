"""Pages as trees of elements: text and attributes are escaped where the tree is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from xml.etree.ElementTree import Element

# What HTML cannot hold: control characters, and halves of a character that is written in two.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What HTML lets go: quotes around a plain value, and the end of what the next element ends.
PLAIN = re.compile(r"[\w./:#%@,+-]+")
VOID = {"br", "hr", "img", "input", "link", "meta"}
RAW = {"script", "style"}
SELF_ENDING = {"html", "head", "body", "li", "thead", "tbody", "tr", "th", "td", "option"}
ENDS_A_PARAGRAPH = {
    *("article", "details", "div", "h1", "h2", "h3", "header", "main"),
    *("nav", "ol", "p", "section", "table", "ul"),
}


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
    """The page as HTML, written as short as its rules allow: there are hundreds of them."""
    return f"<!doctype html>\n{write_element(root, False)}\n"


def write_element(element: Element, ended: bool) -> str:
    """An element with all it holds; `ended` where what follows ends a paragraph by itself."""
    tag, text = element.tag, element.text or ""
    opening = "".join(write_attribute(name, value) for name, value in element.items())
    if tag in VOID:
        return f"<{tag}{opening}>"
    within = [text if tag in RAW else escape(text, quote=False)]
    children = list(element)
    for place, child in enumerate(children):
        following = children[place + 1].tag if place + 1 < len(children) else None
        ends = following is None or following in ENDS_A_PARAGRAPH
        within.append(write_element(child, ends and not child.tail and tag != "a"))
        within.append(escape(child.tail or "", quote=False))
    droppable = tag in SELF_ENDING or (tag == "p" and ended)
    closing = "" if droppable and not element.tail else f"</{tag}>"
    return f"<{tag}{opening}>{''.join(within)}{closing}"


def write_attribute(name: str, value: str) -> str:
    """An attribute with the space before it."""
    if not value:
        return f" {name}"
    if PLAIN.fullmatch(value):
        return f" {name}={value}"
    quoted = escape(value, quote=False).replace('"', "&quot;")
    return f' {name}="{quoted}"'

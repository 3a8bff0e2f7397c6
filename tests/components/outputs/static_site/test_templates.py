"""Texts of the record are text in every page, and what a template misses is an error."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from components.outputs.static_site.templates import (
    FOLDER,
    clean,
    inline,
    inline_policy,
    read_templates,
    render_template,
)
from tests.injection_strings import CORPUS


class ElementReader(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", CORPUS)
def test_a_text_is_text_in_an_element_an_attribute_and_a_frame(text: str) -> None:
    frame = '<i title="{{ text }}">{{ text }}</i>'
    inner = read_templates().from_string(frame).render(text=text)
    page = '<b title="{{ text }}">{{ text }}</b><iframe srcdoc="{{ inner }}"></iframe>'
    outer = ElementReader(read_templates().from_string(page).render(text=text, inner=inner))
    assert outer.elements == [("b", {"title": clean(text)}), ("iframe", {"srcdoc": inner})]
    assert outer.text == clean(text)
    assert ElementReader(inner).elements == [("i", {"title": clean(text)})]


def test_what_a_page_cannot_hold_is_shown_as_a_box() -> None:
    assert clean("a\x00b\x85c\ud83d\td") == "a\ufffdb\ufffdc\ufffd\td"
    read_templates().from_string("{{ text }}").render(text="\udc00").encode()


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="heading"):
        render_template("lost", {"policy": "", "style": "", "sections": [{"language": "en"}]})


@pytest.mark.parametrize("text", ["a</SCRIPT >", "<!-- a"])
def test_a_text_that_would_end_its_element_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="would end its <script>"):
        inline("script", text)
    with pytest.raises(ValueError, match="would end its attribute"):
        inline_policy(text)


def test_no_template_lets_a_text_through_as_it_is() -> None:
    templates = sorted(FOLDER.glob("*.j2"))
    assert len(templates) > 12
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|Markup", text), template.name
        # A value in an attribute stands between quotes: without, a space in it would end it.
        assert not re.search(r"=\{\{", text), template.name

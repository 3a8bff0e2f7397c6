"""What other programs show of a link before it is opened: title, description and picture.

Messengers and search engines read the head of the page and run no script, so the head says what
the view of the link is. Everything here is text; whoever writes it into a page escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from components.core.alt_text import describe_view_in_words
from components.core.i18n import locale_context, record_locale
from components.core.link_rules import read_rules
from components.core.view_state import DEFAULT_LAYERS, View, read_link, write_link
from components.outputs.share.page_titles import title_page, title_story
from components.server.messages import site_description
from data.load import read_record
from data.request_description import find_finding
from data.stories import read_stories
from data.story import Story, pick_text

PREVIEW_SIZE = (1200, 630)
LONGEST_DESCRIPTION = 300
PAGES_OF_A_VIEW = ("", "events", "compare")
KNOWN_PAGES = (
    *PAGES_OF_A_VIEW,
    "members",
    "cohesion",
    "votes",
    "stories",
    "sources",
    "search",
    "propose",
    "coding",
)


@dataclass(frozen=True)
class Preview:
    """What the head of a page says of it; `image` and `address` are absolute addresses."""

    title: str
    description: str
    image: str
    address: str
    language: str


def describe_link(path: str, parameters: Mapping[str, str], base: str, language: str) -> Preview:
    """The preview of a link: of its event, its year or its story; wrong values are left out."""
    with locale_context(language):
        story = find_story(parameters.get("story", "")) if path == "stories" else None
        if story:
            return _describe_story(story, parameters.get("step", ""), base, language)
        path = path if path in KNOWN_PAGES else ""
        view = read_link(parameters, read_rules()).view
        plain = view == read_link({}, read_rules()).view
        address = write_link(view, read_rules()) if path in PAGES_OF_A_VIEW else ""
        return Preview(
            title_page(path, view),
            site_description() if plain else shorten(describe_view(view, language)),
            f"{base}/export/preview.png?{join(write_bare(view), language)}",
            f"{base}/{path}?{join(address, language)}",
            language,
        )


def describe_view(view: View, language: str) -> str:
    """The finding of a request for help, then what the colours of the view say."""
    finding = find_finding(read_record(), view.event, record_locale()) if view.event else ""
    return " ".join(filter(None, (finding, describe_view_in_words(view, language))))


def _describe_story(story: Story, step: str, base: str, language: str) -> Preview:
    first = story.steps[0].view
    return Preview(
        title_story(story, step),
        shorten(pick_text(story.description, language)),
        f"{base}/export/preview.png?{join(first, language)}",
        f"{base}/stories?{join(urlencode({'story': story.id}), language)}",
        language,
    )


def find_story(wanted: str) -> Story | None:
    """A story that comes with the atlas, or None."""
    return next((story for story in read_stories() if story.id == wanted), None)


def write_bare(view: View) -> str:
    """A view without camera, layers and panel: the same picture for many links."""
    return write_link(replace(view, layers=DEFAULT_LAYERS, at=None, panel=None), read_rules())


def join(query: str, language: str) -> str:
    """A query with its language."""
    return "&".join(filter(None, (query, f"lang={language}")))


def shorten(text: str) -> str:
    """The first sentences of a text, as many as a preview has room for."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    cut = text[: LONGEST_DESCRIPTION - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:") + "…"

"""The stories page: the list in plain text, and the map that a story leads."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from components.language import current_language
from components.language import gettext as _
from components.share.preview import name_page
from components.site.elements import make
from components.site.files import SiteFiles
from components.site.layout import Page
from components.site.map_frame import write_map_script
from components.site.map_pages import lay_frame
from data.stories import read_stories
from data.story import describe_story

PATH = "stories/index.html"


def list_story_pages(files: SiteFiles) -> list[Page]:
    """The stories page."""
    script = write_map_script(apart=True)
    title = _("Stories")
    text = make("article", {"class": "stories"}, make("h1", {}, title))
    for story in read_stories():
        text.extend(read_story(describe_story(story)))
    frame = make("div", {"class": "st-key-atlas-stage"}, lay_frame(files, script, PATH))
    description = _("Briefings on the map, step by step: play one, or build your own.")
    body = [frame, make("div", {"class": "stMainBlockContainer"}, text)]
    return [Page(PATH, name_page(title), description, "stories", body, scripts=[script])]


def read_story(story: dict[str, object]) -> list[Element]:
    """A story in plain text: what it is about, and the words of each step."""
    found = [make("h2", {}, say(story["title"])), make("p", {}, say(story["description"]))]
    steps = story["steps"]
    assert isinstance(steps, list)
    items = [
        make("li", {}, make("strong", {}, say(step["headline"])), f" {say(step['text'])}")
        for step in steps
    ]
    return [*found, make("ol", {}, *items)]


def say(text: object) -> str:
    """A text of a story in the language spoken now, else in the other."""
    if not isinstance(text, dict):
        return ""
    return str(text.get(current_language()) or next(iter(text.values()), ""))

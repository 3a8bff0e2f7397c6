"""The stories page: the list in plain text, and the map that a story leads."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote
from xml.etree.ElementTree import Element

from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.outputs.share.link_preview import name_page
from components.outputs.static_site.html import make
from components.outputs.static_site.map_iframe import write_map_script
from components.outputs.static_site.map_pages import render_frame
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import Page
from data.stories import read_stories
from data.story import Story, describe_story

PATH = "stories/index.html"


def list_story_pages(files: SiteFiles, pictures: Mapping[str, str]) -> list[Page]:
    """The stories page."""
    script = write_map_script(detached=True)
    title = _("Briefings")
    text = make("article", {"class": "stories"}, make("h1", {}, title))
    for story in read_stories():
        text.extend(read_story(describe_story(story)))
    frame = make("div", {"class": "st-key-atlas-stage"}, render_frame(files, script, PATH))
    description = _("Step-by-step briefings on the map: present one, or create your own.")
    body = [frame, make("div", {"class": "stMainBlockContainer"}, text)]
    home = pictures.get(HOME, "")
    page = Page(
        PATH, name_page(title), description, "stories", body, picture=home, scripts=[script]
    )
    return [page, *(render_story(story, pictures) for story in read_stories())]


def render_story(story: Story, pictures: Mapping[str, str]) -> Page:
    """The page of one story, which says its words and leads to the player."""
    told = describe_story(story)
    address = f"index.html?story={quote(story.id)}"
    play = make("p", {}, make("a", {"class": "site-play", "href": address}, _("Present")))
    text = make("article", {"class": "reading"}, *read_story(told, "h1"))
    text.insert(2, play)
    return Page(
        path=f"stories/{story.id}.html",
        title=name_page(say(told["title"])),
        description=say(told["description"]),
        kind="story",
        body=[text],
        picture=pictures.get(f"story-{story.id}", ""),
    )


def read_story(story: dict[str, object], heading: str = "h2") -> list[Element]:
    """A story in plain text: what it is about, and the words of each step."""
    found = [make(heading, {}, say(story["title"])), make("p", {}, say(story["description"]))]
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
    return str(text.get(current_locale()) or next(iter(text.values()), ""))

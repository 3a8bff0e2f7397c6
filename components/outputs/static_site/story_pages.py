"""The stories page: the list in plain text, and the map that a story leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.outputs.share.page_titles import name_page
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
    description = _("Step-by-step briefings on the map: present one, or create your own.")
    values = {
        "heading": title,
        "stories": [read_story(describe_story(story)) for story in read_stories()],
        "frame_title": _("Map"),
        "frame": render_frame(files, script, PATH),
    }
    home = pictures.get(HOME, "")
    page = Page(
        PATH,
        name_page(title),
        description,
        "stories",
        "stories",
        values,
        picture=home,
        scripts=[script],
    )
    return [page, *(render_story(story, pictures) for story in read_stories())]


def render_story(story: Story, pictures: Mapping[str, str]) -> Page:
    """The page of one story, which says its words and leads to the player."""
    told = describe_story(story)
    address = f"index.html?story={quote(story.id)}"
    return Page(
        path=f"stories/{story.id}.html",
        title=name_page(say(told["title"])),
        description=say(told["description"]),
        kind="story",
        template="story",
        values={"story": read_story(told), "play": {"href": address, "name": _("Present")}},
        picture=pictures.get(f"story-{story.id}", ""),
    )


def read_story(story: Mapping[str, Any]) -> dict[str, Any]:
    """A story in plain text: what it is about, and the words of each step."""
    return {
        "title": say(story["title"]),
        "description": say(story["description"]),
        "steps": [
            {"headline": say(step["headline"]), "text": say(step["text"])}
            for step in story["steps"]
        ],
    }


def say(text: object) -> str:
    """A text of a story in the language spoken now, else in the other."""
    if not isinstance(text, dict):
        return ""
    return str(text.get(current_locale()) or next(iter(text.values()), ""))

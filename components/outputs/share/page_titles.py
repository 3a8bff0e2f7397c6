"""What a page is called in its tab: what it shows, then the atlas; as served and once loaded."""

from __future__ import annotations

from components.core.alt_text.titles import title_view
from components.core.i18n import current_locale, pgettext, record_locale
from components.core.i18n import gettext as _
from components.core.link_rules import read_rules
from components.core.view_state import View
from components.server.messages import site_title
from data.load import read_record
from data.localize import pick
from data.story import Story, pick_text


def name_page(title: str) -> str:
    """The title of a page that shows something of its own."""
    return _("{title} · CSTO Stance Atlas", title=title)


def name_pages() -> dict[str, str]:
    """The names of the pages by their path, in the order of the menu."""
    return {
        "": pgettext("page", "Map"),
        "events": pgettext("page", "Events"),
        "members": pgettext("page", "Members"),
        "cohesion": pgettext("page", "Cohesion"),
        "votes": pgettext("page", "Votes"),
        "compare": pgettext("page", "Compare"),
        "stories": pgettext("page", "Briefings"),
        "sources": pgettext("page", "Sources"),
        "search": pgettext("page", "Search"),
        "propose": pgettext("page", "Propose a correction"),
        "coding": pgettext("page", "Blind coding"),
    }


def title_page(path: str, view: View, second: View | None = None) -> str:
    """The title of a page that shows a view; of *Compare* also of its second."""
    name = name_pages().get(path, "")
    record = read_record()
    if path == "compare" and second is not None:
        first, other = title_view(record, view), title_view(record, second)
        if first == other:
            return name_page(first)
        return name_page(_("{first} and {second} compared", first=first, second=other))
    if path == "members" and view.panel is not None:
        countries = {row["id"]: row for row in record.rows("countries")}
        if view.panel in countries:
            return name_page(pick(countries[view.panel], "name", record_locale()))
    if path == "events" and view.event is not None:
        return name_page(title_view(record, view))
    if path:
        return name_page(name) if name else site_title()
    plain = view.event is None and view.date is None and view.year == read_rules().last_year
    return site_title() if plain else name_page(title_view(record, view))


def title_story(story: Story, step: str) -> str:
    """The title of a briefing, and of the step that a link names."""
    title = pick_text(story.title, current_locale())
    place = int(step) if step.isascii() and step.isdigit() else 0
    if 0 < place <= len(story.steps):
        headline = pick_text(story.steps[place - 1].headline, current_locale())
        title = f"{headline} · {title}" if headline else title
    return name_page(title)

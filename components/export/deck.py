"""What is exported, as pages: each a view (or two side by side) with its words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components.description import (
    describe_comparison_in_words,
    describe_dossier_in_words,
    describe_view_in_words,
)
from components.description.days import say_day, say_days
from components.description.event import name_of
from components.language import current_language, ngettext
from components.language import gettext as _
from components.session import read_rules, read_today
from components.view import View, read_link
from data.language import pick
from data.membership import members_on
from data.record import Record
from data.stances import list_references
from data.story import Story, pick_text
from data.timeline import day_of


@dataclass(frozen=True)
class Page:
    """One page of a deck; `other` is the second view of a comparison, `link` the page's address."""

    view: View
    title: str
    caption: str
    description: str
    link: str
    notes: str = ""
    other: View | None = None


@dataclass(frozen=True)
class Deck:
    """Pages in order, with a title and a name for the file."""

    name: str
    title: str
    pages: tuple[Page, ...]


def build_view_deck(record: Record, view: View, link: str) -> Deck:
    """One page: the view as it is."""
    words = _describe(view)
    page = Page(view, title_view(record, view), words, words, link)
    return Deck(name_view(view), page.title, (page,))


def build_event_deck(record: Record, view: View, link: str) -> Deck:
    """One page for each reference party of the event of the view. ValueError without an event."""
    if view.event is None:
        raise ValueError("a dossier needs an event")
    row = record.row("events", view.event)
    references = list_references(record, view.event)
    pages = tuple(
        Page(
            replace(view, toward=toward),
            title_view(record, view),
            pick(row, "summary", current_language()),
            describe_dossier_in_words(view.event, toward, current_language(), record=record),
            link,
        )
        for toward in references
    )
    return Deck(view.event, pages[0].title, pages)


def build_comparison_deck(record: Record, first: View, second: View, link: str) -> Deck:
    """One page with two maps, and what differs between them in words."""
    title = _(
        "{first} beside {second}",
        first=title_view(record, first),
        second=title_view(record, second),
    )
    said = describe_comparison_in_words(first, second, current_language(), record=record)
    caption = "\n".join(
        f"{title_view(record, view)} · {subtitle_view(record, view)}" for view in (first, second)
    )
    page = Page(first, title, caption, said, link, other=second)
    return Deck(f"{name_view(first)}-{name_view(second)}", title, (page,))


def build_story_deck(record: Record, story: Story, link: str) -> Deck:
    """One page a step; `link` is that of the story, without the step. ValueError for a bad view."""

    def read_step(text: str) -> View:
        pairs = [pair.split("=", 1) for pair in text.split("&") if "=" in pair]
        read = read_link(dict(pairs), read_rules())
        if read.notices:
            raise ValueError("; ".join(read.notices))
        return read.view

    spoken = current_language()
    pages = []
    for place, step in enumerate(story.steps, 1):
        view = read_step(step.view)
        pages.append(
            Page(
                view,
                pick_text(step.headline, spoken) or title_view(record, view),
                pick_text(step.text, spoken),
                _describe(view),
                f"{link}&step={place}" if "story=" in link else link,
                pick_text(step.notes, spoken),
            )
        )
    title = pick_text(story.title, spoken)
    return Deck(story.id or "story", title, tuple(pages))


def title_view(record: Record, view: View) -> str:
    """The event's title, or the year."""
    if view.event is None:
        return str(view.year)
    return pick(record.row("events", view.event), "title", current_language())


def subtitle_view(record: Record, view: View) -> str:
    """When, and toward whom stances are read; of a year, how many belong to the alliance."""
    if view.event is None:
        day = day_of(view.year, read_today())
        members = ngettext(
            "{count} member of the alliance",
            "{count} members of the alliance",
            len(members_on(record, day)),
        )
        return f"{say_day(day)} · {members}"
    row = record.row("events", view.event)
    toward = _("stances toward {party}", party=name_of(record, view.toward or ""))
    return f"{say_days(row['date_start'], row['date_end'])} · {toward}"


def name_view(view: View) -> str:
    """A view as the name of a file."""
    if view.event is None:
        return str(view.year)
    return f"{view.event}-{view.toward}" if view.toward else view.event


def _describe(view: View) -> str:
    return describe_view_in_words(view, current_language())

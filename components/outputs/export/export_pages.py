"""What is exported, as pages: each a view (or two side by side) with its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from components.core.alt_text import (
    describe_comparison_in_words,
    describe_dossier_in_words,
    describe_view_in_words,
)
from components.core.alt_text.date_format import (
    format_day,
    format_days,
    format_known,
    format_state_day,
)
from components.core.alt_text.event import name_of
from components.core.alt_text.headline import format_headline
from components.core.alt_text.reading_labels import add_mode
from components.core.alt_text.titles import title_view
from components.core.clock import read_today
from components.core.i18n import current_locale, ngettext
from components.core.i18n import gettext as _
from components.core.link_rules import read_rules
from components.core.user_layers.layer import OwnLayer, credit_layers
from components.core.view_day import find_view_day
from components.core.view_state import View, read_link
from data.localize import pick
from data.membership import members_on
from data.record import Record
from data.stances import list_references
from data.story import Story, pick_text

# The name of a file of a story that is none of the atlas.
OWN_STORY = "own-story"


@dataclass(frozen=True)
class Page:
    """One page of a deck; `link` is the address of what it shows.

    `other` is the second view of a comparison; `captions` are then title and subtitle of each.
    `own` says that title, caption and notes are a reader's, not the atlas's; `credit` whose
    `layers` lie on the map.
    """

    view: View
    title: str
    caption: str
    description: str
    link: str
    subtitle: str = ""
    notes: str = ""
    other: View | None = None
    captions: tuple[tuple[str, str], ...] = ()
    own: bool = False
    credit: str = ""
    layers: tuple[OwnLayer, ...] = ()

    @property
    def views(self) -> tuple[View, ...]:
        """The view, or both."""
        return (self.view,) if self.other is None else (self.view, self.other)


@dataclass(frozen=True)
class Deck:
    """Pages in order, with a title and a name for the file; a story also says what it is.

    `own` says that its words are a reader's, not the atlas's.
    """

    name: str
    title: str
    pages: tuple[Page, ...]
    link: str
    description: str = ""
    day: str = ""
    own: bool = False


def build_view_deck(record: Record, view: View, link: str) -> Deck:
    """One page: the view as it is."""
    words = _describe(view)
    title, subtitle = title_view(record, view), subtitle_view(record, view)
    page = Page(view, title, _caption(record, view) or words, words, link, subtitle)
    return Deck(name_view(view), title, (page,), link)


def credit_deck(deck: Deck, credit: str) -> Deck:
    """A deck on whose maps a reader's own layers lie; as it is without a credit."""
    if not credit:
        return deck
    pages = [
        replace(page, credit=credit, description=f"{page.description} {credit}")
        for page in deck.pages
    ]
    return replace(deck, pages=tuple(pages))


def build_event_deck(
    record: Record, view: View, link_view: Callable[[View], str], *, every: bool = True
) -> Deck:
    """One page for each reference party of the event, or for that of the view alone.

    ValueError without an event.
    """
    if view.event is None:
        raise ValueError("a dossier needs an event")
    parties = list_references(record, view.event)
    shown = parties if every else [view.toward if view.toward in parties else parties[0]]
    views = [replace(view, toward=toward) for toward in shown]
    title, spoken = title_view(record, view), current_locale()
    pages = tuple(
        Page(
            each,
            title,
            _caption(record, each),
            describe_dossier_in_words(
                view.event, each.toward or "", spoken, record=record, mode=view.mode
            ),
            link_view(each),
            subtitle_view(record, each),
        )
        for each in views
    )
    return Deck(view.event, title, pages, pages[0].link)


def build_comparison_deck(record: Record, first: View, second: View, link: str) -> Deck:
    """One page with two maps, and what differs between them in words."""
    captions = tuple(
        (title_view(record, view), subtitle_view(record, view)) for view in (first, second)
    )
    title = _("{first} and {second} compared", first=captions[0][0], second=captions[1][0])
    said = describe_comparison_in_words(first, second, current_locale(), record=record)
    page = Page(first, title, "", said, link, other=second, captions=captions)
    return Deck(f"{name_view(first)}-{name_view(second)}", title, (page,), link)


def build_story_deck(
    record: Record, story: Story, link: str, link_map: Callable[[View], str] | None = None
) -> Deck:
    """One page a step; `link` is that of the story, without the step. ValueError for a bad view.

    A story without an id is a reader's own, which no address of the atlas opens: a page of it links
    to its map, by `link_map`, else to `link` as well.
    """
    # Runs in a worker: the server, which imports this module too, does without NumPy.
    from components.core.user_layers.reading import read_story_layers

    spoken, own = current_locale(), not story.id
    find_link = link_map or (lambda _view: link)
    own_layers = read_story_layers(story)
    pages = []
    for place, step in enumerate(story.steps, 1):
        shown = tuple(layer for layer in own_layers if layer.name in step.layers)
        credit = credit_layers([layer.name for layer in shown])
        view = _read_step(step.view)
        title = title_view(record, view)
        pages.append(
            Page(
                view,
                pick_text(step.headline, spoken) or title,
                pick_text(step.text, spoken),
                " ".join(filter(None, (_describe(view), credit))),
                find_link(view) if own else f"{link}&step={place}",
                add_mode(
                    f"{title} · {format_period(record, view)}", view.mode if view.event else None
                ),
                pick_text(step.notes, spoken),
                own=own,
                credit=credit,
                layers=shown,
            )
        )
    title = pick_text(story.title, spoken)
    about = pick_text(story.description, spoken) or title
    day = format_day(read_today())
    return Deck(story.id or OWN_STORY, title, tuple(pages), link, about, day, own)


def _read_step(text: str) -> View:
    pairs = [pair.split("=", 1) for pair in text.split("&") if "=" in pair]
    read = read_link(dict(pairs), read_rules())
    if read.notices:
        raise ValueError("; ".join(read.notices))
    return read.view


def _caption(record: Record, view: View) -> str:
    """Who came or stood where, then what happened; of a year without an event, nothing."""
    if view.event is None:
        return ""
    finding = format_headline(record, view.event, view.toward or "", view.mode, view.date)
    summary = pick(record.row("events", view.event), "summary", current_locale())
    return " ".join(filter(None, (finding, summary)))


def subtitle_view(record: Record, view: View) -> str:
    """When, and toward whom stances are read; of a year, how many belong to the alliance."""
    if view.event is None:
        day = find_view_day(record, view, read_today())
        members = ngettext(
            "{count} member of the alliance",
            "{count} members of the alliance",
            len(members_on(record, day)),
        )
        return f"{format_period(record, view)} · {members}"
    toward = _("stances toward {party}", party=name_of(record, view.toward or ""))
    return add_mode(f"{format_period(record, view)} · {toward}", view.mode)


def format_period(record: Record, view: View) -> str:
    """The days of the event, or the day of the year that the map shows."""
    if view.event is None:
        return format_state_day(find_view_day(record, view, read_today()))
    row = record.row("events", view.event)
    days = format_days(row["date_start"], row["date_end"])
    return f"{days} · {format_known(view.date)}" if view.date else days


def name_view(view: View) -> str:
    """A view as the name of a file."""
    if view.event is None:
        return view.date.isoformat() if view.date else str(view.year)
    day = view.date.isoformat() if view.date else None
    return "-".join(filter(None, (view.event, view.toward, view.mode, day)))


def _describe(view: View) -> str:
    return describe_view_in_words(view, current_locale())

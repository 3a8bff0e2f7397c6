"""What a visitor orders: which file of what, read from an address and refused if it is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from components.core.cited_version import add_version
from components.core.clock import on_day, read_today
from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.link_rules import read_rules
from components.core.user_layers.layer import OwnLayer, credit_layers
from components.core.view_state import SECOND, View, read_link, shorten, write_link, write_pair
from components.outputs.export.export_pages import (
    OWN_STORY,
    Deck,
    build_comparison_deck,
    build_event_deck,
    build_story_deck,
    build_view_deck,
    credit_deck,
    name_view,
)
from data.load import read_record
from data.record import Record
from data.stances import list_references
from data.stories import read_stories
from data.story import Story

KINDS = ("view", "event", "comparison", "story", "preview")
FORMATS = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Formats of one page a file.
SINGLE = ("png", "svg")
PAGES = {"view": "", "preview": "", "event": "events", "comparison": "compare", "story": "stories"}
# The picture of a link is a picture.
NEVER = {("preview", each) for each in FORMATS if each != "png"}
THEMES = ("light", "dark")
SCALES = ("1", "2")
PARTIES = ("shown", "all")


class InvalidExportRequest(ValueError):
    """An order that cannot be met; its text may be shown to the visitor."""


@dataclass(frozen=True)
class ExportRequest:
    """A file to make: its kind and format, how it should look, and the day it is of.

    `every_party` asks for a picture of an event toward each reference party, in an archive.
    `layers` are a reader's own, from back to front.
    """

    kind: str
    format: str
    language: str
    theme: str
    scale: int
    view: View
    other: View | None = None
    story: Story | None = None
    base: str = ""
    today: date = field(default_factory=read_today)
    every_party: bool = False
    layers: tuple[OwnLayer, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is of a story that a reader sent: of that nothing may be kept for others."""
        return self.story is not None and not self.story.id

    @property
    def private(self) -> bool:
        """Whether anything in it is a reader's: nothing of the file may be kept for others."""
        return self.own or bool(self.layers)

    @property
    def name(self) -> str:
        """What it shows, as a part of the name of a file."""
        if self.story:
            return self.story.id or OWN_STORY
        if self.other:
            return f"{name_view(self.view)}-{name_view(self.other)}"
        whole = self.kind == "event" and not (self.chosen and self.count_parties() > 1)
        return name_view(replace(self.view, toward=None) if whole else self.view)

    @property
    def chosen(self) -> bool:
        """Whether of an event only the reference party of the view is drawn: a picture is one."""
        return self.kind == "event" and self.format in SINGLE and not self.every_party

    @property
    def archived(self) -> bool:
        """Whether the file is an archive of several pictures."""
        return self.format in SINGLE and self.count_pages() > 1

    @property
    def file_name(self) -> str:
        """The name of the file."""
        return f"csto-stance-atlas-{self.name}.{'zip' if self.archived else self.format}"

    @property
    def media_type(self) -> str:
        """The type of the file."""
        return "application/zip" if self.archived else FORMATS[self.format]

    def count_pages(self) -> int:
        """How many pages its deck has."""
        if self.story:
            return len(self.story.steps)
        return self.count_parties() if self.kind == "event" and not self.chosen else 1

    def count_parties(self) -> int:
        """How many reference parties the event of the view has."""
        return len(list_references(read_record(), self.view.event)) if self.view.event else 0

    @property
    def link(self) -> str:
        """The permalink: the page of the atlas that shows the same, in the same language.

        Of a reader's own story the atlas has no page: it is that of the atlas itself.
        """
        if self.own:
            return f"{self.base}/?lang={self.language}"
        if self.story:
            return self.write_link(urlencode({"story": self.story.id}))
        if self.other:
            return self.write_link(write_pair(self.view, self.other, read_rules()))
        return self.write_link(write_link(self.view, read_rules()))

    def link_view(self, view: View) -> str:
        """The permalink of another view on the same page of the atlas."""
        return self.write_link(write_link(view, read_rules()))

    def link_map(self, view: View) -> str:
        """The permalink of a view on the map."""
        return self.write_link(write_link(view, read_rules()), "view")

    def write_link(self, query: str, kind: str = "") -> str:
        """The address of a page of the atlas with its language and the version of the record.

        `kind` is of the page.
        """
        query = add_version("&".join(filter(None, (query, f"lang={self.language}"))))
        return f"{self.base}/{PAGES[kind or self.kind]}?{query}"

    def build_deck(self, record: Record) -> Deck:
        """The pages of the order, in its language."""
        with locale_context(self.language), on_day(self.today):
            if self.story:
                return build_story_deck(record, self.story, self.link, self.link_map)
            if self.other:
                return build_comparison_deck(record, self.view, self.other, self.link)
            if self.kind == "event":
                return build_event_deck(record, self.view, self.link_view, every=not self.chosen)
            deck = build_view_deck(record, self.view, self.link)
            return credit_deck(deck, credit_layers([layer.name for layer in self.layers]))


def parse_export_request(
    name: str,
    parameters: Mapping[str, str],
    base: str,
    story: Story | None = None,
    layers: tuple[OwnLayer, ...] = (),
) -> ExportRequest:
    """An order from `<kind>.<format>` and the parameters of a link.

    `base` is the address of the atlas, `story` a visitor's own, `layers` too.
    InvalidExportRequest says what is wrong.
    """
    kind, _dot, file_format = name.partition(".")
    if kind not in KINDS or file_format not in FORMATS or (kind, file_format) in NEVER:
        raise InvalidExportRequest(_("There is no file called {name}.", name=shorten(name)))
    language = choose(parameters, "lang", LANGUAGES)
    with locale_context(language):
        own = {k: v for k, v in parameters.items() if not k.startswith(SECOND)}
        theirs = {k.removeprefix(SECOND): v for k, v in parameters.items() if k.startswith(SECOND)}
        view = read_view(own)
        if kind == "event" and view.event is None:
            raise InvalidExportRequest(_("An event page needs an event: none is given."))
        if kind == "story" and story is None:
            story = find_story(parameters.get("story", ""))
        return ExportRequest(
            kind,
            file_format,
            language,
            choose(parameters, "theme", THEMES),
            int(choose(parameters, "scale", SCALES)),
            view,
            read_view({**theirs, **shared(own)}) if kind == "comparison" else None,
            story,
            base,
            every_party=choose(parameters, "parties", PARTIES) == "all",
            layers=layers,
        )


def shared(parameters: Mapping[str, str]) -> dict[str, str]:
    """What the two maps of a comparison have in common."""
    return {name: parameters[name] for name in ("layers", "at") if name in parameters}


def read_view(parameters: Mapping[str, str]) -> View:
    """A view; a file of something else than was asked for would mislead, so notices refuse it."""
    read = read_link(parameters, read_rules())
    if read.notices:
        raise InvalidExportRequest(
            _("The file was not made: {reasons}", reasons="; ".join(read.notices))
        )
    return read.view


def find_story(wanted: str) -> Story:
    """A story that comes with the atlas."""
    for story in read_stories():
        if story.id == wanted:
            return story
    raise InvalidExportRequest(_("No briefing has the id “{given}”.", given=shorten(wanted)))


def choose(parameters: Mapping[str, str], name: str, known: tuple[str, ...]) -> str:
    """The value named if it is a known one, else the first; InvalidExportRequest for another."""
    value = parameters.get(name, known[0])
    if value not in known:
        given = f"{name}={shorten(value)}"
        raise InvalidExportRequest(
            _("{given} is not one of: {known}", given=given, known=", ".join(known))
        )
    return value

"""The view: everything a link restores, read from and written to the page's address.

A value that is missing takes its default; a value that is there but wrong is ignored and named in
a notice, so that a mistyped link still opens. `frontend/src/core/view_state.ts` follows the same
rules; a test holds the two together.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import quote

from components.core.i18n import gettext as _
from components.core.i18n.locale import LANGUAGES
from components.core.link_position import read_position, write_position
from data.languages import DEFAULT
from data.modes import READINGS

PARAMETERS = ("year", "date", "event", "toward", "mode", "layers", "at", "panel")
SHARED_PARAMETERS = ("layers", "at")
SECOND = "b-"  # Before the parameters of the second of two maps side by side.
LANGUAGE = "lang"
LAYERS = ("members", "zones", "events", "frontier", "relief", "labels", "control")
DEFAULT_LAYERS = ("members", "zones", "events", "frontier", "relief", "labels")
NO_LAYERS = "none"
PANEL_CLOSED = "off"
SHOWN_LENGTH = 60
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class LinkRules:
    """What a link may name; of each event its first day and the last that added to its record."""

    first_year: int
    last_day: datetime.date
    event_days: Mapping[str, tuple[datetime.date, datetime.date]]
    references: Mapping[str, tuple[str, ...]]
    subjects: frozenset[str]

    @property
    def last_year(self) -> int:
        """The year that still runs."""
        return self.last_day.year

    @cached_property
    def event_years(self) -> dict[str, int]:
        """The year in which each event begins."""
        return {event: first.year for event, (first, _last) in self.event_days.items()}


@dataclass(frozen=True)
class View:
    """One state of the map page; `at` is latitude, longitude (degrees) and zoom, None is home.

    `mode` is the kind of answer that stances rest on, a name of `data.modes.READINGS`; None: all.
    `date` is a day chosen by the reader, None: the year or event as a whole. Without an event it is
    of `year`; with one it is a day of it, and what is shown is what was known by its end.
    """

    year: int
    event: str | None = None
    toward: str | None = None
    layers: tuple[str, ...] = DEFAULT_LAYERS
    at: tuple[float, float, float] | None = None
    panel: str | None = None
    mode: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True)
class ReadLink:
    """A view read from a link, what was ignored on the way, and the language if it names one."""

    view: View
    notices: list[str] = field(default_factory=list)
    language: str | None = None


def read_link(parameters: Mapping[str, str], rules: LinkRules) -> ReadLink:
    """Read a view from link parameters; wrong values are ignored and named in `notices`."""
    notices: list[str] = []

    def refuse(name: str, why: str) -> None:
        given = f"{name}={shorten(parameters[name])}"
        notices.append(_("{given} was ignored: {why}", given=given, why=why))

    event = None
    if "event" in parameters:
        if parameters["event"] in rules.event_years:
            event = parameters["event"]
        else:
            refuse("event", _("there is no event with this id"))
    day, why = read_date(parameters.get("date"), rules)
    if day is not None and event is not None:
        first_day, last_day = rules.event_days[event]
        if not first_day <= day <= last_day:
            day = None
            why = _(
                "the days of the event are from {first} to {last}", first=first_day, last=last_day
            )
    if why:
        refuse("date", why)
    year = read_year(parameters.get("year"), rules)
    if "year" in parameters and year is None:
        first, last = rules.first_year, rules.last_year
        refuse("year", _("not a year from {first} to {last}", first=first, last=last))
    if event is not None:
        if year is not None and year != rules.event_years[event]:
            refuse("year", _("the event is in {year}", year=rules.event_years[event]))
        year = rules.event_years[event]
    if day is not None and event is None:
        if year is not None and year != day.year:
            refuse("year", _("the date is in {year}", year=day.year))
        year = day.year
    toward = read_toward(parameters.get("toward"), event, rules)
    if "toward" in parameters and parameters["toward"] != toward:
        refuse("toward", _("not a reference party of the event"))
    mode = parameters.get("mode")
    if mode is not None and mode not in READINGS:
        refuse("mode", _("not a kind of answer"))
        mode = None
    layers = read_layers(parameters.get("layers"))
    if "layers" in parameters and layers is None:
        refuse("layers", _("not a list of layers"))
    at = read_position(parameters.get("at"))
    if "at" in parameters and at is None:
        refuse("at", _("not latitude,longitude,zoom within this map"))
    panel = parameters.get("panel")
    if panel is not None and panel not in rules.subjects and panel != PANEL_CLOSED:
        refuse("panel", _("there is no country or zone with this id"))
        panel = None
    language = parameters.get(LANGUAGE)
    if language is not None and language not in LANGUAGES:
        refuse(LANGUAGE, _("the atlas is not available in this language"))
        language = None
    return ReadLink(
        View(
            year=rules.last_year if year is None else year,
            event=event,
            toward=toward,
            layers=DEFAULT_LAYERS if layers is None else layers,
            at=at,
            panel=panel,
            mode=mode,
            date=day,
        ),
        notices,
        language,
    )


def choose_language(named: str | None, kept: str | None, locale: str | None) -> str:
    """The language of a visit: the link's, else the one kept, else the browser's, else English."""
    for language in (named, kept):
        if language is not None and language in LANGUAGES:
            return language
    spoken = (locale or "").lower().split("-")[0]
    return spoken if spoken in LANGUAGES else DEFAULT


def read_year(text: str | None, rules: LinkRules) -> int | None:
    """The year named, or None; four plain digits, since int() accepts much that a link may not."""
    if text is None or len(text) != 4 or not (text.isascii() and text.isdigit()):
        return None
    year = int(text)
    return year if rules.first_year <= year <= rules.last_year else None


def read_date(text: str | None, rules: LinkRules) -> tuple[datetime.date | None, str]:
    """The day named, and why a text names none; ISO days only, of the years of the record."""
    if text is None:
        return None, ""
    if not ISO_DAY.fullmatch(text):
        return None, _("not a date of the form YYYY-MM-DD")
    first, last = datetime.date(rules.first_year, 1, 1), rules.last_day
    if not first.isoformat() <= text <= last.isoformat():
        return None, _("not a day from {first} to {last}", first=first, last=last)
    try:
        return datetime.date.fromisoformat(text), ""
    except ValueError:
        return None, _("there is no such day")


def read_toward(text: str | None, event: str | None, rules: LinkRules) -> str | None:
    """The reference party named if the event has it, else its first; None without an event."""
    if event is None:
        return None
    references = rules.references[event]
    return text if text in references else references[0]


def read_layers(text: str | None) -> tuple[str, ...] | None:
    """The layers named, in the order of `LAYERS`; None if one is unknown or named twice."""
    if text is None:
        return None
    names = [] if text == NO_LAYERS else text.split(",")
    if len(set(names)) != len(names) or not set(names) <= set(LAYERS):
        return None
    return tuple(layer for layer in LAYERS if layer in names)


def write_link(view: View, rules: LinkRules, prefix: str = "", language: str | None = None) -> str:
    """The query string of a view, without `?`: only what differs from the default.

    A link that leaves the page also names the `language` it was seen in.
    Of two maps side by side the second has a `prefix` to the parameters it does not share; it
    always says what it shows, since a link without a second view stands for a pair of our choice.
    """
    pairs: list[tuple[str, str]] = []
    if view.date is not None:
        pairs.append(("date", view.date.isoformat()))
    elif view.event is None and (view.year != rules.last_year or prefix):
        pairs.append(("year", str(view.year)))
    if view.event is not None:
        pairs.append(("event", view.event))
        if view.toward is not None and view.toward != rules.references[view.event][0]:
            pairs.append(("toward", view.toward))
    if view.mode is not None:
        pairs.append(("mode", view.mode))
    if view.layers != DEFAULT_LAYERS:
        pairs.append(("layers", ",".join(view.layers) or NO_LAYERS))
    if view.at is not None:
        pairs.append(("at", write_position(view.at)))
    if view.panel is not None:
        pairs.append(("panel", view.panel))
    if language is not None:
        pairs.append((LANGUAGE, language))
    shared = (*SHARED_PARAMETERS, LANGUAGE)
    return "&".join(
        f"{name if name in shared else prefix + name}={quote(value, safe=',-')}"
        for name, value in pairs
    )


def write_pair(first: View, second: View, rules: LinkRules, language: str | None = None) -> str:
    """The query string of two maps side by side; the first says what both share."""
    theirs = replace(second, layers=DEFAULT_LAYERS, at=None)
    one = write_link(first, rules)
    return "&".join(filter(None, (one, write_link(theirs, rules, SECOND, language))))


def shorten(text: str) -> str:
    """A link value short enough to be shown; lone surrogates made visible."""
    safe = text.encode("utf-8", "replace").decode("utf-8")
    return safe if len(safe) <= SHOWN_LENGTH else safe[: SHOWN_LENGTH - 1] + "…"

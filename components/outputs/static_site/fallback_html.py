"""Pages in plain text: for readers without scripts, search engines and screen readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from components.core.alt_text.date_format import format_day, format_days
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.number_format import format_number
from components.outputs.static_site.html import make
from data.localize import pick
from data.record import Record

Content = Mapping[str, Any]


def read_dossier(layers: Mapping[str, Content], days: str) -> list[Element]:
    """An event: what happened, what was asked and came of it, who stood where by whose word."""
    first = next(iter(layers.values()))
    found = [
        make("p", {"class": "kicker"}, " · ".join(part for part in (days, first["place"]) if part)),
        make("h1", {}, first["title"]),
        make("p", {}, first["summary"]),
    ]
    for heading, text in (
        (_("Request"), first["asked"]),
        (_("Outcome"), first["answer"]),
    ):
        if text:
            found += [make("h2", {}, heading), make("p", {}, text)]
    if first["death_counts"]:
        counts = [read_death_count(count) for count in first["death_counts"]]
        found += [make("h2", {}, _("Counts of deaths")), make("ul", {}, *counts)]
    for layer in layers.values():
        found.append(make("h2", {}, _("Stances toward {country}", country=layer["toward"]["name"])))
        found.append(
            make("ul", {}, *(read_stance(each) for each in layer["stances"] if is_told(each)))
        )
    found.append(make("h2", {}, _("Sources of the event")))
    return [
        *found,
        make("ul", {}, *(make("li", {}, *link_source(each)) for each in first["sources"])),
    ]


def read_death_count(count: Content) -> Element:
    """How many died by one count, whom and when it counted, and its source."""
    bounds = [format_number(bound) for bound in (count["low"], count["high"]) if bound is not None]
    day = count["counted_on"]
    about = [
        "–".join(dict.fromkeys(bounds)),
        name_standing(count["standing"]),
        count["counted_by"],
        _("as of {date}", date=format_day(date.fromisoformat(day))) if day else "",
    ]
    told = " · ".join(part for part in about if part)
    said = f"{told}. {count['scope']} " if told else f"{count['scope']} "
    return make("li", {}, said, *link_source(count["source"]))


def name_standing(standing: str) -> str:
    """How far a count of the dead holds; nothing where there is no count."""
    words = {
        "final": _("final count"),
        "latest": _("latest count found"),
        "superseded": _("superseded count"),
        "partial": _("partial count"),
    }
    return words.get(standing, "")


def is_told(stance: Content) -> bool:
    """Whether a stance has words behind it."""
    return bool(stance["claims"])


def read_stance(stance: Content) -> Element:
    """An actor, its stance, and each claim with its source."""
    said = [
        make("li", {}, format_claim(claim, stance), *link_source(claim["source"]))
        for claim in stance["claims"]
    ]
    name = f"{stance['actor']['name']}: {stance['label']}"
    return make("li", {}, make("strong", {}, name), make("ul", {}, *said))


def format_claim(claim: Content, stance: Content) -> str:
    """What a claim says; its reading only where it is not the one that heads the list."""
    label = "" if claim["label"] == stance["label"] else f"{claim['label']}: "
    return f"{label}{claim['summary']} "


def link_source(source: Content | None) -> list[Element | str]:
    """A source by author and year, leading to its page, and the place in it."""
    if not source:
        return [_("No source")]
    address = f"../method/{source['id']}.html"
    return [make("a", {"href": address}, name_work(source)), format_place(source)]


def format_place(source: Content) -> str:
    """The place within a source."""
    return f", {source['locator']}" if source.get("locator") else ""


def name_work(source: Content) -> str:
    """How a source is called in passing: author or publisher, and year."""
    who = source.get("author") or source.get("publisher") or source["title"]
    return " ".join(part for part in (who, str(source.get("date") or "")[:4]) if part)


def read_member(content: Content) -> list[Element]:
    """A state: its membership, what the record finds of its stances, and its readings."""
    state = content["state"]
    found = [make("h1", {}, state["name"]), make("p", {}, state["membership"]["title"])]
    rows = [row for part in ("took", "toward") for row in state[part]["rows"]]
    for part in ("took", "toward"):
        found.append(make("p", {}, state[part]["title"]))
    links = unique(
        [
            make("a", {"href": f"../events/{row['event']['id']}.html"}, row["event"]["title"])
            for row in rows
        ]
    )
    return [*found, make("ul", {}, *(make("li", {}, link) for link in links))]


def unique(links: Sequence[Element]) -> list[Element]:
    """Links without those to a page that one before leads to."""
    by_address = {link.get("href"): link for link in reversed(links)}
    return [link for link in reversed(by_address.values())]


def read_source(
    source: Content, names: Mapping[str, str], events: Mapping[str, str], labels: Mapping[str, str]
) -> list[Element]:
    """A source: what it is, and every claim taken from it."""
    about = [source["author"], source["publisher"], source["date"]]
    found = [
        make("p", {"class": "kicker"}, " · ".join(part for part in dict.fromkeys(about) if part)),
        make("h1", {}, source["title"] or name_work(source)),
    ]
    if source["note"]:
        found.append(make("p", {}, source["note"]))
    if source["reference"]:
        found.append(make("p", {}, _("Reference: {reference}", reference=source["reference"])))
    if source["url"].startswith(("http://", "https://")):
        link = make("a", {"href": source["url"], "rel": "noopener noreferrer"}, source["url"])
        found.append(make("p", {}, _("URL: "), link))
    if not source["claims"]:
        return [
            *found,
            make("p", {"class": "none"}, _("No claim about a stance comes from this source.")),
        ]
    found.append(make("h2", {}, _("Claims and other data taken from it")))
    rows = []
    for claim in source["claims"]:
        event = claim["event_id"]
        said = _(
            "{actor} toward {party}: {stance}.",
            actor=names.get(claim["actor"], claim["actor"]),
            party=names.get(claim["toward"], claim["toward"]),
            stance=labels.get(claim["stance"], claim["stance"]),
        )
        place = f" {claim['locator']}" if claim["locator"] else ""
        link = make("a", {"href": f"../events/{event}.html"}, events.get(event, event))
        rows.append(make("li", {}, make("strong", {}, said), f" {claim['summary']} ", link, place))
    return [*found, make("ul", {"class": "rows"}, *rows)]


def list_events(record: Record, way: str) -> list[Element]:
    """The events by year, each leading to its page; `way` is the way to their folder."""
    found: list[Element] = []
    year = None
    items: Element | None = None
    for row in sorted(record.rows("events"), key=lambda each: each["date_start"]):
        if row["date_start"].year != year or items is None:
            year = row["date_start"].year
            items = make("ul", {})
            found += [make("h2", {}, str(year)), items]
        link = make("a", {"href": f"{way}{row['id']}.html"}, pick(row, "title", record_locale()))
        days = format_days(row["date_start"], row["date_end"])
        items.append(make("li", {}, link, f" {days}"))
    return found

"""Pages in plain text: for readers without scripts, search engines and screen readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components.core.alt_text.date_format import format_day, format_days
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.number_format import format_number
from data.localize import pick
from data.record import Record
from data.request_description import find_finding
from data.request_list import list_requests

Content = Mapping[str, Any]


def describe_event(layers: Mapping[str, Content], days: str) -> dict[str, Any]:
    """An event: what happened, what was asked and came of it, who stood where by whose word."""
    first = next(iter(layers.values()))
    answers = ((_("Request"), first["asked"]), (_("Outcome"), first["answer"]))
    return {
        "kicker": " · ".join(part for part in (days, first["place"]) if part),
        "title": first["title"],
        "finding": first["request"]["finding"] if first["request"] else "",
        "summary": first["summary"],
        "request": describe_request(first["request"]) if first["request"] else None,
        "answers": [(heading, text) for heading, text in answers if text],
        "deaths_heading": _("Counts of deaths"),
        "deaths": [describe_death_count(count) for count in first["death_counts"]],
        "layers": [
            {
                "heading": _("Stances toward {country}", country=layer["toward"]["name"]),
                "stances": [
                    describe_stance(each, name_days(layer["days"]))
                    for each in layer["stances"]
                    if is_told(each)
                ],
            }
            for layer in layers.values()
        ],
        "sources_heading": _("Sources of the event"),
        "sources": [describe_reference(each) for each in first["sources"]],
    }


def describe_request(request: Content) -> dict[str, Any]:
    """A request: a row for each answer with the source behind it."""
    return {
        "heading": _("Who came"),
        "columns": [_("Country or organisation"), _("Response and source")],
        "rows": [
            {
                "name": came["actor"]["name"],
                "head": ", ".join(filter(None, (given["label"], _format_iso_day(given["date"])))),
                "text": " ".join(filter(None, (given["summary"], given["note"]))),
                "source": describe_reference(given["source"]) if given["source"] else None,
            }
            for came in request["came"]
            for given in came["answers"]
        ],
    }


def _format_iso_day(day: str | None) -> str:
    return format_day(date.fromisoformat(day)) if day else ""


def describe_death_count(count: Content) -> dict[str, Any]:
    """How many died by one count, how far it holds, whom and when it counted, and its source."""
    bounds = [format_number(bound) for bound in (count["low"], count["high"]) if bound is not None]
    day = count["counted_on"]
    facts = (
        "–".join(dict.fromkeys(bounds)),
        name_standing(count["standing"]),
        count["counted_by"],
        _("as of {date}", date=_format_iso_day(day)) if day else "",
    )
    told = " · ".join(fact for fact in facts if fact)
    text = f"{told}. {count['scope']}" if bounds else count["scope"]
    return {"text": text, "source": describe_reference(count["source"])}


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


def name_days(days: Sequence[Content]) -> dict[str, str]:
    """By the id of each claim that changed a stance the day on which it did: "Day 2, 4 April"."""
    return {
        change["claim"]: ", ".join(
            (_("Day {number}", number=day["number"]), _format_iso_day(day["date"]))
        )
        for day in days
        for change in day["changes"]
    }


def describe_stance(stance: Content, days: Mapping[str, str]) -> dict[str, Any]:
    """An actor, its stance, and each claim with its source; the day of those that changed it."""
    claims = [
        {
            "day": days.get(claim["id"], ""),
            "text": format_claim(claim, stance),
            "source": describe_reference(claim["source"]),
        }
        for claim in stance["claims"]
    ]
    name = f"{stance['actor']['name']}: {stance['label']}"
    doubt = f" {_('(weak evidence)')}" if stance.get("weakness") else ""
    return {"name": name + doubt, "claims": claims}


def format_claim(claim: Content, stance: Content) -> str:
    """What a claim says; its reading only where it is not the one that heads the list."""
    label = "" if claim["label"] == stance["label"] else f"{claim['label']}: "
    return f"{label}{claim['summary']}"


def describe_reference(source: Content | None) -> dict[str, str]:
    """A source by author and year with its page, and the place in it; no page for none."""
    if not source:
        return {"id": "", "name": _("No source"), "place": ""}
    return {"id": source["id"], "name": name_work(source), "place": format_place(source)}


def format_place(source: Content) -> str:
    """The place within a source."""
    return f", {source['locator']}" if source.get("locator") else ""


def name_work(source: Content) -> str:
    """How a source is called in passing: author or publisher, and year."""
    who = source.get("author") or source.get("publisher") or source["title"]
    return " ".join(part for part in (who, str(source.get("date") or "")[:4]) if part)


def describe_reading() -> str:
    """On which kinds of answer the stances of a plain page rest: only scripts can choose."""
    return _("These stances rest on all answers: deeds, votes and words.")


def describe_member(content: Content) -> dict[str, Any]:
    """A state: its membership, what the record finds of its stances, and its readings."""
    state = content["state"]
    parts = (state["took"], state["toward"])
    # A page that both parts lead to is named once; one that says nothing of the state is not.
    events = {
        row["event"]["id"]: row["event"]["title"]
        for part in parts
        for row in part["rows"]
        if row["claims"]
    }
    return {
        "name": state["name"],
        "texts": [
            state["membership"]["title"],
            *(part["title"] for part in parts),
            describe_reading(),
        ],
        "events": [
            {"href": f"../events/{event}.html", "name": title} for event, title in events.items()
        ],
    }


def describe_source(
    source: Content, names: Mapping[str, str], events: Mapping[str, str], labels: Mapping[str, str]
) -> dict[str, Any]:
    """A source: what it is, and every claim taken from it, by the event it is about."""
    about = [source["author"], source["publisher"], source["date"]]
    found: dict[str, list[dict[str, str]]] = {event: [] for event in events}
    for claim in source["claims"]:
        stance = _(
            "{actor} toward {party}: {stance}.",
            actor=names.get(claim["actor"], claim["actor"]),
            party=names.get(claim["toward"], claim["toward"]),
            stance=labels.get(claim["stance"], claim["stance"]),
        )
        place = f" {claim['locator']}" if claim["locator"] else ""
        found[claim["event_id"]].append(
            {"stance": stance, "summary": claim["summary"], "place": place}
        )
    return {
        "kicker": " · ".join(part for part in dict.fromkeys(about) if part),
        "title": source["title"] or name_work(source),
        "note": source["note"],
        "reference": source["reference"]
        and _("Reference: {reference}", reference=source["reference"]),
        # Nothing else is led to: an address may be a script.
        "url": source["url"] if source["url"].startswith(("http://", "https://")) else "",
        "url_label": _("URL: "),
        "claims_heading": _("Claims and other data taken from it"),
        "events": [
            {"id": event, "title": events[event], "claims": claims}
            for event, claims in found.items()
            if claims
        ],
        "no_claims": _("No claim about a stance comes from this source."),
    }


def describe_requests(record: Record) -> list[dict[str, Any]]:
    """A line for each request with its days, the newest first."""
    lines = list_requests(record, record_locale())
    for line in lines:
        row = record.row("events", line["event"]["id"])
        day = _format_iso_day(line["date"])
        line["days"] = day or format_days(row["date_start"], row["date_end"])
    return lines


def list_events(record: Record) -> list[dict[str, Any]]:
    """The events by year, each with its title and days, and what came of a request."""
    found: dict[int, list[dict[str, str]]] = {}
    for row in sorted(record.rows("events"), key=lambda each: each["date_start"]):
        found.setdefault(row["date_start"].year, []).append(
            {
                "id": row["id"],
                "title": pick(row, "title", record_locale()),
                "days": format_days(row["date_start"], row["date_end"]),
                "finding": find_finding(record, row["id"], record_locale()),
            }
        )
    return [{"year": year, "events": events} for year, events in found.items()]

"""What the pages must show of a bent record: which text, in which element, whole or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.injection_project import HostileProject

Row = Mapping[str, str]


@dataclass(frozen=True)
class Shown:
    """A text that stands in an element, as its whole content or beside other words."""

    element: str
    text: str
    whole: bool = True


# Which of these texts are not in an element of their kind, `p.why` or `*` for any, below a host.
FIND_MISSING = """({ host, expected }) => {
  const texts = {};
  for (const element of document.querySelectorAll(`${host} *`)) {
    const kind = [element.localName, ...element.classList].slice(0, 2).join(".");
    (texts[kind] ??= new Set()).add(element.textContent);
  }
  texts["*"] = new Set(Object.values(texts).flatMap((found) => [...found]));
  const isShown = ([kind, text, whole]) => {
    const found = texts[kind] ?? new Set();
    return found.has(text) || (!whole && [...found].some((other) => other.includes(text)));
  };
  return expected.filter((shown) => !isShown(shown));
}"""


def find_missing(page: Page, host: str, expected: Iterable[Shown]) -> list[Any]:
    """What is expected below a host and does not stand there."""
    rows = [[shown.element, shown.text, shown.whole] for shown in dict.fromkeys(expected)]
    return list(page.evaluate(FIND_MISSING, {"host": host, "expected": rows}))


def expect_event(project: HostileProject, event_id: str, toward: str) -> Iterator[Shown]:
    """The dossier of an event."""
    event = project.row("events", event_id)
    yield Shown("p.kicker", f" · {event['place']}", whole=False)
    yield Shown("h1", event["title_en"])
    yield Shown("p", event["summary"])
    yield Shown("p", f"Request: {event['asked']}")
    yield Shown("p", f"Outcome: {event['answer']}")
    yield Shown("h2", f"Stances toward {project.name(toward)}")
    if event["zone_id"]:
        yield Shown("button.link", project.row("zones", event["zone_id"])["name_en"])
    references = project.select("parties", event_id=event_id, role="reference")
    if len(references) > 1:
        for row in references:
            yield Shown("button", f"Positions on {project.name(row['actor'])}")
    for claim in project.select("claims", event_id=event_id, toward=toward):
        yield from expect_claim(project, claim)
    for row in project.select("adjudications", event_id=event_id, toward=toward):
        # Where the evidence is weak, the paragraph goes on to say so.
        yield Shown("p.why", row["reason"], whole=False)
        scale = project.row("scale", row["stance"], "code")
        is_vote = project.row("events", event_id)["kind"] == "un_vote"
        label = (scale["vote_label_en"] if is_vote else "") or scale["label_en"]
        yield Shown("span.chip", label)
    for row in project.select("discrepancies", event_id=event_id):
        yield from expect_discrepancy(project, row)
    for row in project.select("event_sources", event_id=event_id):
        yield from expect_cite(project, row["source_id"], row["locator"])


def expect_claim(project: HostileProject, claim: Row) -> Iterator[Shown]:
    """A claim with its source and its speaker."""
    row = project.row("scale", claim["stance"], "code")
    is_vote = project.row("events", claim["event_id"])["kind"] == "un_vote"
    label = (row["vote_label_en"] if is_vote else "") or row["label_en"]
    yield Shown("p.claim", f"{label}. {claim['summary']}", whole=False)
    yield Shown("h3", project.name(claim["actor"]))
    yield Shown("span.cite", f": {claim['speaker_name']} · ", whole=False)
    yield from expect_cite(project, claim["source_id"], claim["locator"])


def expect_cite(project: HostileProject, source_id: str, locator: str) -> Iterator[Shown]:
    """A source and where in it."""
    source = project.row("sources", source_id)
    for text in (source["author"], source["publisher"], f"“{source['title']}”", locator):
        yield Shown("span.cite", text, whole=False)


def expect_discrepancy(project: HostileProject, row: Row) -> Iterator[Shown]:
    """Both sides of a discrepancy and its handling."""
    yield Shown("h3", row["topic"])
    yield Shown("p.why", f"Treatment: {row['handling']}")
    for side in ("a", "b"):
        yield Shown("p.claim", row[f"statement_{side}"], whole=False)
        yield from expect_cite(project, row[f"source_{side}"], row[f"locator_{side}"])


def expect_country(project: HostileProject, country: str) -> Iterator[Shown]:
    """The dossier of a country."""
    yield Shown("h1", project.name(country))
    for row in project.select("memberships", country=country):
        yield Shown("div", row["basis"])
        yield Shown("p.why", f"Sources disagree: {row['disagreement']}")
        yield from expect_cite(project, row["source_id"], row["locator"])
    claims = project.select("claims", actor=country)
    if claims:
        yield Shown("title", f"Stances of {project.name(country)}, ", whole=False)
    for claim in claims:
        yield Shown("button.link", project.row("events", claim["event_id"])["title_en"])
        yield Shown("span.cite", f" · toward {project.name(claim['toward'])} · ", whole=False)
    for row in project.select("parties", actor=country):
        yield Shown("button.link", project.row("events", row["event_id"])["title_en"])
    for row in project.select("threats", holder=country):
        yield Shown("h3", row["threat_en"])
        yield Shown("p.claim", row["summary"], whole=False)
        yield from expect_cite(project, row["source_id"], row["locator"])


def expect_zone(project: HostileProject, zone_id: str) -> Iterator[Shown]:
    """The dossier of a zone."""
    zone = project.row("zones", zone_id)
    # A zone of several shapes is shown in the one of the day, here of today.
    shape = project.select("zone_status", zone_id=zone_id)[-1]["shape_id"] or zone_id
    line = next(row for row in project.beside["zone_shapes.csv"] if row["zone_id"] == shape)
    yield Shown("h1", zone["name_en"])
    yield Shown("p", zone["note"])
    yield Shown("p", f"Legally: {project.name(zone['de_jure'])}", whole=False)
    yield Shown("p", f"{line['precision']}. {line['note']}")
    yield Shown("p.note", f"Based on {line['drawn_from']}. Licence: {line['licence']}.")
    for row in project.select("positions", zone_id=zone_id):
        yield Shown("h3", row["place_en"])
        yield Shown("div", row["note"])
        yield Shown("div", f"According to: {row['said_by']}")
        yield Shown("p.why", f"Disputed. {row['disputed']}")
        yield from expect_cite(project, row["source_id"], row["locator"])
    for row in project.select("zone_status", zone_id=zone_id):
        yield Shown("h3", row["label_en"])
        yield Shown("div", f"Control: {row['controller']}.")
        yield Shown("div", f"Ended by: {row['ended_because']}")
        yield from expect_cite(project, row["source_id"], row["locator"])
    for event in project.select("events", zone_id=zone_id):
        yield Shown("button.link", event["title_en"])


def expect_year(project: HostileProject, year: int) -> Iterator[Shown]:
    """The dossier of a year; a request for help is named beside who came."""
    findings = {row["event_id"]: row["finding_en"] for row in project.tables["requests"]}
    for event in project.tables["events"]:
        if event["date_start"].startswith(str(year)):
            if event["id"] in findings:
                yield Shown("a", findings[event["id"]].partition("; ")[0])
                yield Shown("span.cite", f" · {event['title_en']}", whole=False)
            else:
                yield Shown("button.link", event["title_en"])
    for row in project.tables["memberships"]:
        if row["date_start"].startswith(str(year)):
            yield Shown("button.link", project.name(row["country"]))
            yield Shown("span.cite", f". {row['basis']}", whole=False)


def expect_method(project: HostileProject) -> Iterator[Shown]:
    """The tables of the method page, in whatever elements."""
    cells = {
        "scale": ("label_en", "definition_en"),
        "sources": ("note",),
        "discrepancies": ("topic", "statement_a", "statement_b", "handling"),
        "zones": ("name_en",),
        "decisions.csv": ("name", "reason"),
        "shapes.csv": ("title", "source", "attribution", "vintage"),
        "zone_shapes.csv": ("drawn_from", "note"),
    }
    for table, columns in cells.items():
        for row in {**project.tables, **project.beside}[table]:
            for column in columns:
                yield Shown("*", row[column])
    for row in project.tables["sources"]:
        for column in ("author", "title", "publisher"):
            yield Shown("*", row[column], whole=False)
    for row in project.tables["discrepancies"]:
        if row["event_id"]:
            yield Shown("*", project.row("events", row["event_id"])["title_en"])

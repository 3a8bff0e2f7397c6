"""The claims behind a deck as CSV, one a row, each with its source and the address it came from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from components.core.alt_text.code_labels import weakness_label
from components.core.alt_text.titles import title_view
from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.core.view_state import View
from components.outputs.export.export_pages import Deck, Page
from components.outputs.export.table_rows import cite_source, find_url, list_lines
from data.cite import describe_mode
from data.downloads import BYTE_ORDER_MARK, guard_cell
from data.localize import pick
from data.modes import select_reading
from data.record import Record
from data.request_description import describe_request
from data.stances import resolve_event

COLUMNS = (
    "event_id",
    "event",
    "date",
    "toward",
    "actor",
    "actor_name",
    "code",
    "stance",
    "contested",
    "weak_evidence",
    "turns",
    "claim_date",
    "claim_stance",
    "certainty",
    "speaker",
    "summary",
    "source_id",
    "locator",
    "source",
    "source_url",
    "permalink",
    "citation",
    "finding",
    "answer_kind",
    "answer",
    "days_to_answer",
    "reading",
    "mode",
    "mode_label",
)


def write_table(record: Record, deck: Deck) -> bytes:
    """UTF-8 with a byte order mark; no text can become a formula."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in list_deck_rows(record, deck):
        writer.writerow({name: guard_cell(cell) for name, cell in row.items()})
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8", "replace")


def list_deck_rows(record: Record, deck: Deck) -> Iterator[dict[str, str]]:
    """The rows of every view of a deck, cells as they are."""
    for page in deck.pages:
        for view in page.views:
            yield from list_rows(record, page, view)


def cite_page(record: Record, page: Page, view: View) -> str:
    """How a page is cited; of a reader's own story the record is, and not the reader's words."""
    title = title_view(record, view) if page.own else page.title
    cited = _("CSTO Stance Atlas, {title}, {link}", title=title, link=page.link)
    if not page.own:
        return cited
    return _("{cited} (user briefing; selection not by the atlas)", cited=cited)


def list_rows(record: Record, page: Page, view: View) -> Iterator[dict[str, str]]:
    """A row for each claim of each actor; one without claims has a row of its own."""
    common = {"permalink": page.link, "citation": cite_page(record, page, view)}
    if view.event is None or view.toward is None:
        for line in list_lines(record, view):
            yield {
                **common,
                "date": str(view.date or view.year),
                "actor": line.actor,
                "actor_name": line.name,
                "code": line.code,
                "stance": line.label,
                "source_id": " ".join(line.sources),
                "source": "; ".join(cite_source(record, source) for source in line.sources),
                "source_url": " ".join(filter(None, (find_url(record, s) for s in line.sources))),
            }
        return
    event = record.row("events", view.event)
    stances = resolve_event(select_reading(record, view.mode), view.event, view.toward, view.date)
    request = describe_request(record, view.event, current_locale())
    came = {each["actor"]["id"]: each for each in request["came"]} if request else {}
    for line in list_lines(record, view):
        shown = {
            **common,
            "event_id": event["id"],
            "event": pick(event, "title", current_locale()),
            "date": event["date_start"].isoformat(),
            "toward": view.toward,
            "reading": view.mode or "all",
            "actor": line.actor,
            "actor_name": line.name,
            "code": line.code,
            "stance": line.label,
            "contested": "true" if line.contested else "false",
            "finding": request["finding"] if request else "",
            **_describe_answer(came.get(line.actor)),
        }
        stance = stances[line.actor]
        shown["weak_evidence"] = weakness_label(line.weakness) if line.weakness else ""
        shown["turns"] = "; ".join(f"{turn.day.isoformat()} {turn.code}" for turn in stance.turns)
        claims = stance.claims
        if not claims:
            yield shown
        for claim in claims:
            row = record.row("claims", claim.id)
            yield {
                **shown,
                "claim_date": claim.date.isoformat(),
                "claim_stance": claim.stance,
                "certainty": claim.certainty,
                "mode": claim.mode,
                "mode_label": describe_mode(record, claim.mode, current_locale())["label"],
                "speaker": pick(row, "speaker_name", current_locale()) or claim.speaker,
                "summary": pick(row, "summary", current_locale()),
                "source_id": claim.source_id,
                "locator": claim.locator,
                "source": cite_source(record, claim.source_id),
                "source_url": find_url(record, claim.source_id),
            }


def _describe_answer(came: Mapping[str, Any] | None) -> dict[str, str]:
    """The strongest answer of an actor to the request of the event, and its days after it."""
    if came is None:
        return {}
    days = "" if came["days"] is None else str(came["days"])
    return {"answer_kind": came["kind"], "answer": came["label"], "days_to_answer": days}

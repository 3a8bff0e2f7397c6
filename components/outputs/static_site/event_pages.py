"""The pages of the events, and their list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from components.core.alt_text.date_format import format_days
from components.core.i18n import gettext as _
from components.core.view_state import LinkRules, View
from components.features.events.dossier import cite_view
from components.outputs.share.link_preview import shorten
from components.outputs.share.page_titles import name_page
from components.outputs.static_site.fallback_html import describe_event, list_events
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.page_template import Page
from components.outputs.static_site.panel_payload import Dossiers
from data.record import Record

# Stands in citations for an address that only the reader's browser knows.
UNKNOWN_PLACE = "http://atlas.invalid/events"


def list_event_pages(record: Record, dossiers: Dossiers, pictures: Mapping[str, str]) -> list[Page]:
    """A page for each event, and the list of all of them."""
    pages = [
        render_event(record, event, layers, pictures.get(f"event-{event}", ""))
        for event, layers in dossiers.items()
    ]
    count = len(pages)
    title = _("Events: {count} in the data", count=count)
    description = _("Every crisis, summit and deployment in the data, with positions and sources.")
    home = pictures.get(HOME, "")
    index = Page(
        "events/index.html",
        name_page(title),
        description,
        "events",
        "events",
        {"heading": title, "years": list_events(record)},
        picture=home,
    )
    return [index, *pages]


def render_event(record: Record, event: str, layers: Mapping[str, Any], picture: str) -> Page:
    """The page of one event."""
    row = record.row("events", event)
    days = format_days(row["date_start"], row["date_end"])
    first = next(iter(layers.values()))
    request = first["request"]
    return Page(
        path=f"events/{event}.html",
        title=name_page(f"{first['title']} ({row['date_start'].year})"),
        description=shorten(request["finding"] if request else first["summary"]),
        kind="event",
        template="event",
        values={"event": describe_event(layers, days)},
        picture=picture,
    )


def cite_dossiers(
    record: Record, rules: LinkRules, dossiers: Dossiers, base: str, today: date
) -> Dossiers:
    """The dossiers, each with its citations; KeyError for one the record has not."""
    place = f"{base}events" if base else UNKNOWN_PLACE
    return {
        event: {
            toward: {
                **content,
                "citations": cite_view(
                    record,
                    View(rules.event_years[event], event, toward),
                    today,
                    place,
                    versioned=False,
                ),
            }
            for toward, content in layers.items()
        }
        for event, layers in dossiers.items()
    }

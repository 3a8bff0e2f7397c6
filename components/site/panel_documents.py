"""What the panel can say, all of it, as the documents a page without a server reads from."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.language import speaking
from components.map.tables import FIRST_YEAR
from components.palette.stances import read_stance_paint
from components.panel.content import describe_view
from components.view import LinkRules, View


def build_panel_documents(rules: LinkRules, today: date, language: str) -> dict[str, Any]:
    """The contents of the panel by file name: of years, of events by reference party, of subjects.

    A subject is described apart from any event: `panel_content.js` adds its stance at the event.
    """
    with speaking(language):
        years = {
            str(year): describe_view(View(year=year), today)
            for year in range(FIRST_YEAR, rules.last_year + 1)
        }
        events = {
            event: {
                toward: describe_view(View(year=year, event=event, toward=toward), today)
                for toward in rules.references[event]
            }
            for event, year in rules.event_years.items()
        }
        subjects = {
            subject: describe_view(View(year=rules.last_year, panel=subject), today)
            for subject in sorted(rules.subjects)
        }
    return {
        "panel-years.json": years,
        "panel-events.json": events,
        "panel-subjects.json": subjects,
        "panel-colours.json": read_stance_paint(),
    }

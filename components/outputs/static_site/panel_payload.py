"""What the panel and the dossiers can say, all of it, as documents for a page without a server."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.core.i18n import current_locale
from components.core.link_rules import FIRST_YEAR
from components.core.palette.payload import STANCES, build_page_palette
from components.core.view_state import LinkRules, View
from components.features.events.dossier import describe_dossier
from components.features.map_panel.panel_data import describe_view
from data.modes import READINGS

Dossiers = dict[str, dict[str, dict[str, Any]]]


def build_panel_documents(rules: LinkRules, today: date) -> dict[str, Any]:
    """The contents of the panel by file name, in the language spoken now.

    Events are dossiers, which say all that the panel says. A subject is described apart from any
    event: `panel_data.ts` adds its stance at the event.
    """
    years = {
        str(year): describe_view(View(year=year), today)
        for year in range(FIRST_YEAR, rules.last_year + 1)
    }
    subjects = {
        subject: number_claims(describe_view(View(year=rules.last_year, panel=subject), today))
        for subject in sorted(rules.subjects)
    }
    return {
        "panel-years.json": years,
        "panel-subjects.json": subjects,
        "panel-palette.json": build_page_palette(*STANCES),
        "dossiers.json": build_dossiers(rules),
        "readings.json": {mode: build_reading(rules, mode) for mode in READINGS},
    }


def build_reading(rules: LinkRules, mode: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The stances of one kind of answer by event and reference party, beside the dossiers.

    An actor and its claims are ids, to be found in the dossier; what is empty is left out.
    """
    return {
        event: {
            toward: [
                {name: value for name, value in shorten_stance(stance).items() if value}
                for stance in describe_dossier(event, toward, current_locale(), mode)["stances"]
            ]
            for toward in rules.references[event]
        }
        for event in rules.event_years
    }


def shorten_stance(stance: dict[str, Any]) -> dict[str, Any]:
    """A stance without what its dossier says already of its actor and its claims."""
    claims = [claim["id"] for claim in stance["claims"]]
    rest = {name: value for name, value in stance.items() if name != "member"}
    return {**rest, "actor": stance["actor"]["id"], "claims": claims}


def number_claims(content: dict[str, Any]) -> dict[str, Any]:
    """What is said of a subject; the panel counts the claims of its stances and shows none."""
    if "stances" not in content:
        return content
    stances = [
        {**stance, "claims": list(range(len(stance["claims"])))} for stance in content["stances"]
    ]
    return {**content, "stances": stances}


def build_dossiers(rules: LinkRules) -> Dossiers:
    """Every dossier by event and reference party, in the language spoken now."""
    return {
        event: {
            toward: describe_dossier(event, toward, current_locale())
            for toward in rules.references[event]
        }
        for event in rules.event_years
    }

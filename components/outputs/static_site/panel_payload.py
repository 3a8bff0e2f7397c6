"""What the panel and the dossiers can say, all of it, as documents for a page without a server."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from components.core.i18n import current_locale, record_locale
from components.core.link_rules import FIRST_YEAR
from components.core.palette.payload import STANCES, build_page_palette
from components.core.view_state import LinkRules, View
from components.features.events.dossier import describe_dossier
from components.features.map_panel.day_panel import describe_days
from components.features.map_panel.panel_data import describe_view
from data.cite import label_codes
from data.load import read_record
from data.modes import READINGS, select_reading
from data.query import describe_event
from data.resolve import NO_DATA
from data.step_details import describe_steps

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
    dossiers = build_dossiers(rules)
    return {
        "panel-years.json": years,
        "panel-days.json": describe_days(read_record(), date(FIRST_YEAR, 1, 1), current_locale()),
        "panel-subjects.json": subjects,
        "panel-palette.json": build_page_palette(*STANCES),
        "dossiers.json": dossiers,
        "readings.json": build_readings(rules, dossiers),
    }


def build_readings(rules: LinkRules, dossiers: Dossiers) -> dict[str, Any]:
    """What a browser must know besides the dossiers to read them by one kind of answer.

    A dossier has the mode of each claim. An actor all of whose claims are of the kind keeps its
    stance, one that has none of them has no data: `reading.ts` does that. Here are

    - ``modes``: the modes of each kind of answer, by its name;
    - ``codes``: those of the scale, in its order;
    - ``none``: the stance without a claim, as a code with its label;
    - ``days``: by kind, event and reference party the days on which stances so read changed;
    - ``other``: by kind, event, reference party and actor every stance that is neither, with the
      ids of its claims and without what is empty; None for an actor that is not listed at all.
    """
    labels = label_codes(read_record(), record_locale())
    none = {"code": NO_DATA, "label": labels[NO_DATA]}
    other = {
        mode: {
            event: found
            for event, layers in dossiers.items()
            if (found := _list_changed(layers, mode, none))
        }
        for mode in READINGS
    }
    modes = {mode: list(codes) for mode, codes in READINGS.items()}
    days = {mode: _list_days(dossiers, mode) for mode in READINGS}
    return {"modes": modes, "codes": list(labels), "none": none, "other": other, "days": days}


def _list_days(dossiers: Dossiers, mode: str) -> dict[str, dict[str, Any]]:
    """Of events whose stances, resting on one kind of answer, changed on a later day."""
    record, found = select_reading(read_record(), mode), dict[str, dict[str, Any]]()
    for event, layers in dossiers.items():
        for toward in layers:
            if days := describe_steps(record, event, toward, record_locale()):
                found.setdefault(event, {})[toward] = days
    return found


def _list_changed(
    layers: Mapping[str, dict[str, Any]], mode: str, none: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """The stances of an event, by reference party and actor, that do not follow from its claims."""
    found: dict[str, dict[str, Any]] = {}
    for toward, dossier in layers.items():
        event = describe_event(read_record(), dossier["id"], toward, record_locale(), reading=mode)
        read = {stance["actor"]["id"]: stance for stance in event["stances"]}
        for whole in dossier["stances"]:
            actor = whole["actor"]["id"]
            kept = [claim for claim in whole["claims"] if claim["mode"]["code"] in READINGS[mode]]
            if len(kept) == len(whole["claims"]):
                follows = read.get(actor) == whole
            else:
                follows = not kept and read.get(actor, {}).get("code") == none["code"]
            if not follows:
                stance = shorten_stance(read[actor]) if actor in read else None
                found.setdefault(toward, {})[actor] = stance
    return found


def shorten_stance(stance: Mapping[str, Any]) -> dict[str, Any]:
    """A stance without what its dossier says already of its actor and its claims."""
    known = ("actor", "member", "claims")
    rest = {name: value for name, value in stance.items() if value and name not in known}
    return rest | {"claims": [claim["id"] for claim in stance["claims"]]}


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

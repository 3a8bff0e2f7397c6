"""The state of any day, as the record has it and as the browser reads it from its document."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

import pytest

from components.core.alt_text import describe_view_in_words
from components.core.i18n.catalog import build_catalogues
from components.core.i18n.locale import LANGUAGES
from components.core.link_rules import FIRST_YEAR
from components.core.view_state import LAYERS, View
from components.features.map.payload import build_documents
from components.features.map.stance_text import encode_stance
from data.languages import DEFAULT
from data.load import read_record
from data.membership import map_status_on, members_on
from data.modes import READINGS, select_reading
from data.record import Record
from data.stances import list_claim_days, list_references, resolve_event
from data.timeline import events_on
from data.zones import positions_on, zone_status_on
from tests.scripts import run_script

RANDOM_DAYS = 500
DATED = ("memberships", "zone_status", "positions", "events")

READ_DAYS = """
  const { record, days, layers } = argument;
  const { eventsAt, indexAtlas, membersAt, membershipAt, positionsAt, zoneAt } = modules.snapshot;
  const atlas = indexAtlas(record);
  const ids = (rows) => rows.map(({ id }) => id);
  const held = (ids, find) =>
    Object.fromEntries(ids.map((id) => [id, find(id)]).filter(([, found]) => found));
  return days.map((date) => {
    const view = { date, event: null, layers };
    return {
      membership: held(Object.keys(atlas.countries), (id) => {
        const key = membershipAt(atlas, view, id);
        return key === "none" ? null : key;
      }),
      members: [...membersAt(atlas, view)].sort(),
      zones: held(Object.keys(atlas.zones), (id) => {
        const row = zoneAt(atlas, view, id);
        return row && [row.status, row.label, row.controller, row.shape ?? ""];
      }),
      positions: ids(positionsAt(atlas, view)),
      events: ids(eventsAt(atlas, view)).sort(),
    };
  });
"""


def list_days(record: Record, last: date) -> list[date]:
    """Days at random, and each on which a row begins or ends, with the day before and after."""
    first = date(FIRST_YEAR, 1, 1)
    chance = random.Random(13)
    found = {
        first + timedelta(chance.randrange((last - first).days + 1)) for _ in range(RANDOM_DAYS)
    }
    for table in DATED:
        for row in record.rows(table):
            for day in filter(None, (row["date_start"], row["date_end"])):
                found |= {day + timedelta(days) for days in (-1, 0, 1)}
    return sorted(day for day in found if first <= day <= last)


def compute_state(record: Record, day: date) -> dict[str, Any]:
    """What the record says of a day."""
    return {
        "membership": map_status_on(record, day),
        "members": sorted(members_on(record, day)),
        "zones": {
            zone: [row["status"], row["label_en"], row["controller"], row["shape_id"] or ""]
            for zone, row in zone_status_on(record, day).items()
        },
        "positions": [row["id"] for row in positions_on(record, day)],
        "events": sorted(events_on(record, day)),
    }


SAY_DAYS = """
  const { record, days, words, catalogue } = argument;
  if (catalogue) modules.language.useCatalogue(catalogue);
  const atlas = modules.snapshot.indexAtlas(record);
  return days.map((day) => modules.description.describeDate(atlas, words, day));
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_browser_says_of_every_day_what_the_server_says(language: str) -> None:
    documents = {name: json.loads(text) for name, text in build_documents().items()}
    document = documents[f"atlas-{language}.json"]
    record, last = read_record(), date.fromisoformat(document["today"])
    days = list_days(record, last)[::3]
    said = run_script(
        {
            "snapshot": "core/snapshot.ts",
            "description": "map/date_description.ts",
            "language": "i18n/gettext.ts",
        },
        SAY_DAYS,
        {
            "record": document,
            "days": [day.isoformat() for day in days],
            "words": documents[f"words-{language}.json"]["days"],
            "catalogue": json.loads(build_catalogues(LANGUAGES)[f"messages-{language}.json"])
            if language != DEFAULT
            else None,
        },
    )
    assert len(set(said)) > len(days) / 2
    for day, by_browser in zip(days, said, strict=True):
        view = View(day.year, date=day)
        assert by_browser == describe_view_in_words(view, language, record=record, today=last), day


def test_browser_reads_of_every_day_what_the_record_says() -> None:
    record = read_record()
    document = json.loads(build_documents()["atlas-en.json"])
    days = list_days(record, date.fromisoformat(document["today"]))
    assert len(days) > RANDOM_DAYS + 700
    read = run_script(
        {"snapshot": "core/snapshot.ts"},
        READ_DAYS,
        {"record": document, "days": [day.isoformat() for day in days], "layers": LAYERS},
    )
    states = [compute_state(record, day) for day in days]
    for day, by_browser, by_record in zip(days, read, states, strict=True):
        assert by_browser == by_record, day
    # Each kind of change is among them, so that agreeing means something.
    for part in ("membership", "members", "zones", "positions", "events"):
        assert len({json.dumps(state[part]) for state in states}) > 4, part


READ_STANCES = """
  const { record, views } = argument;
  const { indexAtlas, stancesAt } = modules.snapshot;
  const atlas = indexAtlas(record);
  return views.map((view) => stancesAt(atlas, view));
"""


def list_event_views(record: Record) -> list[dict[str, Any]]:
    """Each event, reference party and kind of answer: days of claims and random ones, and all."""
    chance = random.Random(2022)
    views = []
    for event in record.rows("events"):
        days = list_claim_days(record, event["id"])
        length = (days[-1] - days[0]).days
        shown = {*days, days[0] + timedelta(chance.randrange(length + 1)), None}
        views += [
            {"event": event["id"], "toward": toward, "mode": mode, "date": day}
            for toward in list_references(record, event["id"])
            for mode in (None, *READINGS)
            for day in shown
        ]
    return views


def test_browser_reads_of_every_event_and_day_what_was_known_by_then() -> None:
    record = read_record()
    views = list_event_views(record)
    sent = [{**view, "date": view["date"] and view["date"].isoformat()} for view in views]
    document = json.loads(build_documents()["atlas-en.json"])
    read = run_script(
        {"snapshot": "core/snapshot.ts"}, READ_STANCES, {"record": document, "views": sent}
    )
    differing = 0
    for view, by_browser in zip(views, read, strict=True):
        event, toward, mode, day = view.values()
        chosen = select_reading(record, mode)
        known, whole = (
            {
                actor: encode_stance(stance)
                for actor, stance in resolve_event(chosen, event, toward, until).items()
            }
            for until in (day, None)
        )
        assert by_browser == known, view
        differing += known != whole
    assert differing > 200

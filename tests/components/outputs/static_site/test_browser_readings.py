"""What the static atlas finds in the browser is what the app finds, for all of the record."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from components.core.alt_text.headline import format_headline
from components.core.i18n import current_locale
from components.core.link_rules import FIRST_YEAR, build_link_rules
from components.core.view_state import View
from components.features.cohesion.matrix import describe_matrix
from components.features.cohesion.query_params import Choice
from components.features.compare.diff import describe_pair
from components.features.events.dossier import describe_dossier
from components.features.map.payload import build_atlas
from components.features.members.page_data import describe_state
from components.outputs.static_site.cohesion_pages import describe_cohesion
from components.outputs.static_site.member_pages import describe_members, split_members
from components.outputs.static_site.panel_payload import build_dossiers, build_readings
from data.load import read_record
from data.modes import READINGS
from tests.built_site import TODAY
from tests.scripts import run_script

RULES = build_link_rules(read_record(), TODAY)
OPEN = "const read = async (name) => argument.documents[name];"


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    dossiers = build_dossiers(RULES)
    return {"dossiers.json": dossiers, "readings.json": build_readings(RULES, dossiers)}


def test_dossiers_by_every_kind_of_answer(documents: dict[str, Any]) -> None:
    body = f"""{OPEN}
      const found = {{}};
      for (const [event, layers] of Object.entries(argument.documents["dossiers.json"]))
        for (const [toward, dossier] of Object.entries(layers))
          for (const mode of argument.modes)
          {{
            const {{ stances, days }} = await modules.reading.readByMode(dossier, mode, read);
            const headline = dossier.request
              ? dossier.request.finding
              : modules.came.describeMembers(stances, dossier.toward);
            found[`${{event}} ${{toward}} ${{mode}}`] = {{ stances, days, headline }};
          }}
      return found;"""
    modules = {"reading": "static_site/reading.ts", "came": "ui/who_came.ts"}
    found = run_script(modules, body, {"documents": documents, "modes": list(READINGS)})
    for key, parts in found.items():
        event, toward, mode = key.split()
        dossier = describe_dossier(event, toward, current_locale(), mode)
        wanted = {name: dossier[name] for name in ("stances", "days")}
        wanted["headline"] = format_headline(read_record(), event, toward, mode)
        assert parts == json.loads(json.dumps(wanted)), key


def test_members_by_every_kind_of_answer(documents: dict[str, Any]) -> None:
    members = describe_members(read_record(), RULES.last_year, TODAY)
    own, shared = split_members(read_record(), members)
    body = f"""{OPEN}
      const found = {{}};
      for (const [id, page] of Object.entries(argument.own))
        for (const mode of argument.modes) {{
          const whole = {{ ...argument.shared, ...page }};
          found[`${{id}} ${{mode}}`] = await modules.member.readMemberByMode(whole, mode, read);
        }}
      return found;"""
    given = {"documents": documents, "own": own, "shared": shared, "modes": list(READINGS)}
    found = run_script({"member": "static_site/member_reading.ts"}, body, given)
    assert len(found) == len(own) * len(READINGS)
    for key, page in found.items():
        country, mode = key.split()
        wanted = describe_state(country, current_locale(), mode)
        for part in ("took", "toward"):
            rows = [{"weak": False, **row} for row in wanted[part]["rows"]]
            assert page["state"][part]["rows"] == json.loads(json.dumps(rows)), key
            for name in ("title", "against", "note"):
                assert page["state"][part][name] == wanted[part][name], key
        for one, other in zip(page["state"]["stood"], wanted["stood"], strict=True):
            numbers = [{**row, "value": row["value"] or 0} for row in other["rows"]]
            assert (one["heading"], one["title"]) == (other["heading"], other["title"]), key
            assert one["rows"] == json.loads(json.dumps(numbers)), key


def test_the_matrix_by_every_kind_of_answer(documents: dict[str, Any]) -> None:
    matrix = next(each["data"] for each in describe_cohesion(RULES) if each["draws"] == "matrix")
    body = f"""{OPEN}
      const found = {{}};
      for (const mode of argument.modes)
        found[mode] = await modules.matrix.readMatrixByMode(argument.matrix, mode, read);
      return found;"""
    given = {"documents": documents, "matrix": matrix, "modes": list(READINGS)}
    found = run_script({"matrix": "static_site/matrix_reading.ts"}, body, given)
    for mode, read in found.items():
        wanted = json.loads(json.dumps(describe_matrix(Choice(FIRST_YEAR, TODAY.year), mode)))
        for name in ("groups", "counts", "finding", "gaps", "mode"):
            assert read[name] == wanted[name], (mode, name)


def test_differences_between_every_event_and_the_next() -> None:
    views = [
        View(year=RULES.event_years[event], event=event, toward=toward)
        for event in RULES.event_years
        for toward in RULES.references[event]
    ]
    views += [View(year=year) for year in range(FIRST_YEAR, RULES.last_year + 1)]
    modes = [None, *READINGS]
    pairs = [
        (View(one.year, one.event, one.toward, mode=modes[at % 4]), two)
        for at, (one, two) in enumerate(pairwise(views))
    ]
    keys = ("year", "date", "event", "toward", "mode")
    body = """
      const atlas = modules.snapshot.indexAtlas(argument.atlas);
      return argument.pairs.map(([one, two]) => modules.pair.listDifferences(atlas, one, two));"""
    given = {
        "atlas": build_atlas(read_record(), TODAY),
        "pairs": [[{key: getattr(view, key) for key in keys} for view in pair] for pair in pairs],
    }
    modules = {"pair": "static_site/pair_differences.ts", "snapshot": "core/snapshot.ts"}
    found = run_script(modules, body, given)
    for pair, read in zip(pairs, found, strict=True):
        wanted = json.loads(json.dumps(describe_pair(*pair, TODAY)))
        for name in ("members", "statuses", "zones", "stances"):
            assert read[name] == wanted[name], (pair, name)
        assert [head["day"] for head in read["heads"]] == [h["day"] for h in wanted["heads"]]
    assert any(each["stances"] for each in found)

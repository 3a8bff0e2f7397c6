"""The pairs as plain data: a grid both ways, arcs on a map, and the stances behind each pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.core.alt_text.before_after import describe_before_after, describe_day_choice
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.cache import cache_per_locale
from components.core.link_rules import read_rules
from components.core.palette.payload import STANCES, build_page_palette
from components.features.cohesion.blocks import STYLE
from components.features.cohesion.content import read_prose, read_title
from components.features.cohesion.headlines import format_pairs
from components.features.cohesion.matrix import read_names
from components.features.cohesion.query_params import Choice, apply_selection
from components.server.assets import asset_url
from components.server.base_url import relative_address
from components.server.custom_component import mount_module
from data.cite import label_codes, name_event
from data.dyads import PairScore, score_links, score_pairs
from data.load import read_record
from data.matrix import order_members
from data.record import Record
from data.stance_cells import Cell, find_nearest_code, list_cells
from data.stances import read_ordinals
from geodata.read import read_places

# Below this a mean is the chance of which events found a reporter: drawn dashed.
FEW = 3
# A pair with fewer events is not called the strongest or the weakest.
RANKED_FROM = 10


def show_pairs(choice: Choice) -> None:
    """Show the grid, the arcs and the stances of the chosen pair."""
    mount_module(
        "atlas_pairs",
        "cohesion/pairs.js",
        "cohesion",
        {
            **describe_pairs(choice.first, choice.last),
            "pair": choice.pair,
            "before_after": describe_change(choice),
        },
        css=STYLE,
        triggers={"choice": apply_selection},
    )


@cache_per_locale(64)
def describe_change(choice: Choice) -> dict[str, Any]:
    """The chosen day with its bounds, and what each of the chosen pair stood like on its sides."""
    rules, names = read_rules(), read_names(read_record())
    sentences: list[str] = []
    if choice.pair and choice.since:
        cells = [
            cell
            for cell in list_cells(read_record())
            if choice.first <= cell.day.year <= choice.last
        ]
        for actor, toward in (choice.pair, choice.pair[::-1]):
            own = [cell for cell in cells if (cell.actor, cell.toward) == (actor, toward)]
            who = _("{actor} toward {toward}", actor=names[actor], toward=names[toward])
            sentences += describe_before_after(own, who, choice.since)
    return describe_day_choice(choice.since, rules, sentences)


@cache_per_locale(64)
def describe_pairs(first: int, last: int) -> dict[str, Any]:
    """Everything the pairs show of the events that began in some years."""
    record = read_record()
    rules = read_rules()
    cells = [cell for cell in list_cells(record) if first <= cell.day.year <= last]
    links, scores = score_links(cells), score_pairs(cells)
    names = read_names(record)
    shown = {member for score in scores for member in (score.actor, score.toward)}
    return {
        "title": read_title("pairs"),
        "paragraphs": read_prose("pairs"),
        "finding": format_pairs(links, names, RANKED_FROM),
        "few": FEW,
        "from": first,
        "to": last,
        "whole": (first, last) == (rules.first_year, rules.last_year),
        "members": [
            {"id": each, "name": names[each]} for each in order_members(record) if each in shown
        ],
        "seats": find_capitals(shown),
        "scores": [describe_score(score, record) for score in scores],
        "links": [describe_score(score, record) for score in links],
        "evidence": list_evidence(record, cells),
        "labels": label_codes(record, record_locale()),
        "palette": build_page_palette(*STANCES, "base"),
        "shapes": {
            "countries": relative_address(asset_url("shapes", "countries.topo.json")),
            "labels": relative_address(asset_url("shapes", "labels.json")),
        },
    }


def describe_score(score: PairScore, record: Record) -> dict[str, Any]:
    """A score with the code nearest to its mean, whose colour it takes."""
    code = None if score.mean is None else find_nearest_code(score.mean, read_ordinals(record))
    return {
        "actor": score.actor,
        "toward": score.toward,
        "mean": None if score.mean is None else round(score.mean, 3),
        "code": code,
        "known": score.known,
        "unknown": score.unknown,
    }


def list_evidence(record: Record, cells: Sequence[Cell]) -> dict[str, list[dict[str, Any]]]:
    """The known stances of each pair of ids `A-B`, both ways, from the earliest."""
    found: dict[str, list[dict[str, Any]]] = {}
    for cell in cells:
        if cell.value is None:
            continue
        found.setdefault("-".join(cell.pair), []).append(
            {
                "event": name_event(record, cell.event_id, record_locale()),
                "actor": cell.actor,
                "toward": cell.toward,
                "code": cell.code,
                "contested": cell.low != cell.high,
            }
        )
    return found


def find_capitals(members: set[str]) -> dict[str, list[float]]:
    """Longitude and latitude (degrees) of each member's capital."""
    return {
        place["country"]: [place["lon"], place["lat"]]
        for place in read_places()
        if place["kind"] == "capital" and place["country"] in members
    }

"""The cohesion page: the app's own findings and tables, without what asks its server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import pgettext
from components.core.view_state import LinkRules
from components.features.cohesion.blocks import Block, make_note
from components.features.cohesion.cohesion_index import describe_index
from components.features.cohesion.hub_spoke_test import describe_star
from components.features.cohesion.matrix import describe_matrix
from components.features.cohesion.page_header import describe_opening
from components.features.cohesion.pairs import describe_pairs
from components.features.cohesion.query_params import Choice
from components.features.cohesion.request_ledger import describe_ledger
from components.features.cohesion.sections import Part
from components.features.cohesion.vote_check import describe_votes
from components.outputs.share.page_titles import name_page
from components.outputs.static_site.cohesion_html import (
    read_blocks,
    read_calls,
    read_matrix,
    read_pairs,
)
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.page_template import Page
from data.modes import READINGS

PATH = "cohesion/index.html"


def describe_cohesion(rules: LinkRules) -> list[dict[str, Any]]:
    """The parts of the page in their order: what draws each, and of what."""
    years = (rules.first_year, rules.last_year)
    by_mode = {
        mode: {name: text for name in ("finding", "gaps") if (text := found[name])}
        for mode in READINGS
        if (found := describe_matrix(Choice(*years), mode))
    }
    whole = describe_matrix(Choice(*years))
    matrix = {**whole, "notices": [], "years": list(years), "by_mode": by_mode}
    blocks = {
        "opening": describe_opening(),
        "star": keep_tables(describe_star(*years)),
        "index": keep_tables(describe_index(None, *years)),
        "votes": keep_tables(describe_votes()),
    }
    drawn = {name: {"draws": "blocks", "data": {"blocks": each}} for name, each in blocks.items()}
    return [
        drawn["opening"],
        {"draws": "ledger", "data": describe_ledger()},
        {"draws": "matrix", "data": {**matrix, "fixed": format_fixed()}},
        {"draws": "pairs", "data": describe_pairs(*years)},
        drawn["star"],
        drawn["index"],
        drawn["votes"],
    ]


def format_fixed() -> str:
    """What the reader of the files cannot choose."""
    return _("Sorting, years and reference parties can be selected in the live atlas.")


def keep_tables(parts: list[Part]) -> list[Block]:
    """The blocks of a section without its charts, which need a library of a megabyte.

    What a chart shows has its home in the table behind it: that stands open, under the same words.
    """
    found: list[Block] = []
    charts = False
    for _name, content in parts:
        if isinstance(content, dict):
            charts = True
            continue
        for block in content:
            if block["is"] == "chart":
                found.append({"is": "p", "text": f"{block['title']}."})
            else:
                found.append({**block, "folded": False} if block["is"] == "table" else block)
    note = make_note(_("Charts of these figures are available in the live atlas."))
    return [*found, note] if charts else found


def list_cohesion_pages(parts: list[dict[str, Any]], pictures: Mapping[str, str]) -> list[Page]:
    """The page, whose findings and tables can be read without scripts."""
    title = _("How cohesive is the alliance?")
    readers = {"blocks": read_blocks, "matrix": read_matrix, "pairs": read_pairs}
    readers["ledger"] = read_calls
    body = [readers[part["draws"]](part["data"]) for part in parts]
    return [
        Page(
            path=PATH,
            title=name_page(pgettext("page", "Cohesion")),
            description=title,
            kind="cohesion",
            template="cohesion",
            values={"parts": body},
            picture=pictures.get(HOME, ""),
        )
    ]

"""The parts of the cohesion page as text and tables, for readers without scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from components.core.i18n import gettext as _
from components.core.i18n.number_format import format_signed
from components.outputs.static_site.fallback_html import describe_reading, describe_reference

Content = Mapping[str, Any]
Block = dict[str, Any]
# Text, or `{text, href}`.
Cell = str | dict[str, str]


def read_blocks(data: Content) -> list[Block]:
    """Blocks in their order, as `blocks.ts` lays them; charts are nothing here."""
    return [read_block(block) for block in data["blocks"]]


def read_block(block: Content) -> Block:
    """One block of text as it is, or a table with its cells in the order of its columns."""
    if block["is"] != "table":
        return dict(block)
    rows = [[read_cell(row[key]) for key in block["columns"]] for row in block["rows"]]
    return make_table(list(block["columns"].values()), rows)


def read_head(section: Content, anchor: str) -> list[Block]:
    """The title of a section, its finding, its prose."""
    head = {
        "is": "section",
        "anchor": anchor,
        "title": section["title"],
        "finding": section["finding"],
    }
    return [head, *({"is": "p", "text": text} for text in section.get("paragraphs", []))]


def read_cell(cell: Any) -> Cell:
    """A cell: text, or a link to the map at a year."""
    if not isinstance(cell, Mapping):
        return str(cell)
    return {"href": f"../index.html?{urlsplit(cell['href']).query}", "text": cell["text"]}


def read_matrix(data: Content) -> list[Block]:
    """Every event with the code of each state, and what the codes mean."""
    codes = [f"{code}: {data['labels'][code]}" for code in data["codes"]]
    heads = [_("Event"), _("Reference party"), *(member["id"] for member in data["members"])]
    rows: list[Sequence[Cell]] = [
        [
            link_evidence(layer["event"], layer["toward"], layer["title"]),
            layer["to"],
            *(
                "●" if member["id"] == layer["toward"] else cell[0]
                for member, cell in zip(data["members"], layer["cells"], strict=True)
            ),
        ]
        for group in data["groups"]
        for layer in group["layers"]
    ]
    key = {"is": "key", "texts": [*codes, f"● {_('the party concerned')}"]}
    notes = [{"is": "note", "text": text} for text in (describe_reading(), data["gaps"]) if text]
    return [*read_head(data, "matrix"), key, make_table(heads, rows), *notes]


def read_pairs(data: Content) -> list[Block]:
    """How each state of a row stood toward each state of a column."""
    scores = {(score["actor"], score["toward"]): score for score in data["scores"]}
    members = data["members"]
    rows: list[Sequence[Cell]] = [
        [
            actor["name"],
            *(format_score(scores.get((actor["id"], toward["id"]))) for toward in members),
        ]
        for actor in members
    ]
    caption = _(
        "Stance of the state in the row toward the state in the column: mean and number "
        "of known stances"
    )
    heads = ["", *(member["id"] for member in members)]
    note = {"is": "note", "text": f"{caption}."}
    return [*read_head(data, "pairs"), note, make_table(heads, rows)]


def format_score(score: Content | None) -> str:
    """The mean of a pair one way, and of how many known stances."""
    if score is None or score["mean"] is None:
        return "–"
    return f"{format_signed(score['mean'])} ({score['known']})"


def read_calls(data: Content) -> list[Block]:
    """Each call: who asked whom for what, and what came of it, with its source."""
    calls = [
        {
            "event": link_evidence(row["event"]["id"], row["toward"], row["event"]["title"]),
            "text": f". {row['by']} → {row['to']}. {row['asked']} {row['answer']} ",
            "source": describe_reference(row["source"]) if row["source"] else None,
        }
        for row in data["rows"]
    ]
    return [*read_head(data, "ledger"), {"is": "calls", "calls": calls}]


def link_evidence(event: str, toward: str, title: str) -> dict[str, str]:
    """An event, leading to its evidence."""
    return {"href": f"../events/{event}.html?toward={toward}", "text": title}


def make_table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Block:
    """A table; the first cell of a row heads it."""
    return {"is": "table", "heads": heads, "rows": rows}

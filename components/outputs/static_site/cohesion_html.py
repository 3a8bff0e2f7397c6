"""The parts of the cohesion page in plain text and tables, for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from components.core.i18n import gettext as _
from components.core.i18n.number_format import format_signed
from components.outputs.static_site.fallback_html import link_source
from components.outputs.static_site.html import make

Content = Mapping[str, Any]
Cell = Element | str


def read_blocks(data: Content) -> list[Element]:
    """Blocks in their order, as `blocks.ts` lays them."""
    return [element for block in data["blocks"] for element in read_block(block)]


def read_block(block: Content) -> list[Element]:
    """One block of text or a table; what only charts need is nothing here."""
    match block["is"]:
        case "title":
            return [make("h1", {}, block["text"])]
        case "contents":
            return [make("ul", {"class": "contents"}, *map(read_finding, block["parts"]))]
        case "section":
            return read_head(block)
        case "p":
            return [make("p", {}, block["text"])]
        case "note":
            return [make("p", {"class": "note"}, block["text"])]
        case "table":
            keys = list(block["columns"])
            rows = [[read_cell(row[key]) for key in keys] for row in block["rows"]]
            return [render_table("list", list(block["columns"].values()), rows)]
    return []


def read_finding(part: Content) -> Element:
    """What a section found, with the way to it."""
    link = make("a", {"href": f"#part-{part['anchor']}"}, part["title"])
    return make("li", {}, link, make("span", {}, f"{part['finding']}."))


def read_head(section: Content, anchor: str = "") -> list[Element]:
    """The title of a section, its finding, its prose."""
    found = [make("h2", {"id": f"part-{anchor or section['anchor']}"}, section["title"])]
    if section["finding"]:
        found.append(make("p", {"class": "finding"}, f"{section['finding']}."))
    return [*found, *(make("p", {}, text) for text in section.get("paragraphs", []))]


def read_cell(cell: Any) -> Cell:
    """A cell: text, or a link to the map at a year."""
    if not isinstance(cell, Mapping):
        return str(cell)
    return make("a", {"href": f"../index.html?{urlsplit(cell['href']).query}"}, cell["text"])


def read_matrix(data: Content) -> list[Element]:
    """Every event with the code of each state, and what the codes mean."""
    codes = [make("li", {}, f"{code}: {data['labels'][code]}") for code in data["codes"]]
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
    key = make("ul", {"class": "key"}, *codes, make("li", {}, f"● {_('the party concerned')}"))
    gaps = [make("p", {"class": "note"}, data["gaps"])] if data["gaps"] else []
    return [*read_head(data, "matrix"), key, render_table("list", heads, rows), *gaps]


def read_pairs(data: Content) -> list[Element]:
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
    note = make("p", {"class": "note"}, f"{caption}.")
    return [*read_head(data, "pairs"), note, render_table("list", heads, rows)]


def format_score(score: Content | None) -> str:
    """The mean of a pair one way, and of how many known stances."""
    if score is None or score["mean"] is None:
        return "–"
    return f"{format_signed(score['mean'])} ({score['known']})"


def read_calls(data: Content) -> list[Element]:
    """Each call: who asked whom for what, and what came of it, with its source."""
    calls = [
        make(
            "li",
            {},
            link_evidence(row["event"]["id"], row["toward"], row["event"]["title"]),
            f". {row['by']} → {row['to']}. {row['asked']} {row['answer']} ",
            *(link_source(row["source"]) if row["source"] else []),
        )
        for row in data["rows"]
    ]
    return [*read_head(data, "ledger"), make("ul", {}, *calls)]


def link_evidence(event: str, toward: str, title: str) -> Element:
    """An event, leading to its evidence."""
    return make("a", {"href": f"../events/{event}.html?toward={toward}"}, title)


def render_table(kind: str, heads: Iterable[str], rows: Iterable[Sequence[Cell]]) -> Element:
    """A table that can be scrolled; the first cell of a row heads it."""
    head = make("tr", {}, *(make("th", {"scope": "col"}, text) for text in heads))
    body = [
        make("tr", {}, make("th", {}, row[0]), *(make("td", {}, cell) for cell in row[1:]))
        for row in rows
    ]
    table = make("table", {"class": kind}, make("thead", {}, head), make("tbody", {}, *body))
    return make("div", {"class": "scroll"}, table)

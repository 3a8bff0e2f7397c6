"""The document as a Streamlit component: sections cross as JSON, `document.js` lays them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from components.mount import mount_module


@dataclass(frozen=True)
class Table:
    """Columns by key and heading, and rows by key; cells are text."""

    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Section:
    """A heading, its paragraphs, and at most one table."""

    title: str
    paragraphs: Sequence[str] = ()
    table: Table | None = None
    anchor: str = field(default="")


def show_document(title: str, sections: Sequence[Section]) -> None:
    """Show a page of sections under one title."""
    data = {"title": title, "sections": [asdict(section) for section in sections]}
    mount_module("atlas_document", "document/document.js", "document", data)

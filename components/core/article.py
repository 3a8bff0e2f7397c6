"""The document as a Streamlit component: sections cross as JSON, `article.ts` lays them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Table:
    """Columns by key and heading, and rows by key; cells are text."""

    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Section:
    """A heading, its paragraphs, at most one table, and content that a module of a page lays out.

    `anchor` names the section in links; `kind` names the way `content` is laid out.
    """

    title: str
    paragraphs: Sequence[str] = ()
    table: Table | None = None
    anchor: str = ""
    kind: str = ""
    content: Any = None

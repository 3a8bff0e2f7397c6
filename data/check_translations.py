"""Every text that has a Russian column is told in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from data.errors import Problem
from data.schema import Tables, TableSchema

RULE = "empty although the English text is there"
REVERSE = "there although the English text is empty"


def check_translations(schemas: Mapping[str, TableSchema], tables: Tables) -> Iterator[Problem]:
    """A ``_ru`` text is empty exactly where its English text is."""
    for name, schema in schemas.items():
        for english, russian in list_pairs(schema.columns):
            for row in tables[name]:
                if bool(row[english]) != bool(row[russian]):
                    rule = RULE if row[english] else REVERSE
                    yield Problem(schema.file, row["line"], russian, row[russian], rule)


def list_pairs(columns: Sequence[str]) -> list[tuple[str, str]]:
    """English and Russian columns that belong together: ``title_en`` or ``summary``."""
    pairs = []
    for russian in columns:
        if russian.endswith("_ru"):
            stem = russian.removesuffix("_ru")
            pairs.append((f"{stem}_en" if f"{stem}_en" in columns else stem, russian))
    return pairs

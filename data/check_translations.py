"""Every text that has a Russian column is told in both languages.

``python -m data.check_translations`` lists what is still missing, by file and line.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from data.problem import Problem
from data.schema import Tables, TableSchema

# While the translation is under way a missing text is a warning; True makes it an error.
TRANSLATION_REQUIRED = False

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


def count_missing(problems: Sequence[Problem]) -> list[str]:
    """One line for each column with texts missing: ``claims.csv summary_ru: 12 missing``."""
    missing = Counter((p.file, p.column) for p in problems)
    return [f"{file} {column}: {count} missing" for (file, column), count in missing.items()]


def main() -> int:
    """Print each missing text, then their counts. 1 when any is missing."""
    from data.read import read_schemas, read_tables

    problems = list(check_translations(read_schemas(), read_tables()[0]))
    for line in (*problems, *count_missing(problems)):
        print(line)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

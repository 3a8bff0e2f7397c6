"""All checks of the record. ``python -m data.check`` runs them and says what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from data import (
    check_ledger,
    check_places,
    check_references,
    check_roster,
    check_translations,
    check_values,
    check_votes,
)
from data.problem import Problem
from data.schema import Tables, TableSchema

RULES = (
    check_references.check_actors,
    check_references.check_parties,
    check_references.check_adjudications,
    check_references.check_locators,
    check_references.check_paragraphs,
    check_references.check_sources_used,
    check_references.check_derived,
    check_values.check_order,
    check_values.check_overlaps,
    check_values.check_claim_dates,
    check_values.check_events,
    check_values.check_zones,
    check_values.check_existence,
    check_values.check_notes,
    check_votes.check_layers,
    check_votes.check_vote_claims,
    check_ledger.check_requests,
    check_ledger.check_answers,
    check_places.check_addresses,
    check_places.check_claim_locators,
    check_places.check_resolutions,
    check_places.check_untraced,
)


def check_tables(schemas: Mapping[str, TableSchema], tables: Tables) -> list[Problem]:
    """Every problem between and within ``tables`` beyond single cells, by file and line.

    A rule that cannot be held, since a column is not there or of another type, is a problem of the
    schema: columns and code belong together.
    """
    rules: list[partial[Iterator[Problem]]] = [
        partial(check_references.check_foreign_keys, schemas, tables),
        *(partial(rule, tables) for rule in RULES),
        partial(check_roster.check_roster, schemas, tables),
        partial(check_translations.check_translations, schemas, tables),
    ]
    problems: set[Problem] = set()
    for rule in rules:
        try:
            problems.update(rule())
        except KeyError as error:
            why = "a rule of the record reads this column, and a table lacks it"
            problems.add(Problem("datapackage.json", 0, "fields", str(error.args[0]), why))
        except (TypeError, ValueError, AttributeError) as error:
            name = getattr(rule.func, "__name__", "")
            why = f"a rule of the record cannot be held: {error}"
            problems.add(Problem("datapackage.json", 0, "rule", name, why))
    return sorted(problems)


def main(folder: Path | None = None) -> int:
    """Print every problem, or the size of the tables. 1 when there is a problem, else 0."""
    # Here, not above: read imports this module, and Frictionless takes longer than all the rest.
    from data.check_package import check_package
    from data.read import HERE, read_tables
    from data.stories import check_stories

    folder = folder or HERE
    tables, problems = read_tables(folder)
    told = {(problem.file, problem.row) for problem in problems} | {(p.file, 0) for p in problems}
    problems.extend(p for p in check_package(folder) if (p.file, p.row) not in told)
    for problem in problems:
        print(problem)
    stories = check_stories(folder / "stories", {row["id"] for row in tables.get("events", ())})
    for found in stories:
        print(found)
    if not problems and not stories:
        print("\n".join(f"{name}: {len(rows)} rows" for name, rows in tables.items()))
    return 1 if problems or stories else 0


if __name__ == "__main__":
    sys.exit(main())

"""All checks of the record. ``python -m data.check`` runs them and says what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from data import (
    check_ledger,
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
)


def check_tables(schemas: Mapping[str, TableSchema], tables: Tables) -> list[Problem]:
    """Every problem between and within ``tables`` beyond single cells, by file and line."""
    problems = list(check_references.check_foreign_keys(schemas, tables))
    for rule in RULES:
        problems.extend(rule(tables))
    problems.extend(check_roster.check_roster(schemas, tables))
    problems.extend(check_translations.check_translations(schemas, tables))
    return sorted(problems)


def main(folder: Path | None = None) -> int:
    """Print every problem, or the size of the tables. 1 when there is a problem, else 0."""
    # Here, not above: read imports this module, and Frictionless takes longer than all the rest.
    from data.check_package import check_package
    from data.read import HERE, read_tables
    from data.stories import check_stories

    folder = folder or HERE
    tables, problems = read_tables(folder)
    told = {(problem.file, problem.row) for problem in problems}
    problems.extend(p for p in check_package(folder) if (p.file, p.row) not in told)
    for problem in problems:
        print(problem)
    stories = check_stories(folder / "stories", {row["id"] for row in tables["events"]})
    for found in stories:
        print(found)
    if not problems and not stories:
        print("\n".join(f"{name}: {len(rows)} rows" for name, rows in tables.items()))
    return 1 if problems or stories else 0


if __name__ == "__main__":
    sys.exit(main())

"""All checks of the record. ``python -m data.check`` runs them and says what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from data.check_cohesion import check_cohesion
from data.check_package import check_package
from data.cohesion_variants import FILE
from data.load import HERE, read_tables
from data.stories import check_stories


def main(folder: Path = HERE) -> int:
    """Print every problem, or the size of the tables. 1 when there is a problem, else 0."""
    tables, problems = read_tables(folder)
    told = {(problem.file, problem.row) for problem in problems} | {(p.file, 0) for p in problems}
    problems.extend(p for p in check_package(folder) if (p.file, p.row) not in told)
    for problem in problems:
        print(problem)
    if not problems and (folder == HERE or (folder / FILE.name).exists()):
        problems.extend(check_cohesion(tables, folder / FILE.name))
    stories = check_stories(folder / "stories", {row["id"] for row in tables.get("events", ())})
    for found in stories:
        print(found)
    if not problems and not stories:
        print("\n".join(f"{name}: {len(rows)} rows" for name, rows in tables.items()))
    return 1 if problems or stories else 0


if __name__ == "__main__":
    sys.exit(main())

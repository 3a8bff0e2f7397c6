"""Every file of the atlas is verified before the server says that it is ready.

A fault is one line: file, line or row, value, rule. `python -m components.app.verification` prints
all of them, the server the first twenty before it ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from components.app.checks.cross_checks import (
    list_drawing_faults,
    list_story_faults,
    list_undrawn,
    list_vendor_faults,
)
from components.app.checks.record_size import list_size_faults
from components.app.startup_report import format_failure, write_report
from components.core.i18n.catalog import find_catalogue
from components.core.i18n.check_catalog import check_catalogue
from components.core.i18n.check_prose import check_pairs, check_prose
from data.errors import RecordError
from data.languages import TRANSLATIONS
from data.load import read_record, read_schemas
from data.package import read_package
from data.record import TABLES, Record
from geodata.check import Problem as ShapeProblem
from geodata.check import find_problems
from geodata.read import read_index

ROOT = Path(__file__).parents[2]
# Sections that the pages ask for, by the file of their prose.
PROSE = {
    "features/cohesion/content.toml": ("matrix", "pairs", "star", "index", "ledger", "votes"),
    "features/sources/content.toml": (
        *("page", "sources", "discrepancies", "scale", "rule", "policy", "zones", "shapes"),
        *("agreement", "downloads", "shelves", "readme", "certainty", "groups", "fates"),
        *("disputes", "examples"),
    ),
    "features/coding/content.toml": ("steps", "when", "unless", "certainty", "edges"),
    "features/propose/content.toml": ("tables", "columns", "hints"),
    "core/search/help.toml": (
        *("map", "layers", "search", "events", "compare", "stories", "propose", "scale"),
        *("modes", "rule", "policy", "agreement", "licences", "downloads"),
    ),
}
FORM = ("pattern", "palette", "membership", "zone", "response", "label_sides")
CATALOGUES = "core/i18n/locale"
SHAPE_SOURCES = ("zone_areas", "front_sources", "front_places", "front_states", "front_areas")
SHAPES = (
    *("shapes", "zone_shapes", "decisions", "frontier_windows", "insets", "region_labels"),
    *SHAPE_SOURCES,
)


class Faults(list[str]):
    """Lines that each name a file, a place in it, a value and a rule."""

    def note(self, folder: str, problems: Iterable[object]) -> bool:
        """Add what is wrong with the files of a folder; whether nothing was."""
        before = len(self)
        self.extend(f"{folder}/{problem}" for problem in problems)
        return len(self) == before


def find_faults(root: Path = ROOT) -> list[str]:
    """Every fault of the files of the atlas under `root`; empty when all is well."""
    faults = Faults()
    if not faults.note("data", list_size_faults(root / "data")):
        return faults
    try:
        record = check_record(faults, root / "data")
        files = check_shapes(faults, root / "geodata", record)
        check_components(faults, root / "components", record, files)
    except Exception as error:
        faults.append(format_failure(error))
    return faults


def check_record(faults: Faults, folder: Path) -> Record | None:
    """Note faults of the tables and stories; the record when it can be used."""
    record = None
    try:
        record = read_record(folder)
    except RecordError as error:
        faults.note("data", error.problems)
    faults.note("data/stories", list_story_faults(folder / "stories", record))
    return record


def check_shapes(faults: Faults, folder: Path, record: Record | None) -> list[str]:
    """Note faults of the shapes and their tables; the names of the files, none if there are any."""
    tables = read_package(folder, SHAPES)
    if not faults.note("geodata", tables.problems):
        return []
    if not faults.note("geodata", map(format_shape_problem, find_problems(folder))):
        return []
    if record is not None:
        faults.note("geodata/shapes", list_undrawn(record, folder))
    return [row["file"] for row in read_index(folder)]


def check_components(faults: Faults, folder: Path, record: Record | None, files: list[str]) -> None:
    """Note faults of colours, labels, prose, catalogue, vendored and built files."""
    drawing = read_package(folder, FORM)
    if faults.note("components", drawing.problems) and record is not None:
        schemas = read_schemas(folder.parent / "data")
        faults.note("components", list_drawing_faults(record, schemas, drawing))
    for file, sections in PROSE.items():
        faults.note("components", check_prose(folder, file, sections))
    tables = (*TABLES, *SHAPE_SOURCES)
    known = {"tables": tables, "shapes": files} if files else {"tables": tables}
    faults.note(
        "components", check_pairs(folder, "features/sources/table_translations.toml", known)
    )
    for language in TRANSLATIONS:
        path = find_catalogue(language, folder / CATALOGUES)
        place = path.parent.relative_to(folder).as_posix()
        faults.note(f"components/{place}", check_catalogue(path, language))
    faults.note("components/vendor", list_vendor_faults(folder / "vendor" / "vendor.csv"))
    faults.note("components/static", list_vendor_faults(folder / "static" / "built.csv"))


def format_shape_problem(problem: ShapeProblem) -> str:
    """A problem of the shapes in one line; its rule says what holds of a sound file."""
    file = problem.file if problem.file.endswith(".csv") else f"shapes/{problem.file}"
    what = " ".join(filter(None, (problem.row, problem.value and f'"{problem.value}"')))
    return ": ".join(filter(None, (file, what, f"the rule is: {problem.rule}")))


def verify_or_exit() -> None:
    """End the process with status 1 and one screen of faults when a file or setting has any."""
    # Here, not above: the command needs no server.
    from components.app.settings import list_bad_settings

    faults = [*list_bad_settings(os.environ), *find_faults()]
    if not faults:
        try:
            build_documents()
        except Exception as error:
            faults.append(format_failure(error))
    if faults:
        print(write_report(faults), file=sys.stderr, flush=True)
        raise SystemExit(1)


def build_documents() -> None:
    """Make the page and every file that it names, which the server keeps."""
    from components.app.index_html import build_shell

    build_shell()


def main() -> int:
    """Print every fault. 1 when there is one, else 0."""
    faults = find_faults()
    print("\n".join(faults) or "every file of the atlas is as it should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

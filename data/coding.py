"""Checks a file of cells coded blind and writes it into ``second_coding``.

``python -m data.coding check FILE`` names every problem, or says how far the codes agree with the
record's and which cells are to be settled; ``apply`` writes the table too, all or nothing.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from data.codebook_examples import read_examples
from data.coding_cells import draw_cells, find_first_code, list_coding_cells
from data.coding_file import Coding, read_coding
from data.coding_rules import find_problems
from data.errors import RecordError
from data.intercoder_agreement import KEY, Cell, drop_examples
from data.krippendorff import compute_agreement
from data.load import HERE, read_schemas, read_tables
from data.proposals import LOG, Verdict, add_lines, check_merged, quote, replace_files
from data.record import Record, build_record
from data.schema import TableSchema
from data.stances import read_ordinals

TABLE = "second_coding"


def judge_coding(path: Path, folder: Path = HERE) -> tuple[Verdict, list[str]]:
    """What is wrong with a file, or the text of the table with it; and what it says, in lines."""
    schemas = read_schemas(folder)
    verdict = Verdict()
    try:
        coding = read_coding(path)
        tables, problems = read_tables(folder)
        if problems:
            raise RecordError(problems)
        record = build_record(schemas, tables)
    except RecordError as error:
        verdict.problems += map(str, error.problems)
        return verdict, []
    verdict.problems += map(str, find_problems(record, coding))
    if verdict.problems:
        return verdict, []
    rows = make_rows(record, coding)
    text = (folder / schemas[TABLE].file).read_text(encoding="utf-8")
    merged = {TABLE: text + write_rows(schemas[TABLE], rows)}
    check_merged(verdict, folder, schemas, merged)
    if not verdict.problems:
        log = (folder / LOG).read_text(encoding="utf-8")
        verdict.texts[LOG] = add_lines(log, [describe_coding(coding, len(rows))])
    return verdict, list(describe_rows(record, coding, rows))


def make_rows(record: Record, coding: Coding) -> list[dict[str, str]]:
    """Rows of ``second_coding`` of the cells that were read, with the record's code of today."""
    examples = read_examples(record)
    places = {cell.key: cell.places for cell in list_coding_cells(record)}
    rows = []
    for cell in coding.cells:
        if cell.unread:
            continue
        event, _actor, _toward, source = cell.key
        example = examples.has(event, source, places.get(cell.key, ()))
        rows.append(
            {
                **dict(zip(KEY, cell.key, strict=True)),
                "first_stance": find_first_code(record, cell.key),
                **{name: getattr(cell, name) for name in ("stance", "certainty", "mode")},
                "read_on": coding.drawn_on.isoformat(),
                "worked_example": "true" if example else "false",
                "note": cell.note,
                "note_ru": cell.note_ru,
            }
        )
    return rows


def write_rows(schema: TableSchema, rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as lines of the table's file."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, schema.columns, lineterminator="\n")
    writer.writerows(rows)
    return out.getvalue()


def describe_coding(coding: Coding, count: int) -> str:
    """The entry of the log; the coder's name stays text in Markdown."""
    return (
        f"`{TABLE}`: {count} cells read blind by {quote(coding.coder)}, drawn on "
        f"{coding.drawn_on} with seed {coding.seed}."
    )


def describe_rows(
    record: Record, coding: Coding, rows: Sequence[Mapping[str, str]]
) -> Iterator[str]:
    """How many cells, how far they agree with the record, and those to be settled, by line."""
    passed = len(coding.cells) - len(rows)
    yield f"{coding.file}: {len(rows)} cells read by {coding.coder}, {passed} passed over"
    drawn = draw_cells(list_coding_cells(record), coding.seed, coding.core, coding.others)
    strange = {cell.key for cell in coding.cells} - {cell.key for cell in drawn}
    if strange:
        yield f"{len(strange)} cells that seed {coding.seed} does not draw from the record as it is"
    cells = [
        Cell(
            event_id=row["event_id"],
            actor=row["actor"],
            toward=row["toward"],
            source_id=row["source_id"],
            first=row["first_stance"],
            second=row["stance"],
            worked_example=row["worked_example"] == "true",
        )
        for row in rows
    ]
    found = compute_agreement(drop_examples(cells), read_ordinals(record))
    if found is None:
        yield "agreement: fewer than two cells on the scale in both readings"
    else:
        yield (
            f"agreement with the record: {found.same:.1%} of {found.cells} cells, "
            f"alpha {found.alpha:.3f} (95% {found.low:.3f} to {found.high:.3f}, "
            f"{found.placed} on the scale), nominal {found.nominal:.3f}"
        )
    differing = [cell for cell in cells if cell.first != cell.second]
    yield f"to settle: {len(differing)}"
    for cell in differing:
        name = ", ".join(getattr(cell, column) for column in KEY)
        yield f"{name}: the record has {cell.first}, read as {cell.second}"


def main(words: Sequence[str] | None = None, folder: Path = HERE) -> int:
    """Say what a file would add, or add it; 1 when it cannot be taken."""
    parser = argparse.ArgumentParser(prog="python -m data.coding", description=__doc__)
    parser.add_argument("order", choices=("check", "apply"))
    parser.add_argument("file", type=Path)
    given = parser.parse_args(words)
    verdict, lines = judge_coding(given.file, folder)
    if verdict.problems:
        print("\n".join(verdict.problems), file=sys.stderr)
        return 1
    print("\n".join(lines))
    if given.order == "apply":
        replace_files(folder, verdict.texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())

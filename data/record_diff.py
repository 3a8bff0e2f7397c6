"""What differs between two versions of the record, row by row, in words or as CSV.

``python -m data.record_diff A B`` compares two revisions of git; without B, the files as they are.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path
from typing import Any

from data.load import HERE
from data.package import DESCRIPTOR

ADDED, CHANGED, WITHDRAWN = "added", "changed", "withdrawn"
# What a row is known by beside its key, where it has it.
TELLING = (
    *(
        "title_en",
        "name_en",
        "summary",
        "text",
        "title",
        "topic",
        "statement_a",
        "answer",
        "reason",
    ),
    *("note", "label_en", "definition_en", "basis", "counted_by", "vote", "code", "role"),
)
# What a column of truth values held until record 2.0.0: the same, told otherwise.
FORMER_VALUES = {"yes": "true", "no": "false"}
SHOWN = 160  # Characters of a cell that a line shows.


@dataclass(frozen=True)
class Version:
    """A version of the record: the rows of every table, and the columns that name a row.

    ``flags`` are the columns that hold ``true`` or ``false``.
    """

    rows: Mapping[str, Sequence[Mapping[str, str]]]
    keys: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flags: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class RowChange:
    """One row added or withdrawn, or one cell of a row changed.

    ``key`` is the row's, its parts by ``, ``. ``column``, ``old`` and ``new`` are the cell's; of a
    row added or withdrawn ``column`` is empty, and ``new`` or ``old`` what it is known by. Where
    ``key`` is empty a whole table or column came or went.
    """

    table: str
    kind: str
    key: str
    column: str = ""
    old: str = ""
    new: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        if not self.key:
            what = f"column {self.column}" if self.column else "table"
            return f"{self.table}: {what} {self.kind}"
        if self.kind == CHANGED:
            return f'{self.table}: {self.key}: {self.column} was "{self.old}", is "{self.new}"'
        told = self.new or self.old
        return f"{self.table}: {self.key} {self.kind}" + (f": {told}" if told else "")


def read_folder(folder: Path) -> Version:
    """The record in a folder; OSError or ValueError when it is none."""
    return _build_version(lambda file: (folder / file).read_text(encoding="utf-8"))


def read_revision(revision: str, folder: Path = HERE) -> Version:
    """The record at a revision of git; ValueError when git does not know it or its files."""
    if not revision:
        raise ValueError("no version to compare with: give a tag, a branch or a commit (A=...)")
    name = f"{revision}^{{commit}}"
    try:
        commit = _ask_git(folder, "rev-parse", "--verify", "--end-of-options", name)
    except ValueError as error:
        raise ValueError(f"git knows no revision {revision!r}: {error}") from None
    return _build_version(lambda file: _ask_git(folder, "show", f"{commit.strip()}:./{file}"))


def compare_versions(old: Version, new: Version) -> list[RowChange]:
    """Every difference, table by table: tables and columns, then rows in the order of the files."""
    names = [*new.rows, *(name for name in old.rows if name not in new.rows)]
    return [change for name in names for change in _compare_table(name, old, new)]


def summarise(changes: Sequence[RowChange]) -> list[str]:
    """How many rows of each table were added, changed and withdrawn, one line a table."""
    rows = {(change.table, change.kind, change.key) for change in changes if change.key}
    counts = Counter((table, kind) for table, kind, _ in rows)
    tables = dict.fromkeys(change.table for change in changes if change.key)
    kinds = (ADDED, CHANGED, WITHDRAWN)
    return [
        f"{table}: " + ", ".join(f"{n} {kind}" for kind in kinds if (n := counts[table, kind]))
        for table in tables
    ]


def write_changes(changes: Sequence[RowChange]) -> str:
    """The changes as CSV, cells whole."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(each.name for each in fields(RowChange))
    writer.writerows(map(astuple, changes))
    return out.getvalue()


def _compare_table(name: str, old: Version, new: Version) -> Iterator[RowChange]:
    if name not in old.rows or name not in new.rows:
        yield RowChange(name, ADDED if name in new.rows else WITHDRAWN, "")
    before, after = old.columns.get(name, ()), new.columns.get(name, ())
    if before and after:
        yield from (RowChange(name, ADDED, "", c) for c in after if c not in before)
        yield from (RowChange(name, WITHDRAWN, "", c) for c in before if c not in after)
    key = new.keys.get(name) or old.keys[name]
    if before and not set(key) <= set(before):
        key = tuple(column for column in after if column in before)
    first, second = _index(old.rows.get(name, ()), key), _index(new.rows.get(name, ()), key)
    shared = [column for column in after if column in before]
    for label, row in second.items():
        if label not in first:
            yield RowChange(name, ADDED, label, new=_tell(row, key))
            continue
        for column in shared:
            was, now = first[label][column], row[column]
            if column in new.flags.get(name, ()):
                was = FORMER_VALUES.get(was, was)
            if was != now:
                yield RowChange(name, CHANGED, label, column, was, now)
    for label, row in first.items():
        if label not in second:
            yield RowChange(name, WITHDRAWN, label, old=_tell(row, key))


def _index(rows: Sequence[Mapping[str, str]], key: Sequence[str]) -> dict[str, Mapping[str, str]]:
    """Rows by their key as text; a key that comes again is numbered."""
    found: dict[str, Mapping[str, str]] = {}
    seen: Counter[str] = Counter()
    for row in rows:
        label = ", ".join(row[column] for column in key if row[column]) or "(no key)"
        seen[label] += 1
        found[label if seen[label] == 1 else f"{label} ({seen[label]})"] = row
    return found


def _tell(row: Mapping[str, str], key: Sequence[str]) -> str:
    return next((row[c] for c in TELLING if c not in key and row.get(c)), "")


def _build_version(read: Any) -> Version:
    descriptor = json.loads(read(DESCRIPTOR))
    rows, keys, columns, flags = {}, {}, {}, {}
    for resource in descriptor["resources"]:
        name = resource["name"]
        reader = csv.DictReader(io.StringIO(read(resource["path"]), newline=""), strict=True)
        rows[name] = list(reader)
        columns[name] = tuple(reader.fieldnames or ())
        keys[name] = tuple(resource["schema"]["primaryKey"])
        described = resource["schema"]["fields"]
        flags[name] = frozenset(each["name"] for each in described if each.get("type") == "boolean")
    return Version(rows, keys, columns, flags)


def _ask_git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    if done.returncode:
        raise ValueError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8")


def _shorten(change: RowChange) -> str:
    """The line of a change with cells cut to what a line shows."""
    cells = [text if len(text) <= SHOWN else text[: SHOWN - 1] + "…" for text in astuple(change)]
    return str(RowChange(*cells))


def main(words: Sequence[str] | None = None) -> int:
    """Print the differences; 2 when a version cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m data.record_diff", description=__doc__)
    parser.add_argument("old", help="revision of git: a tag, a branch, a commit")
    parser.add_argument("new", nargs="?", default="", help="the same; empty: the files as they are")
    parser.add_argument("--csv", action="store_true", help="as CSV, cells whole")
    given = parser.parse_args(words)
    try:
        old = read_revision(given.old)
        new = read_revision(given.new) if given.new else read_folder(HERE)
    except (KeyError, OSError, TypeError, ValueError) as error:
        print(f"record-diff: {error}", file=sys.stderr)
        return 2
    changes = compare_versions(old, new)
    if given.csv:
        print(write_changes(changes), end="")
        return 0
    print(
        "\n".join([*summarise(changes), "", *map(_shorten, changes)] if changes else ["the same"])
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

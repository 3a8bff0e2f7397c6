"""A copy of the project whose every free text is hostile, and still a record that can be loaded."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bench.project_copy import Rows, copy_project, read_rows, write_rows
from data.load import read_schemas
from data.parse import parse_cell
from data.schema import Field, TableSchema
from tests.injection_strings import CORPUS, FAMILIES

# Columns the descriptor leaves open though they name rows elsewhere.
NAMING = {
    "locator": "source_id",
    "locator_a": "source_a",
    "locator_b": "source_b",
    "other_locator": "other_source_id",
}
NAMES = ("event_id", "zone_id", "stance", "party", *NAMING.values())
# Columns that a rule fills in some rows and holds empty in the others.
SOMETIMES = {"request_obligations": ("other_reading", "other_locator", "basis")}
# A finding is read back, word by word: no hostile text can be a true one.
FINDINGS = "    check_findings.check_findings,\n"
# Other texts that reach the page, by file under geodata/.
BESIDE = {
    "zone_shapes.csv": ("drawn_from", "note"),
    "decisions.csv": ("name", "reason"),
    "shapes.csv": ("title", "source", "attribution", "vintage"),
}
ANY_TEXT = Field("text", "string")


def fits_record(text: str) -> bool:
    """Whether the record takes a text: UTF-8, no control character, no space at its ends."""
    return text not in FAMILIES["surrogate"] and not parse_cell(ANY_TEXT, text)[1]


FITTING = tuple(text for text in CORPUS if fits_record(text))


@dataclass(frozen=True)
class HostileProject:
    """A bent copy: its folder, its tables as written, and which columns were bent."""

    root: Path
    tables: dict[str, Rows]
    beside: dict[str, Rows]
    bent: tuple[str, ...]

    def row(self, table: str, key: str, column: str = "id") -> dict[str, str]:
        """The row that has a key."""
        return next(row for row in self.tables[table] if row[column] == key)

    def select(self, table: str, **values: str) -> Rows:
        """The rows that have these values."""
        rows = self.tables[table]
        return [row for row in rows if all(row[name] == value for name, value in values.items())]

    def name(self, actor: str) -> str:
        """The name of a country or organisation."""
        rows = [*self.tables["countries"], *self.tables["organisations"]]
        return next(row["name_en"] for row in rows if row["id"] == actor)


def build_hostile_project(root: Path) -> HostileProject:
    """Copy what the app needs to run into `root` and bend it; the copy passes `data.check`."""
    copy_project(root)
    schemas = read_schemas()
    tables = {name: read_rows(root / "data" / schema.file) for name, schema in schemas.items()}
    lengthen(tables)
    rules = root / "data" / "check_tables.py"
    before, found, after = rules.read_text("utf-8").partition(FINDINGS)
    assert found
    rules.write_text(before + after, "utf-8")
    # Every source gets an address and every claim a place: none of them is untraced any more.
    tables["untraced"] = [row for row in tables["untraced"] if row["table"] == "resolutions"]
    texts = TextSupply()
    bent = [name for schema in schemas.values() for name in bend_table(schema, tables, texts)]
    for name, schema in schemas.items():
        write_rows(root / "data" / schema.file, tables[name], schema.columns)
    beside = {
        file: bend_beside(root / "geodata" / file, columns, texts)
        for file, columns in BESIDE.items()
    }
    places = root / "geodata" / "shapes" / "places.json"
    beside["places.json"] = bend_places(places, texts)
    describe_file(root / "geodata" / "shapes.csv", places)
    checked = subprocess.run(
        [sys.executable, "-m", "data.check"], cwd=root, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout[:4000] + checked.stderr[-4000:]
    return HostileProject(root, tables, beside, tuple(bent))


class TextSupply:
    """Hostile texts in turn, one turn for all columns of a name, each turn from another start."""

    def __init__(self) -> None:
        """Nothing given out yet."""
        self.turns: dict[str, Iterator[int]] = {}

    def take(self, column: str) -> str:
        """The next text for a column of this name."""
        turn = self.turns.setdefault(column, count(19 * len(self.turns)))
        return FITTING[next(turn) % len(FITTING)]


def lengthen(tables: dict[str, Rows]) -> None:
    """Repeat the rows of short tables whose texts are shown, so that every text finds a place."""
    for name in ("threats", "discrepancies"):
        rows = tables[name]
        wanted = len(FITTING) - len(rows)
        rows += [{**rows[at % len(rows)], "id": f"again-{at}"} for at in range(wanted)]
    settled = {(row["event_id"], row["actor"], row["toward"]) for row in tables["adjudications"]}
    for claim in tables["claims"][::2]:
        key = (claim["event_id"], claim["actor"], claim["toward"])
        if key not in settled:
            settled.add(key)
            columns = dict(zip(("event_id", "actor", "toward"), key, strict=True))
            rest = {"stance": claim["stance"], "reason": "", "source_id": ""}
            tables["adjudications"].append({**columns, **rest})


def bend_table(schema: TableSchema, tables: dict[str, Rows], texts: TextSupply) -> list[str]:
    """Put a hostile text in every cell of every free-text column; names of the columns."""
    columns = [field.name for field in schema.fields if is_free_text(schema, field)]
    articles = {row["id"] for row in tables["sources"] if row["kind"] == "article"}
    for row in tables[schema.name]:
        for column in columns:
            if not row.get(column) and column.removesuffix("_ru") in SOMETIMES.get(schema.name, ()):
                continue
            # The paragraphs of an article are held to its own numbers.
            if column not in NAMING or row[NAMING[column]] not in articles:
                row[column] = texts.take(column)
        if "url" in row:
            row["url"] = "https://atlas.invalid/" + texts.take("url").replace(" ", "")
    return [f"{schema.name}.{column}" for column in columns]


def is_free_text(schema: TableSchema, field: Field) -> bool:
    """Whether a column holds words: no key, no code, no pattern."""
    keys = {*schema.primary_key, *(key.column for key in schema.foreign_keys)} - NAMING.keys()
    named = keys | set(NAMES)
    return field.type == "string" and not (field.enum or field.pattern or field.name in named)


def bend_beside(path: Path, columns: tuple[str, ...], texts: TextSupply) -> Rows:
    """Bend a table of the shapes."""
    rows = read_rows(path)
    for row in rows:
        for column in columns:
            row[column] = texts.take(column)
    write_rows(path, rows, list(rows[0]))
    return rows


def bend_places(path: Path, texts: TextSupply) -> Rows:
    """Bend the names of the places."""
    places: Rows = json.loads(path.read_text("utf-8"))
    for place in places:
        place["name_en"], place["name_ru"] = texts.take("name_en"), texts.take("name_ru")
    path.write_text(json.dumps(places, ensure_ascii=False), "utf-8")
    return places


def describe_file(index: Path, file: Path) -> None:
    """Put size and hash of a file that was bent into the table that the server holds it to."""
    rows, content = read_rows(index), file.read_bytes()
    row = next(row for row in rows if row["file"] == file.name)
    row["bytes"], row["sha256"] = str(len(content)), hashlib.sha256(content).hexdigest()
    write_rows(index, rows, list(row))


def spoil_table(path: Path) -> None:
    """Write a lone surrogate's bytes into a table."""
    head, _, rest = path.read_bytes().partition(b"\n")
    path.write_bytes(head + b"\n" + rest.replace(b",", b",\xed\xa0\x80", 1))

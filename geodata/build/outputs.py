"""Writes the plain JSON files and keeps sizes and hashes in geodata/shapes.csv."""

import csv
import json
from pathlib import Path

from geodata.read import GEODATA, hash_bytes, read_index


def write_json(path: Path, content: object) -> None:
    """Write compact JSON, one line per place or country so that changes can be read."""
    lines = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(lines.replace("},{", "},\n{").replace('],"', '],\n"') + "\n", encoding="utf-8")


def write_index(folder: Path) -> None:
    """Bring bytes and sha256 in shapes.csv up to date; raises if files and rows do not match."""
    rows = read_index()
    listed, found = {row["file"] for row in rows}, {path.name for path in folder.iterdir()}
    if listed != found:
        raise ValueError(f"shapes.csv and {folder} differ in {sorted(listed ^ found)}")
    for row in rows:
        content = (folder / row["file"]).read_bytes()
        row["bytes"], row["sha256"] = str(len(content)), hash_bytes(content)
    with (GEODATA / "shapes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)

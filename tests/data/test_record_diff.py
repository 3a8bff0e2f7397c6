"""Two small versions of the record, compared row by row."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from data import record_diff
from data.record_diff import (
    RowChange,
    compare_versions,
    main,
    read_folder,
    read_revision,
    summarise,
    write_changes,
)

Tables = Mapping[str, tuple[Sequence[str], Sequence[Sequence[str]]]]
OLD: Tables = {
    "claims": (
        ["id", "stance", "summary"],
        [["a", "NEU", "Says nothing."], ["b", "DIP", "Backs it."], ["c", "OPP", "Blames it."]],
    ),
    "votes": (
        ["resolution", "country", "vote"],
        [["A/1", "ARM", "for"], ["A/1", "AZE", "against"]],
    ),
    "gone": (["id"], [["x"]]),
}
NEW: Tables = {
    "claims": (
        ["id", "stance", "summary", "mode"],
        [["a", "LEAN", "Says nothing.", "words"], ["c", "OPP", "Blames, \"it\".", ""],
         ["d", "MAT", "Sends troops.", "deed"]],
    ),
    "votes": (
        ["resolution", "country", "vote"], [["A/1", "ARM", "for"], ["A/1", "AZE", "abstained"]]
    ),
    "come": (["id", "name_en"], [["y", "Why"]]),
}  # fmt: skip
KEYS = {"votes": ["resolution", "country"]}
CHANGES = [
    RowChange("claims", "added", "", "mode"),
    RowChange("claims", "changed", "a", "stance", "NEU", "LEAN"),
    RowChange("claims", "changed", "c", "summary", "Blames it.", 'Blames, "it".'),
    RowChange("claims", "added", "d", new="Sends troops."),
    RowChange("claims", "withdrawn", "b", old="Backs it."),
    RowChange("votes", "changed", "A/1, AZE", "vote", "against", "abstained"),
    RowChange("come", "added", ""),
    RowChange("come", "added", "y", new="Why"),
    RowChange("gone", "withdrawn", ""),
    RowChange("gone", "withdrawn", "x"),
]


def write_version(folder: Path, tables: Tables) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.csv"):
        stale.unlink()
    resources = []
    for name, (header, rows) in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
        schema = {"fields": [], "primaryKey": KEYS.get(name, ["id"])}
        resources.append({"name": name, "path": f"{name}.csv", "schema": schema})
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}), "utf-8")
    return folder


def test_every_difference_is_listed(tmp_path: Path) -> None:
    old = read_folder(write_version(tmp_path / "old", OLD))
    new = read_folder(write_version(tmp_path / "new", NEW))
    assert compare_versions(old, new) == CHANGES
    assert compare_versions(old, old) == []


def test_yes_and_no_of_old_versions_are_true_and_false(tmp_path: Path) -> None:
    def write(folder: Path, kind: str, cells: Sequence[str]) -> Path:
        rows = [[str(at), cell] for at, cell in enumerate(cells)]
        write_version(folder, {"paragraphs": (["id", "coded"], rows)})
        described = json.loads((folder / "datapackage.json").read_text("utf-8"))
        described["resources"][0]["schema"]["fields"] = [{"name": "coded", "type": kind}]
        (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
        return folder

    old = read_folder(write(tmp_path / "old", "string", ["yes", "no", "yes"]))
    new = read_folder(write(tmp_path / "new", "boolean", ["true", "false", "false"]))
    (change,) = compare_versions(old, new)
    assert str(change) == 'paragraphs: 2: coded was "true", is "false"'


def test_it_is_said_in_words() -> None:
    assert list(map(str, CHANGES)) == [
        "claims: column mode added",
        'claims: a: stance was "NEU", is "LEAN"',
        'claims: c: summary was "Blames it.", is "Blames, "it"."',
        "claims: d added: Sends troops.",
        "claims: b withdrawn: Backs it.",
        'votes: A/1, AZE: vote was "against", is "abstained"',
        "come: table added",
        "come: y added: Why",
        "gone: table withdrawn",
        "gone: x withdrawn",
    ]
    assert summarise(CHANGES) == [
        "claims: 1 added, 2 changed, 1 withdrawn",
        "votes: 1 changed",
        "come: 1 added",
        "gone: 1 withdrawn",
    ]


def test_as_csv_cells_are_whole() -> None:
    rows = list(csv.DictReader(io.StringIO(write_changes(CHANGES), newline="")))
    assert [RowChange(**row) for row in rows] == CHANGES


def test_a_key_that_comes_again_is_numbered(tmp_path: Path) -> None:
    twice: Tables = {"claims": (["id", "stance"], [["a", "NEU"], ["a", "DIP"]])}
    once: Tables = {"claims": (["id", "stance"], [["a", "NEU"]])}
    old = read_folder(write_version(tmp_path / "old", twice))
    new = read_folder(write_version(tmp_path / "new", once))
    assert list(map(str, compare_versions(old, new))) == ["claims: a (2) withdrawn"]


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_revisions_are_read_with_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    git(tmp_path, "init", "-q")
    for tag, tables in (("v1", OLD), ("v2", NEW)):
        write_version(folder, tables)
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", tag)
        git(tmp_path, "tag", tag)
    assert compare_versions(read_revision("v1", folder), read_revision("v2", folder)) == CHANGES
    monkeypatch.setattr(record_diff, "HERE", folder)
    monkeypatch.setattr(
        record_diff, "read_revision", lambda revision: read_revision(revision, folder)
    )
    assert main(["v1"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [*summarise(CHANGES), "", *map(str, CHANGES)]
    assert main(["v2"]) == 0
    assert capsys.readouterr().out == "the same\n"
    assert main(["v1", "v2", "--csv"]) == 0
    assert capsys.readouterr().out == write_changes(CHANGES)
    for unknown in ("v3", "--output=x"):
        with pytest.raises(ValueError, match="knows no revision"):
            read_revision(unknown, folder)
    assert main(["v3"]) == 2
    assert "record-diff" in capsys.readouterr().err

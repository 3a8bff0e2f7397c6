"""Checks and applies proposals of changes to the record.

``python -m data.proposals check FILE...`` says what is wrong with them and what they would change;
``apply`` writes the tables and a line for the log of changes, all or nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from data.check_package import check_package
from data.errors import RecordError
from data.load import HERE, read_schemas, read_tables
from data.proposal import Proposal, read_proposal
from data.proposal_merge import merge_proposals
from data.record import Record, build_record
from data.record_diff import compare_versions, read_folder
from data.schema import TableSchema
from data.stances import list_references, resolve_event
from data.stories import check_stories

LOG = "CHANGELOG.md"
HEADING = "## Unreleased"


@dataclass
class Verdict:
    """What is wrong with proposals, and what they would change: rows, stances, texts of tables."""

    problems: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    stances: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def judge_proposals(paths: Sequence[Path], folder: Path = HERE) -> tuple[Verdict, list[Proposal]]:
    """Read proposals, merge them into a copy of the record, and check the whole of it."""
    schemas = read_schemas(folder)
    verdict, proposals = Verdict(), []
    for path in paths:
        try:
            proposals.append(read_proposal(path, schemas))
        except RecordError as error:
            verdict.problems += map(str, error.problems)
    if verdict.problems:
        return verdict, []
    texts = {
        name: (folder / schema.file).read_text(encoding="utf-8") for name, schema in schemas.items()
    }
    merged, conflicts = merge_proposals(texts, schemas, proposals)
    verdict.problems += map(str, conflicts)
    if not conflicts:
        check_merged(verdict, folder, schemas, merged)
    return verdict, proposals


def check_merged(
    verdict: Verdict, folder: Path, schemas: Mapping[str, TableSchema], merged: Mapping[str, str]
) -> None:
    """Hold the record with the changes to all rules; the files of the record stay as they are."""
    with TemporaryDirectory() as name:
        copy = Path(name) / "data"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for table, text in merged.items():
            (copy / schemas[table].file).write_text(text, encoding="utf-8", newline="")
        old, _ = read_tables(folder)
        new, problems = read_tables(copy)
        verdict.problems += [str(each) for each in (*problems, *check_package(copy))]
        events = {row["id"] for row in new.get("events", ())}
        verdict.problems += map(str, check_stories(copy / "stories", events))
        verdict.rows = list(map(str, compare_versions(read_folder(folder), read_folder(copy))))
    if not verdict.problems:
        records = build_record(schemas, old), build_record(schemas, new)
        verdict.stances = list(compare_stances(*records))
        verdict.texts = {schemas[table].file: text for table, text in merged.items()}


def compare_stances(old: Record, new: Record) -> Iterator[str]:
    """A line for each stance that has another code or another mark of disagreement."""
    before, after = read_stances(old), read_stances(new)
    for cell in sorted(before.keys() | after.keys()):
        was, now = before.get(cell, "none"), after.get(cell, "none")
        if was != now:
            event, actor, toward = cell
            yield f"{event}: {actor} toward {toward}: {was} -> {now}"


def read_stances(record: Record) -> dict[tuple[str, str, str], str]:
    """Code and mark of every stance, by event, actor and reference party."""
    return {
        (event["id"], actor, toward): stance.code + (", contested" if stance.contested else "")
        for event in record.rows("events")
        for toward in list_references(record, event["id"])
        for actor, stance in resolve_event(record, event["id"], toward).items()
    }


def write_log(text: str, proposals: Sequence[Proposal]) -> str:
    """The log of changes with a line for each proposal, under what is not released yet."""
    return add_lines(text, map(describe_proposal, proposals))


def add_lines(text: str, entries: Iterable[str]) -> str:
    """The log of changes with these entries at the top of what is not released yet."""
    lines = "".join(f"- {entry}\n" for entry in entries)
    if f"\n{HEADING}\n" in text:
        return text.replace(f"\n{HEADING}\n\n", f"\n{HEADING}\n\n{lines}", 1)
    before, mark, after = text.partition("\n## ")
    return f"{before}\n{HEADING}\n\n{lines}{mark}{after}"


def describe_proposal(proposal: Proposal) -> str:
    """A proposal in one line of the log; its texts stay text in Markdown."""
    rows = dict.fromkeys(f"`{each.table}` {', '.join(each.key)}" for each in proposal.changes)
    by = f" Proposed by {quote(proposal.by)}." if proposal.by else ""
    return f"{'; '.join(rows)}: {quote(proposal.reason)} Source: {quote(proposal.source)}.{by}"


def quote(text: str) -> str:
    """Text in which Markdown and HTML have no marks."""
    return "".join(f"\\{sign}" if sign in r"\`*_[]<>#|!&" else sign for sign in text)


def apply_verdict(verdict: Verdict, proposals: Sequence[Proposal], folder: Path) -> None:
    """Write the tables and the log."""
    log = (folder / LOG).read_text(encoding="utf-8")
    replace_files(folder, {**verdict.texts, LOG: write_log(log, proposals)})


def replace_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files by name: each is replaced whole, after all were written."""
    ready: list[tuple[Path, Path]] = []
    try:
        for file, text in texts.items():
            path = folder / f".{file}.new"
            ready.append((path, folder / file))
            path.write_text(text, encoding="utf-8", newline="")
        for path, target in ready:
            os.replace(path, target)
    finally:
        for path, _ in ready:
            path.unlink(missing_ok=True)


def main(words: Sequence[str] | None = None, folder: Path = HERE) -> int:
    """Say what proposals would change, or apply them; 1 when they cannot be applied."""
    parser = argparse.ArgumentParser(prog="python -m data.proposals", description=__doc__)
    parser.add_argument("order", choices=("check", "apply"))
    parser.add_argument("files", nargs="+", type=Path)
    given = parser.parse_args(words)
    verdict, proposals = judge_proposals(given.files, folder)
    if verdict.problems:
        print("\n".join(verdict.problems), file=sys.stderr)
        return 1
    print("\n".join(["rows:", *verdict.rows, "", "stances:", *(verdict.stances or ["none"])]))
    if given.order == "apply":
        apply_verdict(verdict, proposals, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

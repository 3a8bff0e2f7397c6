"""Proposals of corrections: read, checked against the record as it is, applied whole or not."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from data.errors import RecordError
from data.load import HERE, read_schemas
from data.proposal import Proposal, parse_proposal
from data.proposal_merge import merge_proposals
from data.proposals import LOG, main

SCHEMAS = read_schemas()
TEXTS = {name: (HERE / schema.file).read_text(encoding="utf-8") for name, schema in SCHEMAS.items()}
CLAIM = "april-war-2016-blr-aze-1"
GUIDE = HERE.parent / "docs" / "proposing-a-correction.md"


def read_claim(text: str = TEXTS["claims"]) -> str:
    """The line of the claim of the tests."""
    (line,) = (line for line in text.split("\n") if line.startswith(f"{CLAIM},"))
    return line


def propose(*changes: dict[str, Any], **more: Any) -> dict[str, Any]:
    told = {"format": 1, "record": "2.0.0", "reason": "It was a denial.", "source": "A transcript"}
    return {**told, "changes": list(changes), **more}


def change(column: str, before: str, after: str) -> dict[str, Any]:
    key = {"id": CLAIM}
    return {"table": "claims", "key": key, "before": {column: before}, "after": {column: after}}


def parse(*changes: dict[str, Any], file: str = "a.json") -> Proposal:
    return parse_proposal(file, propose(*changes), SCHEMAS)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], 'a.json: [] is not of type "object"'),
        (propose(), "a.json: changes"),
        (propose(change("stance", "A", "B"), reason=""), "a.json: reason"),
        (propose(change("stance", "A", "B"), reason="two\nlines"), "a.json: reason"),
        (propose(change("stance", "A", "B"), colour="red"), "colour"),
        (propose({"table": "claims", "key": {"id": CLAIM}}), "changes/0"),
        (propose({**change("stance", "A", "B"), "table": "x"}), 'changes/0/table "x": no table'),
        (propose(change("colour", "A", "B")), 'changes/0/after "colour": no column of claims'),
        (
            propose({**change("stance", "A", "B"), "key": {"actor": "RUS"}}),
            "the key of claims is id",
        ),
        (propose(change("id", CLAIM, "another")), "differs from the key"),
    ],
)
def test_what_is_no_proposal_is_refused_by_place(found: object, told: str) -> None:
    with pytest.raises(RecordError) as refused:
        parse_proposal("a.json", found, SCHEMAS)
    assert told in str(refused.value)


def test_the_example_of_the_guide_is_a_proposal() -> None:
    (example,) = re.findall(r"^```json\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    (proposed,) = parse_proposal("a.json", json.loads(example), SCHEMAS).changes
    assert f"\n{proposed.key[0]}," in TEXTS["claims"]


def test_only_the_lines_of_the_rows_change() -> None:
    summary = 'It said "no", twice.'
    withdrawn = {"table": "claims", "key": {"id": CLAIM}, "before": {"actor": "BLR"}}
    new = {
        "table": "claims",
        "key": {"id": f"{CLAIM}-new"},
        "after": {"event_id": "april-war-2016", "summary": summary},
    }
    texts, problems = merge_proposals(TEXTS, SCHEMAS, [parse(withdrawn, new)])
    assert problems == []
    assert list(texts) == ["claims"]
    before, after = TEXTS["claims"].split("\n"), texts["claims"].split("\n")
    assert set(before) - set(after) == {read_claim()}
    (line,) = set(after) - set(before)
    assert line.startswith(f"{CLAIM}-new,april-war-2016,")
    assert '"It said ""no"", twice."' in line
    at = after.index(line)
    assert after[at - 1].split(",")[1] == "april-war-2016"
    assert after[at + 1].split(",")[1] != "april-war-2016"


def test_what_has_changed_meanwhile_is_a_conflict_by_row_and_nothing_is_merged() -> None:
    gone = {"table": "claims", "key": {"id": "gone"}, "before": {"actor": "BLR"}}
    there = {"table": "claims", "key": {"id": CLAIM}, "after": {"actor": "BLR"}}
    good = change("speaker", read_claim().split(",")[11], "official")
    first = parse(change("stance", "MAT", "NEU"), gone, there, good)
    texts, problems = merge_proposals(TEXTS, SCHEMAS, [first])
    assert texts == {}
    said = [str(problem) for problem in problems]
    assert len(said) == 3
    assert f"claims: {CLAIM}: stance" in said[0]
    assert 'was read as "MAT"' in said[0]
    assert "claims: gone" in said[1]
    assert "no such row" in said[1]
    assert "there already" in said[2]


def test_two_proposals_may_change_one_row_but_not_one_cell() -> None:
    actor, stance = (read_claim().split(",")[at] for at in (4, 6))
    one, same = change("stance", stance, "ND"), change("stance", stance, "SIL")
    other = change("actor", actor, "KAZ")
    pair = [parse(one), parse(other, file="b.json")]
    texts, problems = merge_proposals(TEXTS, SCHEMAS, pair)
    assert problems == []
    cells = read_claim(texts["claims"]).split(",")
    assert (cells[4], cells[6]) == ("KAZ", "ND")
    texts, problems = merge_proposals(TEXTS, SCHEMAS, [parse(one), parse(same, file="b.json")])
    assert texts == {}
    assert [problem.file for problem in problems] == ["b.json"]
    assert "changed by a.json" in str(problems[0])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the record."""
    return Path(shutil.copytree(HERE, tmp_path / "data"))


def write(folder: Path, *changes: dict[str, Any], **more: Any) -> Path:
    path = folder.parent / "proposal.json"
    path.write_text(json.dumps(propose(*changes, **more)), encoding="utf-8")
    return path


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_proposal_is_checked_then_applied_with_a_line_in_the_log(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(folder)
    code = read_claim().split(",")[6]
    changed = change("stance", code, "TEP" if code != "TEP" else "NEU")
    path = write(folder, changed, reason="See <b>this</b>.", by="A_reader")
    assert main(["check", str(path)], folder) == 0
    said = capsys.readouterr().out
    assert f'claims: {CLAIM}: stance was "{code}"' in said
    assert "april-war-2016: BLR toward AZE: " in said
    assert read_all(folder) == before
    assert main(["apply", str(path)], folder) == 0
    after = read_all(folder)
    assert {name for name in after if after[name] != before.get(name)} == {"claims.csv", LOG}
    log = after[LOG].decode()
    assert (
        f"`claims` {CLAIM}: See \\<b\\>this\\</b\\>. Source: A transcript. Proposed by A\\_reader."
        in log
    )
    assert main(["apply", str(path)], folder) == 1
    assert "conflict" in capsys.readouterr().err


def test_with_a_rule_broken_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_all(folder)
    path = write(folder, change("stance", read_claim().split(",")[6], "XXX"))
    assert main(["apply", str(path)], folder) == 1
    assert 'stance "XXX"' in capsys.readouterr().err
    assert read_all(folder) == before

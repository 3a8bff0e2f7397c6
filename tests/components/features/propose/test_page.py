"""The page of proposals: its link, its words, where proposals go, and its files in the check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from components.core.i18n import locale_context
from components.features.propose.contact import read_contact
from components.features.propose.document import EDITABLE, describe_tables
from components.features.propose.page import describe_names
from components.features.propose.query_params import read_row
from data.languages import LANGUAGES
from data.load import HERE, read_schemas
from data.proposals import main
from tests.scripts import run_script

SCHEMAS = read_schemas()


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("claims", []),
        ("claims:april-war-2016-blr-aze-1", ["april-war-2016-blr-aze-1"]),
        ("adjudications:april-war-2016,BLR,AZE", ["april-war-2016", "BLR", "AZE"]),
        ("event_sources:a,b,near one, two", ["a", "b", "near one, two"]),
    ],
)
def test_a_link_names_a_row(given: str, key: list[str]) -> None:
    read = read_row({"row": given}, SCHEMAS)
    assert read.values == {"row": {"table": given.partition(":")[0], "key": key}}
    assert read.notices == []


@pytest.mark.parametrize(
    "given", ["", "votes", "<b>:x", "adjudications:a,b", "claims:a\nb", f"claims:{'x' * 300}"]
)
def test_what_names_no_row_is_ignored_and_said(given: str) -> None:
    read = read_row({"row": given}, SCHEMAS)
    assert read.values == {}
    assert "was ignored" in read.notices[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_column_has_a_name(language: str) -> None:
    with locale_context(language):
        names = describe_names()
    columns = {column for name in EDITABLE for column in SCHEMAS[name].columns}
    assert set(names["tables"]) == set(EDITABLE)
    assert set(names["columns"]) == columns


@pytest.mark.parametrize(
    "contact",
    [
        "mailto:record@example.org",
        "https://example.org/new",
        "https://example.org/new?title={title}&body={text}",
    ],
)
def test_contacts(contact: str) -> None:
    assert read_contact({"ATLAS_CONTACT": contact}) == contact
    assert read_contact({}) == ""


@pytest.mark.parametrize(
    "contact",
    [
        "javascript:alert(1)",
        "http://example.org",
        "mailto:a@b?bcc=c@d",
        "https://example.org/{other}",
        "https://user@example.org/",
    ],
)
def test_bad_contacts_are_named(contact: str) -> None:
    with pytest.raises(ValueError, match="ATLAS_CONTACT"):
        read_contact({"ATLAS_CONTACT": contact})


WRITE = """
  const { document, rows, edits, told } = argument;
  const { tables, draft, file, judge } = modules;
  const record = tables.indexTables(document);
  const made = { ...draft.emptyDraft(document.version), ...told };
  for (const { table, cells } of rows) draft.addRow(made, record, table, cells);
  for (const { table, key, cells } of edits) {
    const at = draft.openRow(made, record, table, key);
    Object.assign(made.rows[at].after, cells);
  }
  const judged = judge.createJudge(record)(made);
  const proposal = file.buildProposal(made, document.schemas);
  return {
    text: file.writeProposal(proposal),
    problems: [judged.rows.flat(), judged.others, judged.fields],
    stances: judged.stances.map(({ event, toward, actor }) => [event, actor, toward].join(" ")),
  };
"""
MODULES = {
    "tables": "propose/record_tables.ts",
    "draft": "propose/draft.ts",
    "file": "propose/proposal_file.ts",
    "judge": "propose/judge.ts",
}
HOSTILE = '<img src=x onerror="alert(1)">, {{ 7*7 }}; "=1+1"'


def test_what_the_form_writes_is_checked_and_applied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new event with party, source and claim, and an old claim changed, on a copy."""
    event = {
        **{"id": "an-exercise-2024", "date_start": "2024-05-01", "date_end": "2024-05-03"},
        **{"kind": "crisis", "title_en": HOSTILE, "title_ru": "Событие", "place": "Osh"},
        **{"place_ru": "Ош", "lat": "40.5", "lon": "72.8", "precision_km": "5"},
        **{"invocation": "none", "response": "none", "summary": HOSTILE, "summary_ru": "Так."},
        "confidence": "low",
    }
    source = {
        **{"id": "a-transcript-2024", "title": HOSTILE, "date": "2024-05-02", "kind": "press"},
        "url": "https://example.org/transcript",
    }
    cite = {"event_id": event["id"], "source_id": source["id"], "locator": "third answer"}
    claim = {
        **{"id": "an-exercise-2024-kaz-kgz-1", "date": "2024-05-02", "dated": "act"},
        **{"actor": "KAZ", "toward": "KGZ", "stance": "TEP", "certainty": "explicit"},
        **{"mode": "statement", "speaker": "official", "summary": HOSTILE, "summary_ru": "Да."},
        **cite,
    }
    scope = {"scope": "No count.", "scope_ru": "Подсчёта нет."}
    changed = {"table": "claims", "key": ["april-war-2016-blr-aze-1"], "cells": {"stance": "DIP"}}
    argument = {
        "document": describe_tables(),
        "rows": [
            {"table": "sources", "cells": source},
            {"table": "events", "cells": event},
            {"table": "event_sources", "cells": cite},
            {"table": "parties", "cells": {**cite, "actor": "KGZ", "role": "reference"}},
            {"table": "death_counts", "cells": {**cite, "standing": "none", **scope}},
            {"table": "claims", "cells": claim},
        ],
        "edits": [changed],
        "told": {"reason": HOSTILE, "source": "A transcript", "by": "A reader"},
    }
    said = run_script(MODULES, WRITE, argument)
    assert said["problems"] == [[], [], []]
    folder = Path(shutil.copytree(HERE, tmp_path / "data"))
    path = tmp_path / "proposal.json"
    path.write_text(said["text"], encoding="utf-8")
    assert main(["check", str(path)], folder) == 0, capsys.readouterr().err
    told = capsys.readouterr().out.partition("stances:\n")[2].split("\n")
    # The command lists codes and disagreement; weak evidence alone is seen in the browser only.
    lines = [line.split(":") for line in told if line]
    listed = {" ".join([at, *pair.replace(" toward ", " ").split()]) for at, pair, *_ in lines}
    assert listed == set(said["stances"])
    assert "an-exercise-2024 KAZ KGZ" in listed
    assert main(["apply", str(path)], folder) == 0
    assert "an-exercise-2024-kaz-kgz-1," in (folder / "claims.csv").read_text(encoding="utf-8")
    assert json.loads(said["text"])["changes"][-1]["before"] == {"stance": "TEP"}

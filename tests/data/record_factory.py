"""A record of a few rows that passes every check, to be bent by the tests.

Rows give only the columns that matter; the others are filled from the schema.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from data.check_translations import list_pairs
from data.load import HERE, read_schemas, read_tables
from data.parse import parse_table
from data.record import Record, build_record
from data.schema import Field

Cells = Mapping[str, str]
SCHEMAS = read_schemas()
FILL = {"string": "text", "integer": "1", "number": "1.5", "boolean": "true", "date": "2016-04-02"}

# The words of a finding are those of the record itself.
with (HERE / "answer_kinds.csv").open(encoding="utf-8", newline="") as file:
    KINDS: list[Cells] = list(csv.DictReader(file))

SOUND: dict[str, list[Cells]] = {
    "countries": [
        {"id": code, "name_en": name, "name_ru": name_ru}
        for code, name, name_ru in (
            ("ARM", "Armenia", "Армения"),
            ("AZE", "Azerbaijan", "Азербайджан"),
            ("KAZ", "Kazakhstan", "Казахстан"),
            ("RUS", "Russia", "Россия"),
            ("BLR", "Belarus", "Беларусь"),
        )
    ],
    "organisations": [
        {"id": "CST", "acronym_en": "CST", "acronym_ru": "ДКБ"},
        {"id": "CSTO", "acronym_en": "CSTO", "acronym_ru": "ОДКБ"},
        {"id": "CSTO-PA", "acronym_en": "CSTO-PA", "acronym_ru": "ПА ОДКБ"},
    ],
    "sources": [
        {"id": "an-article", "kind": "article"},
        {"id": "a-dataset", "kind": "dataset", "url": "https://example.org/data"},
    ],
    "source_references": [{"source_id": "an-article"}],
    "paragraphs": [
        {"source_id": "an-article", "paragraph": "1", "coded": "true"},
        {"source_id": "an-article", "paragraph": "2", "coded": "false", "note": "nothing dated"},
    ],
    "memberships": [
        {"id": "aze-cst", "country": "AZE", "bloc": "CST", "status": "in_force",
         "date_start": "1994-04-20", "date_end": "1999-04-20", "source_id": "a-dataset"},
        {"id": "arm-csto", "country": "ARM", "bloc": "CSTO", "status": "member",
         "date_start": "2003-09-18", "date_end": "2024-02-21", "source_id": "a-dataset"},
        {"id": "arm-frozen", "country": "ARM", "bloc": "CSTO", "status": "frozen",
         "date_start": "2024-02-22", "source_id": "a-dataset"},
        {"id": "rus-csto", "country": "RUS", "bloc": "CSTO", "status": "member",
         "date_start": "2003-09-18", "source_id": "a-dataset"},
    ],
    "events": [
        {"id": "clash", "date_start": "2016-04-02", "date_end": "2016-04-05", "kind": "conflict",
         "invocation": "none", "response": "none", "deaths_low": "90", "deaths_high": "200"},
        {"id": "plea", "date_start": "2021-05-12", "date_end": "2021-05-14", "kind": "crisis",
         "invocation": "article_2", "response": "unmet", "zone_id": "border",
         "asked": "to talk", "answer": "not much"},
        {"id": "ballot", "date_start": "2016-04-02", "date_end": "2016-04-02", "kind": "un_vote",
         "invocation": "none", "response": "none"},
    ],
    "event_sources": [
        {"event_id": "clash", "source_id": "an-article", "locator": "§1"},
        {"event_id": "plea", "source_id": "a-dataset"},
        {"event_id": "ballot", "source_id": "a-dataset"},
    ],
    "death_counts": [
        {"event_id": "clash", "low": "90", "high": "200", "standing": "latest",
         "counted_by": "a newspaper", "counted_by_ru": "газета", "source_id": "a-dataset"},
        {"event_id": "plea", "standing": "none", "counted_by": "", "source_id": "a-dataset"},
    ],
    "parties": [
        {"event_id": "clash", "actor": "ARM", "role": "reference", "source_id": "a-dataset"},
        {"event_id": "clash", "actor": "AZE", "role": "party", "source_id": "a-dataset"},
        {"event_id": "plea", "actor": "ARM", "role": "reference", "source_id": "a-dataset"},
        {"event_id": "ballot", "actor": "RUS", "role": "reference", "source_id": "a-dataset"},
    ],
    "claims": [
        {"id": "c1", "event_id": "clash", "date": "2016-04-03", "actor": "RUS", "toward": "ARM",
         "stance": "NEU", "certainty": "explicit", "mode": "report",
         "source_id": "an-article", "locator": "§1"},
        {"id": "c2", "event_id": "clash", "date": "2016-04-04", "actor": "RUS", "toward": "ARM",
         "stance": "LEAN", "certainty": "quoted", "mode": "statement", "source_id": "a-dataset",
         "locator": "row 1"},
        {"id": "c3", "event_id": "plea", "date": "2021-05-20", "actor": "KAZ", "toward": "ARM",
         "stance": "TEP", "certainty": "group", "mode": "deed", "source_id": "a-dataset",
         "locator": "row 1"},
        {"id": "c4", "event_id": "ballot", "date": "2016-04-02", "actor": "ARM", "toward": "RUS",
         "stance": "DIP", "certainty": "explicit", "mode": "vote", "source_id": "a-dataset",
         "locator": "roll call"},
    ],
    "adjudications": [
        {"event_id": "clash", "actor": "RUS", "toward": "ARM", "stance": "NEU",
         "reason": "because"},
    ],
    "zones": [{"id": "border", "kind": "border", "de_jure": "ARM", "country_b": "AZE"}],
    "zone_status": [
        {"id": "border-1", "zone_id": "border", "date_start": "1991-01-01",
         "date_end": "2020-11-09", "source_id": "a-dataset"},
        {"id": "border-2", "zone_id": "border", "date_start": "2020-11-10",
         "source_id": "a-dataset"},
    ],
    "positions": [
        {"id": "hill", "zone_id": "border", "held_by": "AZE", "lat": "40", "lon": "46",
         "date_start": "2021-05-12", "date_end": "2024-03-03", "reported_on": "2022-09-16",
         "disputed": "not so", "disputed_ru": "не так",
         "source_id": "a-dataset", "reported_source_id": "a-dataset",
         "disputed_source_id": "a-dataset", "depth_low_km": "1", "depth_high_km": "3"},
    ],
    "threats": [{"id": "t1", "holder": "CSTO", "source_id": "a-dataset"}],
    "votes": [
        {"resolution": "A/RES/68/262", "country": "ARM", "vote": "against",
         "source_id": "a-dataset"},
    ],
    "vote_layers": [
        {"resolution": "A/RES/68/262", "event_id": "ballot", "toward": "RUS",
         "favourable": "against", "aim": "direct"},
    ],
    "resolutions": [
        {"resolution": "A/RES/68/262", "symbol": "A/RES/68/262", "meeting": "A/68/PV.80",
         "votes_against": "1",
         "document": "https://undocs.org/A/RES/68/262"},
    ],
    "alternative_names": [
        {"name": "Armenia", "language": "en", "alternative": "Hayastan", "source_id": "a-dataset",
         "locator": "row 1"},
    ],
    "country_codes": [
        *(
            {"actor": code, "scheme": "iso_alpha3", "code": code, "source_id": "a-dataset",
             "locator": "row 1"}
            for code in ("ARM", "AZE", "KAZ", "RUS", "BLR")
        ),
        {"actor": "RUS", "scheme": "iso_alpha3", "code": "SUN", "valid_from": "1974-01-01",
         "valid_to": "1992-08-30", "source_id": "a-dataset", "locator": "row 1"},
    ],
    "conflict_codes": [
        {"id": "clash-acd", "event_id": "clash", "dataset": "ucdp_prio_acd", "version": "25.1",
         "conflict_id": "388", "years": "2016", "source_id": "a-dataset", "locator": "row 1"},
        {"id": "clash-dyadic", "event_id": "clash", "dataset": "ucdp_dyadic", "version": "24.1",
         "conflict_id": "388", "dyad_id": "833", "years": "2016", "source_id": "a-dataset",
         "locator": "row 1"},
    ],
    "states": [{"country": "ARM", "existing_from": "1991-12-21", "source_id": "a-dataset"}],
    "membership_notes": [
        {"country": "ARM", "bloc": "CSTO", "date_start": "2023-11-23", "nuance": "absent",
         "source_id": "a-dataset"},
    ],
    "requests": [
        {"event_id": "plea", "date": "2021-05-14", "by": "ARM", "to": "CSTO",
         "source_id": "a-dataset",
         "finding_en": "Armenia asked the CSTO to talk under Article 2; of Russia nothing is "
         "known; no ally is known to have sent troops.",
         "finding_ru": "Армения попросила ОДКБ поговорить по статье 2; о России ничего не "
         "известно; сведений о войсках союзников нет."},
    ],
    "answers": [],
    "answer_kinds": KINDS,
    "request_answers": [
        {"event_id": "plea", "actor": "RUS", "kind": "no_data"},
        {"event_id": "plea", "actor": "CSTO", "kind": "no_data"},
    ],
    "request_obligations": [
        {"event_id": "plea", "instrument": "a treaty", "article": "Article 2",
         "duty": "consult", "owed_by": "CSTO", "applied": "yes", "invoked": "formally",
         "honoured": "not_honoured", "basis": "nothing came", "source_id": "a-dataset"},
    ],
    "second_coding": [
        {"event_id": "clash", "actor": "RUS", "toward": "ARM", "source_id": "an-article",
         "first_stance": "LEAN", "stance": "NEU", "certainty": "explicit",
         "read_on": "2026-11-30", "worked_example": "false"},
    ],
    "scale": [
        {"code": code, "ordinal": ordinal}
        for code, ordinal in (
            ("MAT", "3"), ("DIP", "2"), ("TEP", "1"), ("NEU", "0"), ("LEAN", "-1"),
            ("OPP", "-2"), ("HOS", "-3"), ("SIL", ""), ("PTY", ""), ("NOM", ""), ("ND", ""),
        )
    ],
    "source_kinds": [
        {"code": kind, "confidence": trust, "reason": "so"}
        for kind, trust in (
            ("document", "high"),
            ("dataset", "high"),
            ("agency", "medium"),
            ("press", "medium"),
            ("article", "medium"),
            ("reference", "low"),
        )
    ],
    "modes": [
        {"code": "deed", "reach": "MAT DIP TEP NEU LEAN OPP HOS PTY"},
        {"code": "vote", "reach": "DIP NEU LEAN OPP SIL PTY"},
        {"code": "signature", "reach": "DIP TEP NEU LEAN OPP PTY"},
        {"code": "statement", "reach": "DIP TEP NEU LEAN OPP PTY ND"},
        {"code": "presence", "reach": "DIP TEP NEU LEAN"},
        {"code": "report", "reach": "DIP TEP NEU LEAN OPP SIL ND"},
    ],
    "discrepancies": [
        {"id": "d1", "event_id": "clash", "source_a": "an-article", "locator_a": "§1",
         "source_b": "a-dataset"},
    ],
}  # fmt: skip


ALWAYS = {name: SOUND[name] for name in ("scale", "modes", "source_kinds")}


def write_tables(folder: Path, tables: Mapping[str, Sequence[Cells]]) -> Path:
    """Write all tables, with the real datapackage.json beside them; row n is on line n + 2."""
    shutil.copy(HERE / "datapackage.json", folder)
    for name in SCHEMAS:
        (folder / f"{name}.csv").write_text(render_table(name, tables.get(name, [])), "utf-8")
    return folder


def list_problems(folder: Path, tables: Mapping[str, Sequence[Cells]]) -> list[str]:
    """What the checks say of tables, once written."""
    write_tables(folder, tables)
    return [str(problem) for problem in read_tables(folder)[1]]


def change_row(
    table: str, row: int, tables: Mapping[str, list[Cells]] = SOUND, **cells: str
) -> dict[str, list[Cells]]:
    """The tables with some cells of a row changed."""
    changed = {name: [*rows] for name, rows in tables.items()}
    changed[table][row] = {**tables[table][row], **cells}
    return changed


def make_record(**tables: Sequence[Cells]) -> Record:
    """Record of the tables given, unchecked; the tables of `ALWAYS` are there too."""
    parsed = {}
    for name, rows in {**ALWAYS, **tables}.items():
        parsed[name], problems = parse_table(SCHEMAS[name], render_table(name, rows))
        assert not problems, problems
    return build_record(SCHEMAS, parsed)


def render_table(name: str, rows: Sequence[Cells]) -> str:
    """CSV text of a table, the columns not given filled from its schema."""
    fields = SCHEMAS[name].fields
    lines = [[field.name for field in fields]]
    lines += [list(_fill_row(fields, row).values()) for row in rows]
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


def _fill_row(fields: Sequence[Field], row: Cells) -> dict[str, str]:
    cells = {field.name: row.get(field.name, _fill(field)) for field in fields}
    for english, russian in list_pairs(list(cells)):
        if cells[english] and russian not in row:
            cells[russian] = "текст"
    return cells


def _fill(field: Field) -> str:
    if not field.required:
        return ""
    return field.enum[0] if field.enum else FILL[field.type]

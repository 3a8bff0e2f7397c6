"""Every file of the atlas, spoiled in every way that was thought of, is a line that names it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from components.app import verification
from components.app.settings import list_bad_settings
from components.app.startup_report import LONGEST_LINE, MOST_SHOWN, format_failure, write_report
from components.app.verification import ROOT, find_faults, main
from data.load import read_record

SHAPES = "geodata/shapes"
CATALOGUE = "components/core/i18n/locale/ru/LC_MESSAGES/messages.po"
COHESION, METHOD = (
    "components/features/cohesion/content.toml",
    "components/features/sources/content.toml",
)
PALETTE = "components/core/palette"
STORY = "data/stories/1-five-articles.yaml"
VERIFIED_CSV = sorted(
    [
        *(f"data/{path.name}" for path in (ROOT / "data").glob("*.csv")),
        *(f"{PALETTE}/{path.name}" for path in (ROOT / PALETTE).glob("*.csv")),
        "components/features/events/response_styles.csv",
        "components/features/map/label_placement.csv",
        *(f"geodata/{name}.csv" for name in ("shapes", "zone_shapes", "decisions")),
        *(f"geodata/{name}.csv" for name in ("frontier_windows", "insets", "region_labels")),
        "geodata/zone_areas.csv",
        *(f"geodata/front_{name}.csv" for name in ("areas", "places", "sources", "states")),
    ]
)
CODE = shutil.ignore_patterns("*.py", "__pycache__")
LINE = re.compile(r"(?:data|geodata|components)/\S+(?: or \S+)*(?: line \d+)?: .+")

Spoil = Callable[[bytes], bytes | None]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The files of the atlas, to be spoiled; those that stay are links."""
    for folder in ("data", "geodata", "components"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=CODE, copy_function=os.link)
    return tmp_path


def spoil(root: Path, file: str, change: Spoil) -> None:
    """Change a file, or take it away; the file it was linked to stays as it is."""
    path = root / file
    content = change(path.read_bytes())
    path.unlink()
    if content is not None:
        path.write_bytes(content)


def swap(old: str, new: str) -> Spoil:
    """Put a text in the place of another, which must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content, old
        return content.replace(old.encode(), new.encode(), 1)

    return change


def double_last_row(content: bytes) -> bytes:
    return content + content.rstrip(b"\n").rsplit(b"\n", 1)[1] + b"\n"


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def test_the_files_of_the_atlas_have_no_fault(files: Path) -> None:
    assert find_faults() == []
    assert find_faults(files) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda content: None, "cannot be read: No such file or directory"),
        (lambda content: b"", "the file is empty"),
        (lambda content: content.replace(b",", b"\xff,", 1), "not UTF-8: byte 0xff"),
        (lambda content: content[content.index(b",") + 1 :], "the header lacks "),
        (lambda content: content.replace(b",", b";", 1), "the header lacks "),
        (lambda content: content[:-1], "no line end: the file is cut off"),
        (double_last_row, "repeats line "),
        (lambda content: content + b'"\n', "not CSV: "),
        (lambda content: content + b"one,two\n", "cells where the header has"),
    ],
)
def test_every_table_is_held_to_its_schema(files: Path, change: Spoil, rule: str) -> None:
    for file in VERIFIED_CSV:
        spoil(files, file, change)
    faults = find_faults(files)
    assert all(LINE.fullmatch(fault) for fault in faults)
    told = {fault.split(":")[0].split(" line ")[0] for fault in faults if rule in fault}
    assert sorted(set(VERIFIED_CSV) - told) == []


CASES: list[tuple[str, Spoil, str]] = [
    ("data/claims.csv", swap(",NEU,", ",XXX,"), 'stance "XXX": not in the scale'),
    ("data/events.csv", swap(",2016-04-02,", ",2016-02-30,"), '"2016-02-30": not a date'),
    ("data/events.csv", swap("april-war-2016,", "april-war-2017,"), "not in the events"),
    ("data/votes.csv", half, "data/votes.csv line "),
    ("data/datapackage.json", half, "data/datapackage.json line "),
    ("data/datapackage.json", lambda content: b"", "not JSON: Expecting value"),
    ("data/datapackage.json", lambda content: None, "cannot be read"),
    ("data/datapackage.json", lambda content: b"[]", "not understood"),
    ("data/datapackage.json", swap('"name": "votes"', '"name": "ballots"'), '"votes"'),
    ("data/datapackage.json", swap('"type": "date"', '"type": "day"'), "type day is not read"),
    ("data/datapackage.json", swap('"minimum"', '"least"'), "least"),
    ("data/datapackage.json", swap("^[A-Z]{3}$", "^[A-Z{3}$"), "the pattern is none"),
    (STORY, swap("title:", "title: ["), f"{STORY} line "),
    (STORY, lambda content: b"\xff", "not UTF-8 text"),
    (STORY, lambda content: b"", "the file is empty"),
    (
        STORY,
        swap("events: [", "events: [nowhere-1999, "),
        '"nowhere-1999": there is no event with this id',
    ),
    (STORY, swap("view: ", "view: event=nowhere&"), "not a valid view"),
    (f"{SHAPES}/countries.topo.json", half, "shapes/countries.topo.json: "),
    (f"{SHAPES}/zones.topo.json", lambda content: b"", "shapes/zones.topo.json: "),
    (f"{SHAPES}/water.topo.json", lambda content: b"{}", "the file is TopoJSON"),
    (f"{SHAPES}/frontier.topo.json", lambda content: None, "frontier.topo.json: the rule is"),
    (f"{SHAPES}/places.json", lambda content: content + b" ", "places.json"),
    (f"{SHAPES}/labels.json", half, "labels.json"),
    (f"{SHAPES}/relief.json", swap("region", "legion"), "relief.json"),
    (f"{SHAPES}/relief-core.avif", half, "relief-core.avif"),
    (f"{SHAPES}/relief-region.avif", lambda content: b"GIF89a", "AVIF"),
    ("geodata/datapackage.json", half, "geodata/datapackage.json line "),
    ("geodata/zone_shapes.csv", swap("crimea,", "krym,"), ": krym: "),
    (f"{PALETTE}/colors.csv", swap("#1d4e84", "blue"), 'fill "blue": does not match'),
    (
        f"{PALETTE}/colors.csv",
        swap("stance,MAT,dark", "stance,MAX,dark"),
        '"stance, MAT": only in light',
    ),
    (f"{PALETTE}/colors.csv", swap(",hatch,", ",hitch,"), 'pattern "hitch": not in the pattern'),
    (f"{PALETTE}/patterns.csv", swap("hatch,6,", "hatch,six,"), 'size "six": not a number'),
    (f"{PALETTE}/patterns.csv", swap("M0 6L6 0", "<script>"), "does not match"),
    (f"{PALETTE}/zone_styles.csv", half, "zone_styles.csv line "),
    (
        "components/features/map/label_placement.csv",
        swap("ARM,", "XXX,"),
        '"XXX": not in the countries',
    ),
    ("components/datapackage.json", lambda content: None, "cannot be read"),
    (CATALOGUE, half, f"{CATALOGUE} line "),
    (CATALOGUE, lambda content: b"", "no message is translated"),
    (CATALOGUE, lambda content: None, "cannot be read"),
    (CATALOGUE, swap('msgstr "', "msgstr "), "line 3: not a line of a catalogue"),
    (CATALOGUE, swap("о", "о\x00"), "messages.po"),
    (CATALOGUE, lambda content: content.replace(b"\xd0", b"\xff", 1), "not UTF-8: byte 0xff"),
    (CATALOGUE, swap("{count} шаг", "{number} шаг"), "its values are not {count}"),
    (CATALOGUE, swap("{count} шаг", "{count шаг"), "a brace that holds no name"),
    (CATALOGUE, swap("{count} шаг", "{count.real} шаг"), "a brace that holds no name"),
    (COHESION, half, f"{COHESION}"),
    (COHESION, swap("[en.star]", "[en.sun]"), '"en.star": the section is missing'),
    (COHESION, swap("{hub}", "{hob}"), "its values are not those of the English text"),
    (METHOD, swap("[en.page]", "[en.page"), f"{METHOD} line 7: not TOML"),
    (
        METHOD,
        lambda content: content[: content.index(b"[ru.")],
        '"ru.page": the section is missing',
    ),
    (
        "components/features/sources/table_translations.toml",
        swap("\ncountries =", "\ncounties ="),
        '"counties"',
    ),
    ("components/vendor/leaflet.js", half, "not that of leaflet.js"),
    ("components/static/map/bundle.js", half, "not that of bundle.js"),
    (
        "components/vendor/leaflet.css",
        lambda content: None,
        'file "leaflet.css": the file is missing',
    ),
]


@pytest.mark.parametrize(("file", "change", "expected"), CASES)
def test_a_fault_names_file_value_and_rule(
    files: Path, file: str, change: Spoil, expected: str
) -> None:
    spoil(files, file, change)
    faults = find_faults(files)
    assert all(LINE.fullmatch(fault) for fault in faults)
    assert not any("Traceback" in fault or "Error:" in fault for fault in faults)
    assert any(expected in fault for fault in faults), faults


def test_files_that_are_not_there_or_not_expected_are_faults(files: Path) -> None:
    shutil.copyfile(files / STORY, files / "data" / "stories" / "9-five-articles.yaml")
    shutil.copyfile(files / STORY, files / "data" / "stories" / "Tenth.yaml")
    (files / SHAPES / "more.json").write_text("{}", encoding="utf-8")
    faults = find_faults(files)
    assert faults == [
        "data/stories/9-five-articles.yaml: another file has the same id",
        "data/stories/Tenth.yaml: the file's name is not like 5-some-words.yaml",
        "geodata/shapes.csv: more.json: the rule is: every file of shapes/ has a row",
    ]


def test_a_record_too_long_to_be_shown_is_refused_before_it_is_read(files: Path) -> None:
    lines = b"no event\n" * 19_700
    spoil(files, "data/events.csv", lambda content: content.partition(b"\n")[0] + b"\n" + lines)
    (fault,) = find_faults(files)
    assert fault.startswith("data/events.csv: 19,700 rows: the atlas shows at most 2,500 of them")


def test_folders_that_are_not_there_are_faults(files: Path) -> None:
    shutil.rmtree(files / "data" / "stories")
    shutil.rmtree(files / SHAPES)
    faults = find_faults(files)
    assert "data/stories/*.yaml: there is no story" in faults
    assert sum("the rule is: the file exists" in fault for fault in faults) == 15


def test_a_column_that_schema_and_table_both_lost_is_a_fault_of_the_schema(files: Path) -> None:
    spoil(files, "data/datapackage.json", swap('"name": "coded"', '"name": "encoded"'))
    spoil(files, "data/paragraphs.csv", swap("coded", "encoded"))
    faults = find_faults(files)
    why = "a rule of the record reads this column, and a table lacks it"
    assert f'data/datapackage.json: fields "coded": {why}' in faults


def test_an_error_nobody_foresaw_is_a_line_too(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: Path) -> None:
        read_record(files / "data").row("events", "nowhere")

    monkeypatch.setattr(verification, "find_problems", fail)
    (fault,) = [fault for fault in find_faults(files) if "KeyError" in fault]
    assert re.match(r"data/record\.py line \d+: KeyError: .*nowhere", fault)


def test_a_report_fits_on_one_screen() -> None:
    faults = [f"data/claims.csv line {line}: {'long ' * 100}" for line in range(2, 50)]
    lines = write_report(faults).split("\n")
    assert lines[0] == "The atlas cannot start: 48 faults in its files or settings."
    assert len(lines) == MOST_SHOWN + 2
    assert max(map(len, lines)) == LONGEST_LINE
    assert lines[-1].startswith("and 28 more: ")
    assert write_report(["one\nfault"]).split("\n")[1:] == ["one fault"]
    assert format_failure(ValueError("x")) == "ValueError: x"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ATLAS_FRAME_ANCESTORS", "javascript:1"),
        ("ATLAS_FRAME_ANCESTORS", "https://a.example; script-src *"),
        ("ATLAS_METRICS_PORT", "65536"),
        ("ATLAS_PUBLIC_URL", "atlas.example.org"),
        ("ATLAS_SECURITY_CONTACT", "security@atlas.example.org"),
        ("ATLAS_SECURITY_CONTACT", "http://atlas.example.org/report"),
        ("ATLAS_SECURITY_CONTACT", "tel:112"),
        ("ATLAS_DRAIN_SECONDS", "soon"),
        ("ATLAS_DRAIN_SECONDS", "-1"),
        ("ATLAS_DRAIN_SECONDS", "nan"),
        ("ATLAS_DRAIN_SECONDS", "1e9"),
        ("ATLAS_RATE_PAGES", "often"),
        ("ATLAS_MAX_CONNECTIONS_PER_CLIENT", "sixty"),
        ("ATLAS_EXPORTS_PER_CLIENT", "-2"),
    ],
)
def test_a_bad_setting_is_one_line_with_variable_value_and_rule(name: str, value: str) -> None:
    (line,) = list_bad_settings({name: value})
    assert line.startswith(f"{name}: ")
    assert value.split()[0] in line
    assert list(list_bad_settings({})) == []


def test_the_command_prints_every_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main() == 0
    monkeypatch.setattr(verification, "find_faults", lambda: ["a", "b"])
    assert main() == 1
    assert capsys.readouterr().out.endswith("a\nb\n")

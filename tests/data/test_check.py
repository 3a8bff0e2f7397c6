"""Each rule of the record, broken once, is reported with its file, line, value and reason."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import pytest

from data import check_membership
from data.check import main
from data.check_package import check_package
from data.errors import Problem, RecordError
from data.load import HERE, read_record, read_tables
from tests.data.record_factory import (
    SOUND,
    change_row,
    list_problems,
    write_tables,
)
from tests.data.request_factory import ANSWERED

FAR = "more than 30 days from the event, 2016-04-02 to 2016-04-05"
ACTOR = "not in the countries or organisations"

# table, row, column, new value, rule: cells that the schema alone refuses
CELLS = [
    ("claims", 0, "date", "2016-02-30", "not a date"),
    ("claims", 0, "date", "3 April 2016", "not a date"),
    ("claims", 1, "summary", "", "empty"),
    ("claims", 1, "certainty", "sure", "not one of explicit, quoted, group, inferred, opinion"),
    ("claims", 0, "id", "Claim 1", "does not match ^[a-z0-9]+(-[a-z0-9]+)*$"),
    ("events", 0, "lat", "91", "above 90"),
    ("events", 0, "lon", "-181", "below -180"),
    ("events", 1, "deaths_low", "some", "not an integer"),
    ("events", 1, "precision_km", "near", "not a number"),
    ("votes", 0, "vote", "yes", "not one of for, against, abstained, not_voting, unknown"),
    ("sources", 1, "url", "javascript:1", "does not match ^https?://[^ ]+$"),
    ("scale", 0, "ordinal", "4", "above 3"),
    ("positions", 0, "uncertainty_km", "0", "below 0.1"),
    ("claims", 0, "mode", "", "empty"),
    ("modes", 0, "reach", "MAT, DIP", "does not match ^[A-Z]{2,4}( [A-Z]{2,4})*$"),
]

# the same for keys
KEYS = [
    ("claims", 0, "stance", "XXX", "not in the scale"),
    ("claims", 2, "event_id", "nothing", "not in the events"),
    ("claims", 0, "mode", "rumour", "not in the modes"),
    ("events", 0, "zone_id", "nowhere", "not in the zones"),
    ("votes", 0, "country", "XKX", "not in the countries"),
    ("zones", 0, "de_jure", "XKX", "not in the countries"),
    ("threats", 0, "source_id", "hearsay", "not in the sources"),
]

# the same for what only the rules of the record refuse
RULES = [
    ("claims", 0, "summary", " padded", "space at the start or the end"),
    ("claims", 0, "summary", "two\nlines", "control character"),
    ("claims", 0, "actor", "XYZ", ACTOR),
    ("threats", 0, "holder", "NOBODY", ACTOR),
    ("parties", 1, "actor", "XYZ", ACTOR),
    ("claims", 0, "toward", "AZE", "not a reference party of the event"),
    ("adjudications", 0, "toward", "AZE", "not a reference party of the event"),
    ("claims", 0, "actor", "ARM", "a stance toward itself"),
    ("adjudications", 0, "actor", "KAZ", "no claim to settle"),
    ("claims", 0, "stance", "NOM", "follows from memberships, never by hand"),
    ("adjudications", 0, "stance", "NOM", "follows from memberships, never by hand"),
    ("claims", 0, "date", "2016-03-02", FAR),
    ("claims", 0, "date", "2016-05-06", FAR),
    ("claims", 0, "date", "2016-04-01", "before the event of 2016-04-02, so only ND"),
    ("claims", 0, "locator", "§9", "an-article has no such paragraph"),
    ("claims", 0, "locator", "p. 1", "not a paragraph, as §3"),
    ("claims", 0, "locator", "", "not a paragraph, as §3"),
    ("discrepancies", 0, "locator_a", "§8", "an-article has no such paragraph"),
    ("paragraphs", 0, "coded", "false", "cited by event_sources.csv line 2"),
    ("paragraphs", 1, "coded", "true", "nothing cites it"),
    ("paragraphs", 1, "coded", "yes", "not true or false"),
    ("paragraphs", 1, "note", "", "no reason why it is not coded"),
    ("paragraphs", 1, "source_id", "a-dataset", "not an article"),
    ("memberships", 1, "date_end", "2003-09-17", "before date_start 2003-09-18"),
    ("events", 0, "date_end", "2016-04-01", "before date_start 2016-04-02"),
    ("zone_status", 0, "date_end", "1990-12-31", "before date_start 1991-01-01"),
    ("memberships", 2, "date_start", "2024-02-21", "overlaps line 3"),
    ("zone_status", 1, "date_start", "2020-11-09", "overlaps line 2"),
    ("events", 0, "deaths_high", "89", "below deaths_low 90"),
    ("events", 0, "deaths_high", "201", "death_counts give 200"),
    ("events", 0, "deaths_low", "", "death_counts give 90"),
    ("events", 1, "deaths_low", "4", "death_counts give none"),
    ("death_counts", 0, "low", "", "a count without low and high"),
    ("death_counts", 0, "high", "89", "below low 90"),
    ("death_counts", 0, "counted_by", "", "nobody who counted"),
    ("death_counts", 0, "standing", "none", "none, and yet a number"),
    ("death_counts", 1, "event_id", "clash", "none beside another count"),
    ("events", 0, "response", "met", "does not go with invocation none"),
    ("events", 1, "response", "none", "does not go with invocation article_2"),
    ("events", 1, "asked", "", "empty although something was asked"),
    ("requests", 0, "by", "KAZ", "not a reference party of the event"),
    ("requests", 0, "to", "NOBODY", ACTOR),
    ("membership_notes", 0, "date_start", "2003-09-17", "ARM had no part in the CSTO then"),
    ("memberships", 1, "date_start", "1991-12-20", "ARM did not exist before 1991-12-21"),
    ("zone_status", 0, "date_start", "1991-01-02", "nothing from 1991-01-01"),
    ("zone_status", 1, "date_start", "2020-11-11", "nothing from 2020-11-10"),
    ("zone_status", 1, "date_end", "2021-01-01", "nothing after it"),
    ("positions", 0, "held_by", "ARM", "the territory of border is its own"),
    ("positions", 0, "depth_high_km", "0.5", "below depth_low_km 1.0"),
    ("positions", 0, "date_end", "2021-05-11", "before date_start 2021-05-12"),
    ("positions", 0, "reported_on", "2021-05-11", "before date_start 2021-05-12"),
    ("positions", 0, "reported_on", "2024-03-04", "after date_end 2024-03-03"),
    ("positions", 0, "disputed_source_id", "", "a dispute and its source belong together"),
    ("claims", 3, "stance", "NEU", "a vote against is DIP here"),
    ("claims", 3, "date", "2016-04-03", "not that of the vote, 2016-04-02"),
    ("claims", 3, "source_id", "an-article", "not that of the vote, a-dataset"),
    ("claims", 3, "actor", "KAZ", "no vote behind it"),
    ("votes", 0, "resolution", "A/RES/1/1", "not in the vote_layers"),
    ("vote_layers", 0, "resolution", "A/RES/1/1", "no row in votes"),
    ("vote_layers", 0, "toward", "KAZ", "not a reference party of the event"),
    ("votes", 0, "resolution", "A/RES/1/1", "not in the resolutions"),
    ("resolutions", 0, "resolution", "A/RES/1/1", "no row in votes"),
    ("resolutions", 0, "symbol", "A/RES/1/1", "not that of votes"),
    ("resolutions", 0, "document", "", "not https://undocs.org/A/RES/68/262"),
    ("resolutions", 0, "meeting", "", "neither its record nor its roll call"),
    ("resolutions", 0, "votes_against", "0", "1 rows in votes say so"),
    ("claims", 0, "date", "2093-04-03", "after the last review of the record, in review.json"),
    ("sources", 0, "date", "2093", "after the last review of the record, in review.json"),
    ("sources", 1, "url", "", "no address and no row in source_references"),
    ("claims", 1, "locator", "text", "no place in the source"),
    ("claims", 1, "locator", "", "no place in the source"),
    ("second_coding", 0, "toward", "AZE", "not a reference party of the event"),
    ("second_coding", 0, "stance", "NOM", "follows from memberships, never by hand"),
    ("alternative_names", 0, "name", "Hayk", "in no name of the record in this language"),
    ("alternative_names", 0, "alternative", "ARMENIA", "not another name"),
    ("country_codes", 0, "actor", "XYZ", ACTOR),
    ("country_codes", 0, "code", "am", "no code of iso_alpha3"),
    ("country_codes", 0, "code", "AZE", "not the id ARM"),
    ("country_codes", 1, "code", "ARM", "in use for ARM"),
    ("country_codes", 5, "valid_to", "", "RUS has another of iso_alpha3 in use"),
    ("country_codes", 5, "valid_to", "1973-12-31", "before valid_from 1974-01-01"),
    (
        "conflict_codes",
        0,
        "dyad_id",
        "833",
        "a dyad goes with ucdp_dyadic, and with no other data set",
    ),
    (
        "conflict_codes",
        1,
        "dyad_id",
        "",
        "a dyad goes with ucdp_dyadic, and with no other data set",
    ),
    ("conflict_codes", 0, "years", "2015-2016", "not years of the event"),
]

# table, row left out or doubled, the line that is then reported
MISSING = [
    ("parties", 2, 'events.csv line 3: id "plea": 0 reference parties, not 1 or 2'),
    ("event_sources", 1, 'events.csv line 3: id "plea": no row in event_sources'),
    ("death_counts", 1, 'events.csv line 3: id "plea": a crisis without row in death_counts'),
    ("requests", 0, 'events.csv line 3: id "plea": an invocation without a row in requests'),
    ("claims", 3, 'votes.csv line 2: country "ARM": 0 claims at ballot toward RUS, not 1'),
    ("vote_layers", 0, 'votes.csv line 2: resolution "A/RES/68/262": not in the vote_layers'),
    ("resolutions", 0, 'votes.csv line 2: resolution "A/RES/68/262": not in the resolutions'),
    (
        "source_references",
        0,
        'sources.csv line 2: url "": no address and no row in source_references',
    ),
]
MISSING.append(
    ("country_codes", 4, 'countries.csv line 6: id "BLR": no iso_alpha3 in the country_codes')
)
DOUBLED = [
    ("claims", 0, 'claims.csv line 6: id "c1": repeats line 2'),
    ("votes", 0, 'votes.csv line 3: resolution, country "A/RES/68/262, ARM": repeats line 2'),
]


def bend(folder: Path, table: str, row: int, column: str, value: str) -> str:
    """Write the sound record with one cell changed; give the start of the line expected."""
    tables = copy.deepcopy(SOUND)
    tables[table][row] = {**tables[table][row], column: value}
    write_tables(folder, tables)
    return f'{table}.csv line {row + 2}: {column} "{value}": '


def test_sound_record_passes_both_roads(tmp_path: Path) -> None:
    write_tables(tmp_path, SOUND)
    assert read_tables(tmp_path)[1] == []
    assert check_package(tmp_path) == []
    assert len(read_record(tmp_path).rows("claims")) == len(SOUND["claims"])


@pytest.mark.parametrize(("table", "row", "column", "value", "rule"), CELLS + KEYS + RULES)
def test_each_rule_names_file_line_value_and_reason(
    tmp_path: Path, table: str, row: int, column: str, value: str, rule: str
) -> None:
    expected = bend(tmp_path, table, row, column, value) + rule
    with pytest.raises(RecordError) as caught:
        read_record(tmp_path)
    assert expected in str(caught.value)
    assert expected in map(str, caught.value.problems)


@pytest.mark.parametrize(("table", "row", "column", "value", "rule"), CELLS + KEYS)
def test_frictionless_refuses_what_the_server_refuses(
    tmp_path: Path, table: str, row: int, column: str, value: str, rule: str
) -> None:
    bend(tmp_path, table, row, column, value)
    found = [(problem.file, problem.row) for problem in check_package(tmp_path)]
    assert (f"{table}.csv", row + 2) in found


@pytest.mark.parametrize(("table", "row", "expected"), MISSING)
def test_missing_row_is_reported(tmp_path: Path, table: str, row: int, expected: str) -> None:
    tables = copy.deepcopy(SOUND)
    del tables[table][row]
    write_tables(tmp_path, tables)
    assert expected in map(str, read_tables(tmp_path)[1])


@pytest.mark.parametrize(("table", "row", "expected"), DOUBLED)
def test_doubled_row_is_reported(tmp_path: Path, table: str, row: int, expected: str) -> None:
    write_tables(tmp_path, {**SOUND, table: [*SOUND[table], SOUND[table][row]]})
    assert expected in map(str, read_tables(tmp_path)[1])


def test_problems_that_show_elsewhere_are_reported(tmp_path: Path) -> None:
    bend(tmp_path, "votes", 0, "date", "2016-04-03")
    expected = 'vote_layers.csv line 2: event_id "ballot": the vote was on 2016-04-03'
    assert expected in map(str, read_tables(tmp_path)[1])
    bend(tmp_path, "votes", 0, "vote", "unknown")
    expected = 'claims.csv line 5: stance "DIP": the vote is unknown'
    assert expected in map(str, read_tables(tmp_path)[1])
    bend(tmp_path, "events", 1, "invocation", "none")
    expected = 'requests.csv line 2: event_id "plea": an event without request'
    assert expected in map(str, read_tables(tmp_path)[1])
    bend(tmp_path, "states", 0, "existing_from", "2016-04-10")
    expected = 'claims.csv line 2: date "2016-04-03": ARM did not exist before 2016-04-10'
    assert expected in map(str, read_tables(tmp_path)[1])


def test_answered_request_needs_an_answer(tmp_path: Path) -> None:
    bend(tmp_path, "events", 1, "response", "partly")
    expected = 'events.csv line 3: response "partly": no row in answers'
    assert [str(problem) for problem in read_tables(tmp_path)[1]] == [expected]
    assert list_problems(tmp_path, change_row("events", 1, ANSWERED, response="partly")) == []


def test_claims_may_follow_an_event_that_has_no_end(tmp_path: Path) -> None:
    far = {**SOUND["claims"][0], "date": "2026-01-01"}
    early = {**SOUND["claims"][1], "date": "2016-03-02"}
    open_event = {**SOUND["events"][0], "date_end": ""}
    write_tables(
        tmp_path,
        {
            **SOUND,
            "events": [open_event, *SOUND["events"][1:]],
            "claims": [far, early, *SOUND["claims"][2:]],
        },
    )
    rule = "more than 30 days from the event, 2016-04-02 to now"
    assert [str(problem) for problem in read_tables(tmp_path)[1]] == [
        f'claims.csv line 3: date "2016-03-02": {rule}'
    ]


def test_third_reference_party_is_reported(tmp_path: Path) -> None:
    more = [{"event_id": "clash", "actor": a, "role": "reference", "source_id": "a-dataset"}
            for a in ("RUS", "KAZ")]  # fmt: skip
    write_tables(tmp_path, {**SOUND, "parties": [*SOUND["parties"], *more]})
    expected = 'events.csv line 2: id "clash": 3 reference parties, not 1 or 2'
    assert expected in map(str, read_tables(tmp_path)[1])


def test_unused_source_and_untold_zone_are_reported(tmp_path: Path) -> None:
    write_tables(
        tmp_path,
        {
            **SOUND,
            "sources": [*SOUND["sources"], {**SOUND["sources"][1], "id": "unread"}],
            "zones": [*SOUND["zones"], {"id": "vorukh", "de_jure": "ARM"}],
        },
    )
    assert [str(problem) for problem in read_tables(tmp_path)[1]] == [
        'sources.csv line 4: id "unread": cited by nothing',
        'zones.csv line 3: id "vorukh": no row in zone_status',
    ]


def test_only_what_is_listed_may_stay_without_a_place(tmp_path: Path) -> None:
    listed = [
        {"table": "sources", "row": "an-article"},
        {"table": "claims", "row": "c2"},
        {"table": "resolutions", "row": "A/RES/68/262"},
    ]
    tables = copy.deepcopy(SOUND)
    write_tables(tmp_path, {**tables, "untraced": listed})
    assert [str(problem) for problem in read_tables(tmp_path)[1]] == [
        'untraced.csv line 2: row "an-article": nothing is wanting in the sources',
        'untraced.csv line 3: row "c2": nothing is wanting in the claims',
        'untraced.csv line 4: row "A/RES/68/262": nothing is wanting in the resolutions',
    ]
    tables["claims"][1] = {**tables["claims"][1], "locator": "text"}
    tables["resolutions"][0] = {**tables["resolutions"][0], "meeting": ""}
    write_tables(tmp_path, {**tables, "source_references": [], "untraced": listed})
    assert read_tables(tmp_path)[1] == []


def test_overlap_hidden_behind_a_short_interval_is_reported(tmp_path: Path) -> None:
    rows = [
        {"id": f"s{at}", "zone_id": "border", "date_start": start, "date_end": end,
         "source_id": "a-dataset"}
        for at, (start, end) in enumerate(
            [("1991-01-01", "2000-01-01"), ("1992-01-01", "1993-01-01"), ("1999-01-01", "")]
        )
    ]  # fmt: skip
    write_tables(tmp_path, {**SOUND, "zone_status": rows})
    assert [str(problem) for problem in read_tables(tmp_path)[1]] == [
        'zone_status.csv line 3: date_start "1992-01-01": overlaps line 2',
        'zone_status.csv line 4: date_start "1999-01-01": overlaps line 2',
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "zones.csv: cannot be read: No such file or directory"),
        (b"id\n\xff\xfe", "zones.csv line 2: not UTF-8: byte 0xff"),
        (
            b"id,name\n",
            "zones.csv line 1: the header lacks name_en, name_ru, kind, de_jure, country_b, note, "
            "note_ru and has name, which no schema names",
        ),
        (
            b"name_en,id,name_ru,kind,de_jure,country_b,note,note_ru\n",
            "zones.csv line 1: the header is not id,name_en,",
        ),
        (b"", "zones.csv line 1: the file is empty"),
        (b'id,"name\n', "zones.csv line 1: not CSV: "),
    ],
)
def test_unreadable_file_is_one_problem(
    tmp_path: Path, content: bytes | None, expected: str
) -> None:
    path = write_tables(tmp_path, SOUND) / "zones.csv"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(RecordError) as caught:
        read_record(tmp_path)
    assert [str(p).startswith(expected) for p in caught.value.problems] == [True]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("\n", "\r\n", "zones.csv: not plain UTF-8 with LF line ends"),
        ("id,", "\ufeffid,", "zones.csv: not plain UTF-8 with LF line ends"),
        ("border,", "border,more,", "zones.csv line 2: 9 cells where the header has 8"),
        ("border,", "\nborder,", "zones.csv line 2: 0 cells where the header has 8"),
        (",\n", ",", "zones.csv line 2: no line end: the file is cut off"),
    ],
)
def test_malformed_text_is_reported(tmp_path: Path, before: str, after: str, expected: str) -> None:
    path = write_tables(tmp_path, SOUND) / "zones.csv"
    path.write_bytes(path.read_bytes().replace(before.encode(), after.encode(), 1))
    assert expected in map(str, read_tables(tmp_path)[1])


def test_lines_are_counted_in_the_file_even_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    tables = copy.deepcopy(SOUND)
    tables["claims"][0] = {**tables["claims"][0], "summary": "two\nlines"}
    tables["claims"][1] = {**tables["claims"][1], "date": "soon"}
    write_tables(tmp_path, tables)
    assert Problem("claims.csv", 4, "date", "soon", "not a date") in read_tables(tmp_path)[1]


def test_every_problem_is_listed_and_nothing_half_loaded(tmp_path: Path) -> None:
    bend(tmp_path, "claims", 0, "stance", "XXX")
    (tmp_path / "zones.csv").write_text((tmp_path / "zones.csv").read_text() + "b,b,b,b,b,b,b,b\n")
    with pytest.raises(RecordError) as caught:
        read_record(tmp_path)
    assert {problem.file for problem in caught.value.problems} == {"claims.csv", "zones.csv"}
    write_tables(tmp_path, SOUND)
    assert read_record(tmp_path).rows("claims")[0]["stance"] == "NEU"


def test_na_is_a_value_and_types_are_kept(tmp_path: Path) -> None:
    bend(tmp_path, "zones", 0, "name_en", "NA")
    record = read_record(tmp_path)
    assert record.rows("zones")[0]["name_en"] == "NA"
    scale = record.rows("scale")
    assert scale[0]["ordinal"] == 3
    assert type(scale[0]["ordinal"]) is int
    assert scale[7]["ordinal"] is None
    assert record.rows("memberships")[2]["date_end"] is None


def test_command_prints_problems_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = bend(tmp_path, "claims", 0, "stance", "XXX")
    assert main(tmp_path) == 1
    assert f"{expected}not in the scale\n" in capsys.readouterr().out


def test_command_prints_counts_and_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(write_tables(tmp_path, SOUND)) == 0
    assert "claims: 4 rows\n" in capsys.readouterr().out


def test_real_tables_bent_are_refused_with_the_line(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    lines = (folder / "claims.csv").read_text("utf-8").split("\n")
    code = read_tables(folder)[0]["claims"][10]["stance"]
    lines[11] = lines[11].replace(f",{code},", ",XXX,", 1)
    (folder / "claims.csv").write_text("\n".join(lines), "utf-8")
    with pytest.raises(RecordError) as caught:
        read_record(folder)
    assert 'claims.csv line 12: stance "XXX": not in the scale' in str(caught.value)


def test_a_roster_that_differs_from_the_table_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tables(tmp_path, SOUND)
    monkeypatch.setattr(check_membership, "members_on", lambda record, day: {"RUS", "KAZ"})
    found = {str(problem) for problem in read_tables(tmp_path)[1]}
    assert 'memberships.csv: country "KAZ": no row for 2003-09-18' in found
    assert 'memberships.csv line 3: status "member": not in the roster of 2003-09-18' in found


def test_text_told_in_one_language_is_refused(tmp_path: Path) -> None:
    untold = bend(tmp_path, "claims", 1, "summary_ru", "")
    expected = [untold + "empty although the English text is there"]
    assert [str(problem) for problem in read_tables(tmp_path)[1]] == expected
    extra = bend(tmp_path, "zones", 0, "note_ru", "текст")
    expected = [extra + "there although the English text is empty"]
    assert [str(problem) for problem in read_tables(tmp_path)[1]] == expected

"""Rules on claims that name another cell than the one that was changed."""

from pathlib import Path

import pytest

from tests.data.record_factory import change_row, list_problems


@pytest.mark.parametrize(
    ("row", "published", "line"),
    [
        (0, "2016-04-02", 'claims.csv line 2: date "2016-04-03": after its source an-article'),
        (0, "2016-03", 'claims.csv line 2: date "2016-04-03": after its source an-article'),
        (1, "2015", 'claims.csv line 3: date "2016-04-04": after its source a-dataset of 2015'),
    ],
)
def test_no_source_tells_of_the_day_after(
    tmp_path: Path, row: int, published: str, line: str
) -> None:
    problems = list_problems(tmp_path, change_row("sources", row, date=published))
    assert any(problem.startswith(line) for problem in problems)


@pytest.mark.parametrize("published", ["2021-05-20", "2021-05", "2021", "2022-01-01"])
def test_a_source_of_that_day_month_or_year_tells_it(tmp_path: Path, published: str) -> None:
    assert list_problems(tmp_path, change_row("sources", 0, date=published)) == []


def test_the_word_of_a_crowd_is_no_stance(tmp_path: Path) -> None:
    line = 'claims.csv line 2: stance "NEU": the word of the public, so only ND'
    assert list_problems(tmp_path, change_row("claims", 0, speaker="public")) == [line]
    assert list_problems(tmp_path, change_row("claims", 0, speaker="public", stance="ND")) == []


def test_a_word_before_the_event_stays_as_no_data(tmp_path: Path) -> None:
    early = change_row("claims", 0, date="2016-04-01")
    assert len(list_problems(tmp_path, early)) == 1
    assert list_problems(tmp_path, change_row("claims", 0, early, stance="ND")) == []


def test_one_sentence_is_coded_at_one_event(tmp_path: Path) -> None:
    tables = change_row("claims", 2, source_id="a-dataset", locator="p. 1", summary="as said")
    again = {**tables["claims"][2], "id": "c5", "event_id": "clash", "date": "2016-04-05"}
    tables["claims"].append(again)
    line = 'claims.csv line 6: event_id "clash": the sentence of line 4 again'
    assert list_problems(tmp_path, tables) == [line]
    tables["claims"][-1] = {**again, "summary": "and more"}
    assert list_problems(tmp_path, tables) == []

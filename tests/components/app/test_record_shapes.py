"""Where the record meets the shapes: every zone and country drawn, every deed in its zone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import shapely

from components.app.checks.record_shapes import (
    Shapes,
    check_deeds,
    check_shapes,
    main,
    measure_km,
    read_shapes,
)
from data.schema import Row
from tests.data.real_record import read_unchecked


@pytest.fixture(scope="module")
def shapes() -> Mapping[str, Shapes]:
    return read_shapes()


def find_event(event_id: str) -> Row:
    return next(row for row in read_unchecked()["events"] if row["id"] == event_id)


def test_distance_is_in_kilometres() -> None:
    square = shapely.box(40, 40, 41, 41)
    assert measure_km(square, 40.5, 40.5) == 0
    assert 110 < measure_km(square, 42, 40.5) < 112


def test_the_record_and_its_shapes_agree(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out
    assert "every deed in or beside its zone" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["zones", "countries"])
def test_missing_and_spare_shapes_are_reported(name: str, shapes: Mapping[str, Shapes]) -> None:
    tables = read_unchecked()
    row = tables[name][0]
    rest = {key: shape for key, shape in shapes[name].items() if key != row["id"]}
    found = list(check_shapes(tables, {name: {**rest, "atlantis": shapely.box(0, 0, 1, 1)}}))
    assert [str(problem) for problem in found] == [
        f'{name}.csv line 2: id "{row["id"]}": has no shape',
        f'{name}.csv: id "atlantis": has a shape and no row',
    ]


def test_a_deed_far_from_its_zone_is_reported(shapes: Mapping[str, Shapes]) -> None:
    event = {**find_event("vorukh-2014"), "lat": 50.0}
    (problem,) = check_deeds({"events": [event]}, shapes["zones"])
    start = f'events.csv line {event["line"]}: zone_id "vorukh": '
    assert str(problem).startswith(start)
    assert str(problem).endswith(" km away, not beside the event")
    words = {**event, "kind": "declaration"}
    assert list(check_deeds({"events": [words]}, shapes["zones"])) == []

"""A reader's own layers as they are sent: read whole, or refused with what is wrong."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest

from components.core.user_layers.layer import (
    ALWAYS,
    find_view_period,
    number_day,
    select_layers,
)
from components.core.user_layers.reading import MOST_PLAIN, InvalidLayers, read_layers
from components.core.view_state import View
from data.load import read_record


def encode(values: Sequence[float], kind: str) -> str:
    return base64.b64encode(np.array(values, kind).tobytes()).decode()


def make_layer(**changes: Any) -> dict[str, Any]:
    """Three points, of 1999, of 2001 and without a date, and a triangle of 2001."""
    days = [number_day(date(year, 5, 1)) for year in (1999, 2001)]
    starts = [ALWAYS, days[0], days[1], days[1]]
    return {
        "name": "Incidents",
        "opacity": 0.8,
        "span": "view",
        "categories": ["raid", "<b>"],
        "categoryName": "kind",
        "sizeName": "",
        "count": 4,
        "lon": encode([44, 45, 46, 47], "<f4"),
        "lat": encode([40, 41, 42, 43], "<f4"),
        "start": encode(starts, "<i4"),
        "end": encode(starts, "<i4"),
        "category": encode([0, 1, 0, 1], "u1"),
        "radius": encode([9, 9, 20, 9], "u1"),
        "shape": encode([-1, -1, -1, 0], "<i4"),
        "shapes": [{"isArea": True, "rings": [encode([44, 40, 48, 40, 46, 44, 44, 40], "<f4")]}],
    } | changes


def pack_layers(*layers: dict[str, Any]) -> bytes:
    return gzip.compress(json.dumps({"version": 1, "layers": layers}).encode())


@pytest.mark.parametrize(
    ("view", "span", "shown"),
    [
        (View(1999), "view", 2),
        (View(2001), "view", 3),
        (View(2001, date=date(2001, 5, 20)), "view", 1),
        (View(2001, date=date(2001, 5, 20)), "month", 3),
        (View(2001), "all", 4),
    ],
)
def test_rows_of_a_moment_are_those_of_the_map(view: View, span: str, shown: int) -> None:
    record, today = read_record(), date(2026, 1, 1)
    layers = read_layers(pack_layers(make_layer(span=span)))
    (layer,) = select_layers(layers, record, view, today)
    assert len(layer) == shown


def test_days_of_an_event_are_those_of_the_record() -> None:
    record = read_record()
    row = record.rows("events")[0]
    period = find_view_period(record, View(row["date_start"].year, row["id"]), date(2026, 1, 1))
    last = row["date_end"] or date(2026, 1, 1)
    assert period == (number_day(row["date_start"]), number_day(last))
    assert number_day(date(1, 1, 1)) == 306


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"lon": encode([44, 45, 46, float("nan")], "<f4")}, "lon"),
        ({"lat": encode([44, 45, 46, 91], "<f4")}, "lat"),
        ({"lat": encode([44, 45], "<f4")}, "2 values for 4 rows"),
        ({"lat": "AAA"}, "lat"),
        ({"end": encode([0, 0, 0, 0], "<i4")}, "end"),
        ({"category": encode([0, 1, 2, 0], "u1")}, "category"),
        ({"radius": encode([0, 1, 200, 0], "u1")}, "radius"),
        ({"shape": encode([-1, -1, -1, 1], "<i4")}, "shape"),
        ({"shapes": [{"isArea": True, "rings": [encode([1, 2, 3], "<f4")]}]}, "shapes"),
        ({"labels": ["one"]}, "labels"),
        ({"name": 5}, "layers/0/name"),
        ({"opacity": 2}, "layers/0/opacity"),
        ({"html": "<b>"}, "layers/0"),
        ({"categories": []}, "layers/0/categories"),
    ],
)
def test_what_no_map_could_show_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidLayers, match=said):
        read_layers(pack_layers(make_layer(**changes)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        gzip.compress(b"{"),
        gzip.compress(b"[" * 100_000),
        gzip.compress(b'{"version": 1, "layers": [NaN]}'),
        gzip.compress(b"0" * (MOST_PLAIN + 1)),
        gzip.compress(b"{}") + b"more",
        pack_layers(make_layer())[:-9],
    ],
    ids=("empty", "plain", "half", "deep", "not a number", "large", "more", "cut"),
)
def test_what_is_no_file_of_layers_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidLayers):
        read_layers(content)

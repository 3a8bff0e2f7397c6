"""A layer of a reader's own: rows in time, each a point, a line or an area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from components.core.i18n import gettext as _
from components.core.view_day import find_view_day
from components.core.view_state import View
from data.record import Record

# The first day of a row without a date, which is always shown.
ALWAYS = -(2**31)
# `core/iso_day.ts` counts days from 1 March of the year 0.
DAYS_BEFORE_ORDINALS = 305
DAYS_BEFORE: dict[str, float] = {"view": 0, "month": 30, "year": 365, "all": float("inf")}
HALF_PIXEL = 0.5
# Bytes of layers as they are sent.
MOST_SENT = 2_000_000


@dataclass(frozen=True)
class OwnShape:
    """A line or an area by its rings: arrays of longitude and latitude, shape (points, 2)."""

    is_area: bool
    rings: tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class OwnLayer:
    """A layer with its rows as arrays of one length, in degrees, days and pixels.

    `shape` is the place in `shapes` of a row that is no point, else -1; `category` that of its
    value in `categories`, of which the empty one stands for all others.
    """

    name: str
    opacity: float
    span: str
    category_name: str
    categories: tuple[str, ...]
    lon: Any
    lat: Any
    start: Any
    end: Any
    category: Any
    radius: Any
    shape: Any
    shapes: tuple[OwnShape, ...] = ()

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.lon)


def number_day(day: date) -> int:
    """The number of a day, as `numberOf` of `core/iso_day.ts` counts them."""
    return day.toordinal() + DAYS_BEFORE_ORDINALS


def find_view_period(record: Record, view: View, today: date) -> tuple[int, int]:
    """The first and last day of a view: its date, those of its event, or its year.

    As the map has them for a reader's layers. KeyError for an unknown event.
    """
    if view.date is None and view.event is not None:
        row = record.row("events", view.event)
        return number_day(row["date_start"]), number_day(row["date_end"] or today)
    if view.date is None:
        return number_day(date(view.year, 1, 1)), number_day(date(view.year, 12, 31))
    day = number_day(find_view_day(record, view, today))
    return day, day


def select_period(layer: OwnLayer, first: int, last: int) -> OwnLayer:
    """The rows that a period shows, by the span of the layer, as `choosePeriod` in the browser."""
    before = DAYS_BEFORE[layer.span]
    begin = first if layer.span == "view" else min(first, last - before + 1)
    shown = (layer.start == ALWAYS) | ((layer.start <= last) & (layer.end >= begin))
    columns = ("lon", "lat", "start", "end", "category", "radius", "shape")
    return replace(layer, **{name: getattr(layer, name)[shown] for name in columns})


def select_layers(
    layers: Sequence[OwnLayer], record: Record, view: View, today: date
) -> tuple[OwnLayer, ...]:
    """What a view shows of layers, from back to front."""
    first, last = find_view_period(record, view, today)
    return tuple(select_period(layer, first, last) for layer in layers)


def credit_layer(name: str) -> str:
    """Whose a layer is."""
    return _("Layer of the author's own: {name}", name=name)


def credit_layers(names: Sequence[str]) -> str:
    """Whose layers these are, and that the record has no part in them; empty for none."""
    if not names:
        return ""
    credits = ". ".join(credit_layer(name) for name in names)
    return f"{credits}. {say_not_of_record()}"


def say_not_of_record() -> str:
    """That a reader's own layers are none of the atlas's."""
    return _("The author's own layers are not part of the record of the atlas.")

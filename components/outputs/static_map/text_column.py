"""A column of text and swatches that is filled from the top."""

from __future__ import annotations

import shapely

from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.fonts import BOLD, SANS, Face, measure
from components.outputs.static_map.positions import draw_mark
from components.outputs.static_map.styles import Fill
from components.outputs.static_map.text_layout import put, wrap

LEADING, ROW_LEADING = 1.32, 1.15
SWATCH = (25.0, 15.0)
ROW_SIZE, ROW_HEIGHT, ROW_INDENT, ROW_GAP = 15.0, 23.5, 36.0, 10.0
ORDER = 30


class Column:
    """Where the next line goes: `x` and `width` in pixels, `y` the top of what is free."""

    def __init__(self, page: Canvas, x: float, top: float, width: float, bottom: float) -> None:
        """Take the rectangle; nothing is drawn below `bottom`."""
        self.page, self.x, self.y, self.width, self.bottom = page, x, top, width, bottom

    @property
    def unit(self) -> float:
        """The size of the furniture."""
        return self.page.frame.unit

    @property
    def room(self) -> float:
        """Height that is left."""
        return self.y - self.bottom

    def skip(self, height: float) -> None:
        """Leave a gap, in units."""
        self.y -= height * self.unit

    def write(
        self,
        text: str,
        face: Face,
        size: float,
        colour: str,
        most: int = 99,
        lead: float = LEADING,
        link: str = "",
    ) -> None:
        """A paragraph of at most `most` lines, or as many as there is room for.

        In a PDF each of its lines leads to `link`, if that is an address of the web.
        """
        size *= self.unit
        fit = int(self.room // (size * lead))
        if fit < 1 or not text:
            return
        for line in wrap(text, face, size, self.width, min(most, fit)):
            put(
                self.page.axes,
                self.x,
                self.y - size * 0.98,
                line,
                face,
                size,
                color=colour,
                zorder=ORDER,
                url=link if link.startswith(("https://", "http://")) else None,
            )
            self.y -= size * lead

    def rule(self, colour: str) -> None:
        """A hairline across the column."""
        line = shapely.LineString([(self.x, self.y), (self.x + self.width, self.y)])
        self.page.line(line, colour, 1.0, ORDER)

    def head(self, text: str, colour: str, size: float = 13.0) -> None:
        """A small heading."""
        self.write(text, BOLD, size, colour, most=1)

    def row(self, paint: Fill, text: str, count: str, colour: str) -> None:
        """A swatch, what it stands for, and how many of it there are."""
        unit, size = self.unit, ROW_SIZE * self.unit
        middle = self.y - ROW_HEIGHT * unit / 2
        draw_swatch(self.page, self.x, middle, paint)
        left, base = self.x + ROW_INDENT * unit, middle - 0.33 * size
        style = {"color": colour, "zorder": ORDER}
        lines = wrap_row(text, count, self.width, unit)
        for place, line in enumerate(lines):
            below = place * size * ROW_LEADING
            put(self.page.axes, left, base - below, line, SANS, size, **style)
        right = self.x + self.width
        put(self.page.axes, right, base, count, SANS, size, ha="right", **style)
        self.y -= measure_row(text, count, self.width, unit)


def wrap_row(text: str, count: str, width: float, unit: float) -> list[str]:
    """The lines of a row's text beside its count, at most two."""
    size = ROW_SIZE * unit
    room = width - (ROW_INDENT + ROW_GAP) * unit - measure(count, SANS, size)
    return wrap(text, SANS, size, room, most=2)


def measure_row(text: str, count: str, width: float, unit: float) -> float:
    """Height of a row in pixels."""
    more = len(wrap_row(text, count, width, unit)) - 1
    return (ROW_HEIGHT + more * ROW_SIZE * ROW_LEADING) * unit


def draw_swatch(page: Canvas, x: float, middle: float, paint: Fill) -> None:
    """A swatch drawn with the very paint of the map; `x` is its left edge."""
    unit = page.frame.unit
    width, height = SWATCH[0] * unit, SWATCH[1] * unit
    if paint.mark:
        draw_mark(page, (x + width / 2, middle - height / 8), height / 2, paint, ORDER)
        return
    box = shapely.box(x, middle - height / 2, x + width, middle + height / 2)
    page.fill(box, paint.fill, ORDER)
    page.cover(box, paint, ORDER + 0.1)
    page.line(box, paint.line, paint.width, ORDER + 0.2, paint.dash)

"""A column of text and swatches that is filled from the top."""

from __future__ import annotations

import shapely

from components.picture.fonts import BOLD, SANS, Face, measure
from components.picture.paint import Paint
from components.picture.strokes import Sheet
from components.picture.text import put, wrap

LEADING, ROW_LEADING = 1.32, 1.15
SWATCH = (25.0, 15.0)
ORDER = 30


class Column:
    """Where the next line goes: `x` and `width` in pixels, `y` the top of what is free."""

    def __init__(self, page: Sheet, x: float, top: float, width: float, bottom: float) -> None:
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
        self, text: str, face: Face, size: float, colour: str, most: int = 99, lead: float = LEADING
    ) -> None:
        """A paragraph of at most `most` lines, or as many as there is room for."""
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
            )
            self.y -= size * lead

    def rule(self, colour: str) -> None:
        """A hairline across the column."""
        line = shapely.LineString([(self.x, self.y), (self.x + self.width, self.y)])
        self.page.line(line, colour, 1.0, ORDER)

    def head(self, text: str, colour: str, size: float = 13.0) -> None:
        """A small heading."""
        self.write(text, BOLD, size, colour, most=1)

    def row(
        self,
        paint: Paint,
        text: str,
        count: str,
        colour: str,
        *,
        size: float = 15.0,
        height: float = 23.5,
    ) -> None:
        """A swatch, what it stands for, and how many of it there are."""
        unit, size = self.unit, size * self.unit
        middle = self.y - height * unit / 2
        draw_swatch(self.page, self.x, middle, paint)
        left = self.x + (SWATCH[0] + 11) * unit
        right = self.x + self.width
        space = measure(count, SANS, size) + 10 * unit
        lines = wrap(text, SANS, size, right - left - space, most=2)
        style = {"color": colour, "zorder": ORDER}
        for place, line in enumerate(lines):
            below = place * size * ROW_LEADING
            y = middle - 0.33 * size - below
            put(self.page.axes, left, y, line, SANS, size, **style)
        put(self.page.axes, right, middle - 0.33 * size, count, SANS, size, ha="right", **style)
        self.y -= height * unit + (len(lines) - 1) * size * ROW_LEADING


def draw_swatch(page: Sheet, x: float, middle: float, paint: Paint) -> None:
    """A swatch drawn with the very paint of the map; `x` is its left edge."""
    unit = page.frame.unit
    width, height = SWATCH[0] * unit, SWATCH[1] * unit
    box = shapely.box(x, middle - height / 2, x + width, middle + height / 2)
    page.fill(box, paint.fill, ORDER)
    page.cover(box, paint, ORDER + 0.1)
    page.line(box, paint.line, paint.width, ORDER + 0.2, paint.dash)

"""How maps are drawn, from `drawing.json`: the browser's scripts are built with the same table.

Line widths are pixels of a map on a screen; `gap` is the line within each gap of weak evidence. The
projection is Albers' equal-area conic with its true parallels through the Caucasus and through
Moscow, in degrees.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "drawing.json").read_text(encoding="utf-8")
)

LINE_WIDTHS: dict[str, float] = _TABLE["line_widths"]
OPACITIES: dict[str, float] = _TABLE["opacities"]
PARALLELS: tuple[float, float] = tuple(_TABLE["projection"]["parallels"])
LATITUDE: float = _TABLE["projection"]["latitude"]
MERIDIAN: float = _TABLE["projection"]["meridian"]

"""Setting text on a picture: always as text, never as mathematics or markup."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Any

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

from components.outputs.static_map.fonts import Face, families, measure

POINTS_PER_PIXEL = 0.72
# What XML 1.0 cannot hold, and what would turn the direction of the text around it.
UNFIT = re.compile(
    "[^\\x20-\\x7e\\xa0-\\u200d\\u2010-\\u2027\\u2030-\\u205f\\u2070-\\ud7ff"
    "\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
MOST_LETTERS = 4000
# Marks on one letter, as the stream-safe text format has it (Unicode UAX #15): with hundreds
# the letter is one entry of the character map of a PDF, too long for those who read that map.
MOST_MARKS = 30
MARKS = {"Mn", "Me", "Cf"}
ELLIPSIS = "…"


def clean(text: str) -> str:
    """One line that every format can hold: what cannot be shown becomes a space or is replaced."""
    line = re.sub(r"[\s\u2028\u2029]+", " ", text[:MOST_LETTERS]).strip()
    runs = groupby(UNFIT.sub("\ufffd", line), lambda letter: unicodedata.category(letter) in MARKS)
    return "".join("".join([*run][: MOST_MARKS if marks else None]) for marks, run in runs)


def wrap(text: str, face: Face, size: float, width: float, most: int = 99) -> list[str]:
    """Lines no wider than `width`; beyond `most` lines the text ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in clean(text).split(" "):
        tried = f"{line} {word}" if line else word
        if measure(tried, face, size) <= width:
            line = tried
            continue
        if line:
            lines.append(line)
        while measure(word, face, size) > width and len(lines) <= most:
            head = _cut(word, face, size, width)
            lines.append(head)
            word = word[len(head) :]
        line = word
        if len(lines) > most:
            break
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), face, size, width)]
    return lines


def _cut(word: str, face: Face, size: float, width: float) -> str:
    """As many letters of a word as fit, at least one."""
    for at in range(2, len(word) + 1):
        if measure(word[:at], face, size) > width:
            return word[: at - 1]
    return word


def shorten(text: str, face: Face, size: float, width: float) -> str:
    """A line no wider than `width`, with an ellipsis where it was cut."""
    line = clean(text)
    if measure(line, face, size) <= width:
        return line
    return _cut(line, face, size, width - measure(ELLIPSIS, face, size)).rstrip() + ELLIPSIS


def put(axes: Axes, x: float, y: float, text: str, face: Face, size: float, **style: Any) -> Any:
    """One line of text at (x, y), sizes in pixels; its baseline is at y unless `va` says else."""
    return axes.text(
        x,
        y,
        clean(text),
        family=families(face),
        fontsize=size * POINTS_PER_PIXEL,
        parse_math=False,
        **{"va": "baseline", "ha": "left", **style},
    )


def put_haloed(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    face: Face,
    size: float,
    *,
    halo: str,
    width: float,
    **style: Any,
) -> Any:
    """Text that begins at (x, baseline y), over its own outline in the colour `halo`.

    The outline is a path of its own, so that the text itself stays text in PDF and SVG.
    """
    line = clean(text)
    font = FontProperties(family=families(face), size=size)
    # Not TextPath: that would take what stands between two dollar signs for mathematics.
    vertices, codes = text_to_path.get_text_path(font, line, ismath=False)
    outline = Path(vertices, codes)
    scale = size / text_to_path.FONT_SCALE
    axes.add_artist(
        PathPatch(
            outline,
            transform=Affine2D().scale(scale).translate(x, y) + axes.transData,
            facecolor="none",
            edgecolor=halo,
            linewidth=width * POINTS_PER_PIXEL,
            joinstyle="round",
            alpha=0.9,
            zorder=style.get("zorder", 1) - 0.01,
        )
    )
    return put(axes, x, y, line, face, size, **style)

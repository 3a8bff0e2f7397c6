"""Pictures as files: PNG, SVG, PDF and many pages of PDF. The same picture gives the same bytes."""

from __future__ import annotations

import base64
import io
import logging
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib
from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.image import AxesImage
from matplotlib.text import Text

from components.outputs.static_map.figure import AUTHOR, DOTS_PER_INCH, LOCK, Picture
from components.outputs.static_map.fonts import FACES, Face, make_font
from data.languages import DEFAULT

FORMATS = ("png", "svg", "pdf")
SCALES = (1, 2)
PATH = re.compile(rb'<path [^>]*?d="[^"]*"')
DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>\n?")
DECIMALS = re.compile(rb"(-?\d+\.\d\d)\d+")
SETTINGS: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "csto-stance-atlas",
    "pdf.fonttype": 42,
    "path.simplify": True,
    # Letters stand where they are measured to stand, and where their halo is.
    "text.hinting": "none",
    "text.usetex": False,
    "text.parse_math": False,
}
# Fixed, since the file's own day would make two files of one picture differ.
UNDATED: dict[str, Any] = {"CreationDate": None, "ModDate": None}


def write_picture(figure: Picture, kind: str, scale: int = 1) -> bytes:
    """A picture as a file; `scale` 2 doubles the pixels of a PNG. ValueError for another format."""
    if kind not in FORMATS or scale not in SCALES:
        raise ValueError(f"no picture is written as {kind!r} at scale {scale!r}")
    with LOCK, _drawing():
        if kind == "svg":
            return _write_svg(figure)
        buffer = io.BytesIO()
        metadata = _describe(figure, kind)
        dpi = DOTS_PER_INCH * scale if kind == "png" else DOTS_PER_INCH
        figure.savefig(buffer, format=kind, dpi=dpi, metadata=metadata)
        return buffer.getvalue()


def write_pages(figures: Iterable[Picture], title: str = "", language: str = DEFAULT) -> bytes:
    """Pictures as the pages of one PDF; of a generator only one is held at a time."""
    buffer = io.BytesIO()
    metadata = {"Title": title, "Author": AUTHOR, "Creator": AUTHOR, "Producer": AUTHOR, **UNDATED}
    if not title:
        del metadata["Title"]
    with LOCK, _drawing(), PdfPages(buffer, metadata=metadata) as pages:
        for figure in figures:
            figure.savefig(pages, format="pdf", dpi=DOTS_PER_INCH)
            figure.clear()
    return buffer.getvalue()


@contextmanager
def _drawing() -> Iterator[None]:
    """The settings of a file; a letter that no face has is drawn as a box and not warned of."""
    fonts = logging.getLogger("fontTools.subset")
    fonts.setLevel(logging.ERROR)
    with matplotlib.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def _describe(figure: Picture, kind: str) -> dict[str, Any]:
    if kind == "png":
        return {
            "Title": figure.title,
            "Author": figure.author,
            "Description": figure.description,
            "Software": AUTHOR,
        }
    return {
        "Title": figure.title,
        "Subject": figure.description,
        "Author": figure.author,
        "Creator": AUTHOR,
        "Producer": AUTHOR,
        **UNDATED,
    }


def _write_svg(figure: Picture) -> bytes:
    """Text stays text, in the faces of the atlas: the letters used are carried along."""
    relief = figure.findobj(AxesImage)
    for image in relief:
        image.set_visible(False)
    buffer = io.BytesIO()
    metadata = {
        "Title": figure.title,
        "Description": figure.description,
        "Creator": figure.author,
        "Date": None,
        "Format": None,
        "Type": None,
    }
    figure.savefig(buffer, format="svg", dpi=72, metadata=metadata)
    for image in relief:
        image.set_visible(True)
    style = "".join(_embed(face, letters) for face, letters in _find_letters(figure).items())
    drawn = PATH.sub(_shorten_numbers, buffer.getvalue())
    # The type of the document names a foreign address, which some programs would ask for.
    head, found, rest = DOCTYPE.sub(b"", drawn, count=1).partition(b"<defs>")
    return head + found + f'\n  <style type="text/css">{style}</style>'.encode() + rest


def _shorten_numbers(path: re.Match[bytes]) -> bytes:
    """A path with two decimals: a hundredth of a point cannot be seen."""
    return DECIMALS.sub(rb"\1", path[0])


def _find_letters(figure: Picture) -> dict[Face, str]:
    """The letters that each face sets."""
    letters: dict[str, set[str]] = {}
    for text in figure.findobj(Text):
        letters.setdefault(text.get_fontfamily()[0], set()).update(text.get_text())
    faces = {face.family: face for face in FACES}
    return {faces[name]: "".join(sorted(of)) for name, of in letters.items() if name in faces}


def _embed(face: Face, letters: str) -> str:
    """A face with some letters only, as a rule of a style sheet; nothing of a table is in it."""
    font = TTFont(make_font(face), recalcTimestamp=False)
    options = subset.Options(notdef_outline=True, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    data = base64.b64encode(buffer.getvalue()).decode("ascii")
    source = f"url(data:font/woff2;base64,{data})"
    return f'@font-face{{font-family:"{face.family}";src:{source} format("woff2")}}'

"""Pictures as files: PNG, SVG, PDF and many pages of PDF. The same picture gives the same bytes."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib
from matplotlib.backends.backend_pdf import PdfPages

from components.outputs.static_map.figure import AUTHOR, DOTS_PER_INCH, LOCK, Picture
from components.outputs.static_map.svg_file import write_svg
from data.languages import DEFAULT

FORMATS = ("png", "svg", "pdf")
SCALES = (1, 2)
SETTINGS: Any = {
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
            return write_svg(figure)
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

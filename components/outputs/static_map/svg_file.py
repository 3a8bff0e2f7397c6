"""A picture as SVG that looks the same in every program, and whose text can still be found.

Only browsers take the typefaces that a drawing carries; other programs set another, wider one. So
letters are drawn as outlines, and each line of text lies over its own, unseen.
"""

from __future__ import annotations

import io
import re
from html import escape

import matplotlib
from matplotlib.image import AxesImage
from matplotlib.text import Text

from components.outputs.static_map.figure import Picture

PATH = re.compile(r'<path [^>]*?d="[^"]*"')
DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>\n?")
DECIMALS = re.compile(r"(-?\d+\.\d\d)\d+")
GROUP = re.compile(r'<g id="(text_\d+)">\n')
LINE = re.compile(r'<g id="(text_\d+)">\s*(?:<!--.*?-->\s*)?(<text .*?</text>)', re.DOTALL)
UNSEEN = '<text fill-opacity="0" stroke="none" '
FILL = re.compile(r"(?:(?<=[\"; ])fill: #[0-9a-f]+|; opacity: [\d.]+)")


def write_svg(figure: Picture) -> bytes:
    """The picture as UTF-8: outlines with their text, a title, a description and its language."""
    hidden = [*figure.findobj(AxesImage)]
    linked = [(text, text.get_url()) for text in figure.findobj(Text) if text.get_url()]
    for image in hidden:
        image.set_visible(False)
    for text, _url in linked:
        text.set_url(None)
    drawn, lines = _save(figure, "path"), dict(LINE.findall(_save(figure, "none")))
    for image in hidden:
        image.set_visible(True)
    for text, url in linked:
        text.set_url(url)

    def add_line(group: re.Match[str]) -> str:
        line = FILL.sub("", lines.get(group[1], "")).replace("<text ", UNSEEN, 1)
        return f"{group[0]}    {line}\n" if line else group[0]

    # The type of the document names a foreign address, which some programs would ask for.
    whole = DOCTYPE.sub("", GROUP.sub(add_line, drawn), count=1)
    whole = whole.replace("<svg ", f'<svg role="img" xml:lang="{figure.language}" ', 1)
    head, end, rest = whole.partition("</title>")
    told = f"{head}{end}\n <desc>{escape(figure.description)}</desc>{rest}"
    return PATH.sub(_shorten_numbers, told).encode("utf-8", "replace")


def _save(figure: Picture, kind: str) -> str:
    """The figure as matplotlib writes it: letters as a `path`, or as text (`none`)."""
    buffer = io.BytesIO()
    metadata = {
        "Title": figure.title,
        "Description": figure.description,
        "Creator": figure.author,
        "Date": None,
        "Format": None,
        "Type": None,
    }
    with matplotlib.rc_context({"svg.fonttype": kind}):
        figure.savefig(buffer, format="svg", dpi=72, metadata=metadata)
    return buffer.getvalue().decode("utf-8")


def _shorten_numbers(path: re.Match[str]) -> str:
    """A path with two decimals: a hundredth of a point cannot be seen."""
    return DECIMALS.sub(r"\1", path[0])

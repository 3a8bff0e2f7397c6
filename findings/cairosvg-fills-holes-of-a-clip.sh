#!/usr/bin/env bash
# CairoSVG 2.9.1 with Pillow 13.0.0 (PyPI).
# Seen: a clip path with clip-rule="evenodd" loses its hole, while the same path filled with
# fill-rule="evenodd" keeps it: hatching that is clipped to a country also covers the enclaves inside it. A
# colour of four hexadecimal digits drops its opacity (#f008 is opaque red), and hsl(0, 100%, 50%), old
# enough for any browser, is painted black. All of it without a word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cairosvg==2.9.1 pillow==13.0.0 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import io
import sys

import cairosvg
from PIL import Image


def middle(body: str) -> tuple:
    """Draw the shapes and look at the pixel in the middle."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{body}</svg>'
    picture = Image.open(io.BytesIO(cairosvg.svg2png(svg.encode())))
    return picture.convert("RGBA").getpixel((20, 20))


ring = "M0 0H40V40H0ZM10 10H30V30H10Z"
square = '<rect width="40" height="40" fill="red" {}/>'
seen = {
    "filled": middle(f'<path fill="red" fill-rule="evenodd" d="{ring}"/>'),
    "clipped": middle(
        f'<defs><clipPath id="c"><path clip-rule="evenodd" d="{ring}"/></clipPath></defs>'
        + square.format('clip-path="url(#c)"')
    ),
    "#f008": middle(square.format('style="fill: #f008"')),
    "hsl": middle(square.format('style="fill: hsl(0, 100%, 50%)"')),
}
print(seen)
red = (255, 0, 0, 255)
wanted = {"filled": (0, 0, 0, 0), "clipped": red, "#f008": red, "hsl": (0, 0, 0, 255)}
sys.exit(0 if seen == wanted else 1)
PY

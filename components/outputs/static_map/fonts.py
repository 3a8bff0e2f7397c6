"""The typefaces of the atlas for matplotlib, made from the web fonts that the app serves.

matplotlib reads no WOFF2 and no variable font, and the web fonts are split by alphabet: so each
face is set to its weight and joined, which is kept from one start to the next, and lies in a
temporary folder for as long as the process lives.
"""

from __future__ import annotations

import atexit
import io
import shutil
import tempfile
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from matplotlib import font_manager

from components.core.build_cache import hash_text, keep_built

FOLDER = Path(__file__).parents[2] / "vendor" / "fonts"
SCRIPTS = ("latin", "cyrillic", "latin-ext")
# Layout tables of separate fonts do not join well, and labels need no ligatures.
DROPPED = ("GSUB", "GPOS", "GDEF", "STAT")
FALLBACK = "DejaVu Sans"


@dataclass(frozen=True)
class Face:
    """A face of the atlas: `family` is the name it is registered under."""

    family: str
    file: str
    weight: int


SANS = Face("Source Sans 3", "source-sans-3", 400)
BOLD = Face("Source Sans 3 Semibold", "source-sans-3", 600)
SERIF = Face("Source Serif 4 Semibold", "source-serif-4", 600)
FACES = (SANS, BOLD, SERIF)


@cache
def make_folder() -> Path:
    """A temporary folder that goes when the process does."""
    folder = Path(tempfile.mkdtemp(prefix="atlas-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def make_font(face: Face) -> Path:
    """The path of a face as TrueType; takes about 0.4 s where none is kept."""
    hashes = [hash_text(find_web_font(face, script).read_bytes()) for script in SCRIPTS]
    kept = keep_built(
        f"font-{face.file}-{face.weight}",
        lambda: b64encode(join_scripts(face)).decode(),
        *(face, hashes, version("fonttools")),
    )
    path = make_folder() / f"{face.file}-{face.weight}.ttf"
    path.write_bytes(b64decode(kept))
    return path


def find_web_font(face: Face, script: str) -> Path:
    """The path of the letters of a script in all weights of a face."""
    return FOLDER / f"{face.file}-{script}-wght-normal.woff2"


def join_scripts(face: Face) -> bytes:
    """A face as TrueType: one weight, the letters of every script."""
    parts = []
    for script in SCRIPTS:
        font = TTFont(recalcTimestamp=False, file=find_web_font(face, script))
        for tag in DROPPED:
            if tag in font:
                del font[tag]
        instancer.instantiateVariableFont(font, {"wght": face.weight}, inplace=True)
        font.flavor = None
        part = io.BytesIO()
        font.save(part)
        part.seek(0)
        parts.append(part)
    joined = Merger().merge(parts)
    joined.recalcTimestamp = False
    joined["head"].modified = joined["head"].created
    for record in joined["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = face.family
        elif record.nameID == 6:
            record.string = face.family.replace(" ", "")
    # Registered as a regular face of its own family, so that no weight has to be matched.
    joined["OS/2"].usWeightClass = 400
    whole = io.BytesIO()
    joined.save(whole)
    return whole.getvalue()


@cache
def load_faces() -> None:
    """Register every face with matplotlib, once."""
    for face in FACES:
        font_manager.fontManager.addfont(make_font(face))


@cache
def read_advances(face: Face) -> dict[str, float]:
    """Width of each character of a face, as a share of the type size."""
    font = TTFont(make_font(face))
    units, widths = font["head"].unitsPerEm, font["hmtx"]
    return {chr(code): widths[name][0] / units for code, name in font.getBestCmap().items()}


def families(face: Face) -> list[str]:
    """The family to set text in, then one that has letters of many alphabets."""
    load_faces()
    return [face.family, FALLBACK]


def measure(text: str, face: Face, size: float) -> float:
    """Width of a line of text in the unit of `size`; letters of other alphabets are estimated."""
    advances = read_advances(face)
    return size * sum(advances.get(letter, 0.8) for letter in text)

"""Files ordered from the bent app, and the traces that a text could leave in each."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.request import urlopen
from xml.etree import ElementTree

import pikepdf
from pptx import Presentation

from tests.injection_strings import FOREIGN

KINDS = ("view", "event", "comparison", "story")
EVENT, OTHER_YEAR = "april-war-2016", 1995
STORY = "title: {en: A story, ru: Story}\nsteps:\n"
QUERIES = {
    "view": f"event={EVENT}",
    "event": f"event={EVENT}",
    "comparison": f"event={EVENT}&b-year={OTHER_YEAR}",
    "story": "",
}
PATIENCE = 240
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "g", "defs", "use", "path", "rect", "text", "clipPath", "style", "image"}
SAID = {"metadata", "title", "RDF", "Work", "type", "creator", "Agent", "description", "desc"}
WITHIN = ("#", "data:image/png;base64,")
# Parts of a presentation that could run or fetch something.
ACTIVE_PARTS = re.compile(r"vba|activeX|embeddings|externalLink|media\d*\.(?!png)", re.I)
ACTIVE_TAGS = re.compile(r"\}(oleObj|control|hlinkMouseOver|snd|videoFile|audioFile)$")
ACTIVE_KEYS = {"/OpenAction", "/AA", "/AcroForm", "/Names", "/JS", "/Launch"}


def write_story(views: Iterable[str]) -> bytes:
    """A story without words of its own: each step takes those of the record."""
    return (STORY + "".join(f"  - {{view: {view}}}\n" for view in views)).encode()


def order_file(url: str, name: str, story: bytes = b"") -> bytes:
    """A file of the exports; HTTPError when it was not made."""
    kind = name.split(".")[0]
    body = story if kind == "story" else None
    with urlopen(f"{url}/export/{name}?lang=en&{QUERIES[kind]}", body, timeout=PATIENCE) as answer:
        return bytes(answer.read())


def order_each(url: str, suffix: str, story: bytes) -> dict[str, bytes]:
    """A file of each kind in a format, by kind."""
    with ThreadPoolExecutor(len(KINDS)) as pool:
        made = pool.map(lambda kind: order_file(url, f"{kind}.{suffix}", story), KINDS)
        return dict(zip(KINDS, made, strict=True))


def unpack(content: bytes) -> list[bytes]:
    """The pictures of an archive, or the one that is none."""
    if not content.startswith(b"PK"):
        return [content]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return [packed.read(name) for name in packed.namelist()]


def read_drawing(content: bytes) -> list[str]:
    """The lines of text of an SVG that draws, and neither runs nor fetches."""
    root = ElementTree.fromstring(content)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= DRAWN | SAID, names
    for element in root.iter():
        for name, value in element.attrib.items():
            short = name.rpartition("}")[2].lower()
            assert not short.startswith("on"), name
            assert FOREIGN not in value, value
            assert short not in ("href", "src") or value.startswith(WITHIN), value[:80]
    assert not [rule for rule in root.iter(f"{SVG}style") if FOREIGN in (rule.text or "")]
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def check_document(content: bytes, links: str) -> int:
    """The pages of a PDF that only shows: no script, no form, and no link but to the atlas."""
    with pikepdf.Pdf.open(io.BytesIO(content)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                assert not ACTIVE_KEYS & set(each.keys()), each
        notes = [note for page in document.pages for note in page.get("/Annots", [])]
        assert {str(note.Subtype) for note in notes} <= {"/Link"}
        assert all(str(note.A.URI).startswith(links) for note in notes)
        assert all(str(note.A.S) == "/URI" for note in notes)
        return len(document.pages)


def count_pages(content: bytes) -> int:
    """The pages of a PDF."""
    with pikepdf.Pdf.open(io.BytesIO(content)) as document:
        return len(document.pages)


def read_slides(content: bytes, links: str) -> list[Any]:
    """The slides of a presentation whose only links are addresses of the atlas itself."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert not [name for name in packed.namelist() if ACTIVE_PARTS.search(name)]
        slides = [name for name in packed.namelist() if re.fullmatch(r"ppt/.*slide\d+\.xml", name)]
        tags = {e.tag for name in slides for e in ElementTree.fromstring(packed.read(name)).iter()}
        assert not [tag for tag in tags if ACTIVE_TAGS.search(tag)]
    shown = list(Presentation(io.BytesIO(content)).slides)
    for slide in shown:
        parts = [slide.part, slide.notes_slide.part] if slide.has_notes_slide else [slide.part]
        found = [rel.target_ref for part in parts for rel in part.rels.values() if rel.is_external]
        assert all(link.startswith(links) for link in found), found
    return shown


def read_cells(slide: Any) -> Iterator[str]:
    """The text of every cell of the tables of a slide."""
    for shape in slide.shapes:
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)

"""What lies under the pages: scripts, styles, typefaces, relief, and the packed documents."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from components.outputs.static_site.compress_json import SMALLEST, pack_document
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import name_buttons, name_pages
from components.outputs.static_site.record_payload import build_shape_documents, index_relief
from components.server.code_files import COMPONENTS, find_source, read_built
from components.server.custom_component import read_style
from geodata.read import SHAPES

FONTS = COMPONENTS / "vendor" / "fonts"
PAGE_SHEETS = (
    "page/page.css",
    "events/events.css",
    "members/members.css",
    "cohesion/cohesion.css",
    "votes/votes.css",
    "method/method.css",
    "compare/compare.css",
    "story/story.css",
    "site/site.css",
    "site/pages.css",
    "site/pair.css",
)
FRAME_SHEETS = ("vendor/leaflet.css", "map/map.css", "share/share.css")
LINK = re.compile(r'url\("([^"]+\.woff2)"\)')
# An image of Leaflet's own layer control, which the atlas does not have.
UNUSED = re.compile(r"url\(images/[\w-]+\.png\)")
# Letters that no text of the record has; in a reader's own story the system's face has them.
UNWRITTEN = re.compile(r"@font-face \{[^}]*latin-ext[^}]*\}\s*")
RELIEF = "relief.json"


def add_shared_assets(files: SiteFiles) -> dict[str, str]:
    """Put everything that is the same in both languages; returns the scripts of its documents."""
    faces = LINK.sub(
        lambda found: f'url("{files.add_asset(found[1], (FONTS / found[1]).read_bytes())}")',
        UNWRITTEN.sub("", read_style("vendor/fonts/fonts.css")),
    )
    files.add_asset("site.css", faces + join_sheets(PAGE_SHEETS))
    files.add_asset("frame.css", faces + join_sheets(FRAME_SHEETS))
    files.add_asset("favicon.svg", (COMPONENTS / "server" / "favicon.svg").read_bytes())
    files.add_asset("frame.js", read_built("site/frame.js"))
    files.add_asset("pages.js", read_built("site/pages.js"))
    relief = index_relief(lambda name: files.add_asset(name, (SHAPES / name).read_bytes()))
    return add_documents(files, build_shape_documents() | {RELIEF: relief})


def join_sheets(sheets: Sequence[str]) -> str:
    """Style sheets one after the other, those that there are."""
    found = [read_style(sheet) for sheet in sheets if find_source(sheet).exists()]
    return UNUSED.sub("none", "\n".join(found))


def add_documents(files: SiteFiles, documents: Mapping[str, bytes]) -> dict[str, str]:
    """Put documents as scripts that bring them, packed: a page from a disk may load those.

    Returns the name of each one's script; a document that two languages share is put once.
    """
    scripts = {}
    for name, content in sorted(documents.items()):
        packed = json.dumps(pack_document(content, SMALLEST))
        registry = "(window.atlasSite ??= {}).documents ??= {}"
        script = f"({registry})[{json.dumps(name)}] = {packed};\n"
        scripts[name] = files.add_asset(f"document-{name.removesuffix('.json')}.js", script)
    return scripts


def add_names(
    files: SiteFiles,
    language: str,
    scripts: Mapping[str, str],
    pages: Mapping[str, Sequence[str]],
    place: str,
) -> None:
    """Put the script that says where each document is, what has a page, what the header holds.

    `place` stands in citations for an address that only the reader's browser knows.
    """
    known = {
        "documents": {},
        "scripts": scripts,
        "pages": pages,
        "words": name_buttons(),
        "header": list(name_pages().items()),
        "place": place,
        "icon": files.names["favicon.svg"],
    }
    content = json.dumps(known, sort_keys=True, ensure_ascii=False)
    files.add_asset(f"names-{language}.js", f"window.atlasSite = {content};\n")

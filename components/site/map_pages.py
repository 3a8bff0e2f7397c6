"""The page of the map: the app's map in its frame, and the panel, without scripts a list."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from components.language import current_language
from components.language import gettext as _
from components.site.elements import make, make_raw
from components.site.files import SiteFiles
from components.site.layout import Page, folder_of, root_from
from components.site.map_frame import write_frame, write_map_script
from components.site.previews import HOME
from components.site.reading import list_events
from data.record import Record


def list_map_pages(record: Record, files: SiteFiles, pictures: Mapping[str, str]) -> list[Page]:
    """The page of the map."""
    description = _(
        "What the allies of the Collective Security Treaty did when one of them was "
        "attacked or asked for help, from 1992 to today: a map with sources for every "
        "colour."
    )
    script = write_map_script()
    text = make(
        "article",
        {"class": "dossier"},
        make("h1", {}, _("CSTO Stance Atlas")),
        make("p", {}, description),
        *list_events(record, "events/"),
    )
    return [
        Page(
            path="index.html",
            title=_("CSTO Stance Atlas"),
            description=description,
            kind="map",
            body=[
                make("div", {"class": "st-key-atlas-map"}, lay_frame(files, script, "index.html")),
                make("div", {"class": "st-key-atlas-panel"}, text),
            ],
            picture=pictures.get(HOME, ""),
            scripts=[script],
        )
    ]


def lay_frame(files: SiteFiles, script: str, path: str) -> Element:
    """The frame of a map, in a page at `path`."""
    assets = root_from(folder_of(current_language()) + path) + "assets/"
    style = make("link", {"rel": "stylesheet", "href": assets + files.names["frame.css"]})
    code = make("script", {"src": assets + files.names["frame.js"]})
    inside = write_frame([style], [code, make_raw("script", script)], current_language())
    return make("iframe", {"title": _("Map"), "srcdoc": inside})

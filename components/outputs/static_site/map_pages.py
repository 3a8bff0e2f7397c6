"""The page of the map: the app's map in its frame, and the panel, without scripts a list."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.outputs.static_site.fallback_html import list_events
from components.outputs.static_site.html import make, make_raw
from components.outputs.static_site.map_iframe import write_frame, write_map_script
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import Page, folder_of, root_from
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
                make(
                    "div", {"class": "st-key-atlas-map"}, render_frame(files, script, "index.html")
                ),
                make("div", {"class": "st-key-atlas-panel"}, text),
            ],
            picture=pictures.get(HOME, ""),
            scripts=[script],
        )
    ]


def render_frame(files: SiteFiles, script: str, path: str) -> Element:
    """The frame of a map, in a page at `path`."""
    assets = root_from(folder_of(current_locale()) + path) + "assets/"
    style = make("link", {"rel": "stylesheet", "href": assets + files.names["frame.css"]})
    code = make("script", {"src": assets + files.names["frame.js"]})
    inside = write_frame([style], [code, make_raw("script", script)], current_locale())
    return make("iframe", {"title": _("Map"), "srcdoc": inside})

"""The page of the map: the app's map in its frame, and the panel, without scripts the requests."""

from __future__ import annotations

from collections.abc import Mapping

from components.core.alt_text.requests import format_requests
from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.outputs.static_site.fallback_html import describe_requests
from components.outputs.static_site.map_iframe import write_frame, write_map_script
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import Page, folder_of, root_from
from data.record import Record


def list_map_pages(record: Record, files: SiteFiles, pictures: Mapping[str, str]) -> list[Page]:
    """The page of the map."""
    description = _(
        "What the allies of the Collective Security Treaty did when one of them was "
        "attacked or asked for help, since 1992: a map with sources for every "
        "colour."
    )
    script = write_map_script()
    return [
        Page(
            path="index.html",
            title=_("CSTO Stance Atlas"),
            description=description,
            kind="map",
            template="map",
            values={
                "heading": _("CSTO Stance Atlas"),
                "finding": format_requests(record),
                "requests": describe_requests(record),
                "events": _("Events: {count} in the data", count=len(record.rows("events"))),
                "frame_title": _("Map"),
                "frame": render_frame(files, script, "index.html"),
            },
            picture=pictures.get(HOME, ""),
            scripts=[script],
        )
    ]


def render_frame(files: SiteFiles, script: str, path: str) -> str:
    """The document of the frame of a map, in a page at `path`."""
    assets = root_from(folder_of(current_locale()) + path) + "assets/"
    return write_frame(
        script,
        sheet=assets + files.names["frame.css"],
        source=assets + files.names["frame.js"],
    )

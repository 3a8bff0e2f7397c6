"""Add a third language by one entry, open every page in it, and print what they show as JSON.

A program of its own, since the languages are read once, when the atlas starts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from data.languages import ALL, Language

CODE = "qpx"
ALL[CODE] = Language(CODE, "Third", "de_DE", "de_DE", "third/", "latin", test=True)


def open_pages() -> dict[str, list[str]]:
    """What each page of the app sends to the browser."""
    from streamlit.testing.v1 import AppTest

    from tests.pages.test_pages import FRAME

    shown = {}
    for page in sorted(path.name for path in Path(FRAME).parent.glob("[!_]*.py")):
        if page == "navigation.py":
            continue
        app = AppTest.from_file(FRAME, default_timeout=120)
        app.query_params["lang"] = CODE
        app.run()
        if page != "map.py":
            app.switch_page(page).run()
        assert not app.exception, (page, app.exception)
        texts = [part.proto.json for part in app.get("bidi_component")]
        shown[page] = texts + [element.value for element in (*app.text, *app.subheader)]
    return shown


def write_site() -> dict[str, str]:
    """The first page of each kind in the static site, by its place."""
    from components.core.clock import read_today
    from components.core.i18n import locale_context
    from components.core.link_rules import build_link_rules
    from components.outputs.static_site.build import build_language
    from components.outputs.static_site.output_manifest import SiteFiles
    from components.outputs.static_site.page_template import SiteContext, place_of, render_page
    from components.outputs.static_site.shared_assets import add_shared_assets
    from data.load import read_record

    record, day, files = read_record(), read_today(), SiteFiles()
    common = add_shared_assets(files)
    with locale_context(CODE):
        pages = build_language(files, record, build_link_rules(record, day), "", {}, day, common)
        kinds = {page.kind: page for page in reversed(pages)}
        site = SiteContext("", files.names)
        return {place_of(page, CODE): render_page(page, site) for page in kinds.values()}


def describe_app() -> dict[str, object]:
    """What the server says of its languages outside a page."""
    from components.app.asset_groups import critical_assets_in
    from components.app.index_html import build_body_start
    from components.outputs.static_site.redirects import build_site_routes

    return {
        "head": build_body_start(),
        "assets": critical_assets_in(CODE),
        "routes": [route.path for route in build_site_routes()],
    }


if __name__ == "__main__":
    found = {"app": describe_app(), "pages": open_pages(), "site": write_site()}
    sys.stdout.write(json.dumps(found))

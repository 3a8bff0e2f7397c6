"""The compare page: two maps side by side, and what differs between them, found in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from components.core.alt_text import describe_comparison_in_words
from components.core.i18n import current_locale, pgettext
from components.core.i18n import gettext as _
from components.core.view_state import SECOND, LinkRules, View, write_pair
from components.features.compare.comparison_state import choose_contrast
from components.outputs.share.page_titles import name_page
from components.outputs.static_site.map_iframe import write_map_script
from components.outputs.static_site.map_pages import render_frame
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import Page

PATH = "compare/index.html"


def describe_opening_pair(rules: LinkRules, today: date) -> dict[str, str]:
    """The pair that a link without views stands for: its link, and what differs in words."""
    first = View(year=rules.last_year)
    second = choose_contrast(first, rules)
    words = describe_comparison_in_words(first, second, current_locale(), today=today)
    return {"search": write_pair(first, second, rules), "words": words}


def list_pair_pages(files: SiteFiles, pair: Mapping[str, str], picture: str) -> list[Page]:
    """The page of two maps, which says in plain text what differs between them as it opens."""
    scripts = {
        "left": write_map_script(synced=True),
        "right": write_map_script(SECOND, synced=True),
    }
    title = pgettext("page", "Compare")
    description = _("Two dates, two events or two sides of one event on synchronised maps.")
    values = {
        "heading": title,
        "summary": pair["words"],
        "frame_title": _("Map"),
        "frames": {side: render_frame(files, script, PATH) for side, script in scripts.items()},
    }
    settings = {"search": pair["search"]}
    return [
        Page(
            PATH,
            name_page(title),
            description,
            "compare",
            "compare",
            values,
            settings,
            picture=picture,
            scripts=list(scripts.values()),
        )
    ]

"""The whole site: its assets, its documents in each language, its pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from components.core.clock import read_today
from components.core.i18n import current_locale, locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.link_rules import build_link_rules
from components.core.view_state import LinkRules
from components.features.compare.diff import describe_legend
from components.features.events.dossier import read_event_styles
from components.features.sources.page import read_page
from components.outputs.static_site.cohesion_pages import describe_cohesion, list_cohesion_pages
from components.outputs.static_site.compare_pages import describe_opening_pair, list_pair_pages
from components.outputs.static_site.compress_json import write_documents, write_shared
from components.outputs.static_site.event_pages import (
    UNKNOWN_PLACE,
    cite_dossiers,
    list_event_pages,
)
from components.outputs.static_site.map_pages import list_map_pages
from components.outputs.static_site.member_pages import (
    describe_members,
    list_member_pages,
    split_members,
)
from components.outputs.static_site.notice_pages import list_notice_pages
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import Page, SiteContext, place_of, render_page
from components.outputs.static_site.panel_payload import build_panel_documents
from components.outputs.static_site.record_payload import build_site_messages, read_map_documents
from components.outputs.static_site.shared_assets import add_documents, add_names, add_shared_assets
from components.outputs.static_site.sitemap import add_sitemap
from components.outputs.static_site.sources_pages import drop_changes, list_method_pages
from components.outputs.static_site.story_pages import list_story_pages
from components.outputs.static_site.votes_pages import describe_votes_page, list_votes_pages
from data.load import read_record
from data.membership import alliance_states
from data.record import Record


def build_site(
    base: str = "", pictures: Mapping[str, bytes] | None = None, today: date | None = None
) -> SiteFiles:
    """Every file of the site.

    `base` is the address it will have (`https://host/folder/`), empty when it is not known;
    ValueError for any other. `pictures` are link previews by name, as JPEG (see `og_images.py`).
    """
    root = check_base(base)
    record = read_record()
    day = today or read_today()
    rules = build_link_rules(record, day)
    files = SiteFiles()
    common = add_shared_assets(files)
    previews = {name: f"previews/{name}.jpg" for name in pictures or {}}
    for name, content in (pictures or {}).items():
        files.add(previews[name], content)
    places: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        with locale_context(language):
            pages = build_language(files, record, rules, root, previews, day, common)
            for page in pages:
                place = place_of(page, language)
                files.add(place, render_page(page, SiteContext(root, files.names)))
                places.setdefault(page.path, {})[language] = place
    add_sitemap(files, root, places)
    return files


def build_language(
    files: SiteFiles,
    record: Record,
    rules: LinkRules,
    base: str,
    previews: Mapping[str, str],
    today: date,
    common: Mapping[str, str],
) -> list[Page]:
    """Put the documents of the language spoken now; returns its pages."""
    panel = build_panel_documents(rules, today)
    dossiers = panel["dossiers.json"]
    members = describe_members(record, rules.last_year, today)
    own, shared = split_members(record, members)
    method = drop_changes(read_page(record))
    pair = describe_opening_pair(rules, today)
    cohesion = describe_cohesion(rules)
    votes = describe_votes_page(rules)
    # These say much of the same.
    akin = {
        "dossiers.json": cite_dossiers(record, rules, dossiers, base, today),
        "panel-subjects.json": panel["panel-subjects.json"],
        "members.json": own,
        "method.json": method,
        "cohesion.json": cohesion,
        "votes.json": votes,
    }
    others = {
        "panel-years.json": panel["panel-years.json"],
        "panel-days.json": panel["panel-days.json"],
        "panel-palette.json": panel["panel-palette.json"],
        "readings.json": panel["readings.json"],
        "event-common.json": read_event_styles(),
        "members-shared.json": shared,
        "comparison-legend.json": describe_legend(),
    }
    written = {name: write_shared(content) for name, content in others.items()}
    documents = {
        **read_map_documents(today),
        **build_site_messages(),
        **write_documents(akin),
        **written,
    }
    scripts = add_documents(files, documents)
    pages = {
        "events": list(dossiers),
        "members": [state for state in members if state in alliance_states(record)],
        "method": [row["id"] for row in record.rows("sources")],
    }
    place = "" if base else UNKNOWN_PLACE
    add_names(files, current_locale(), {**common, **scripts}, pages, place)
    return [
        *list_map_pages(record, files, previews),
        *list_event_pages(record, dossiers, previews),
        *list_member_pages(record, members, previews),
        *list_pair_pages(files, pair, previews.get(HOME, "")),
        *list_cohesion_pages(cohesion, previews),
        *list_votes_pages(votes, previews),
        *list_method_pages(record, method),
        *list_story_pages(files, previews),
        *list_notice_pages(),
    ]


def check_base(base: str) -> str:
    """The address of the site, with a slash at its end; ValueError for what is no such address."""
    if not base:
        return ""
    parts = urlsplit(base)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(
            f"BASE is the address of the site, such as https://host/atlas/, not {base!r}"
        )
    return base.rstrip("/") + "/"

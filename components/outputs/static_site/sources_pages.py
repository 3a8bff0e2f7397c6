"""The sources page, and a page for each source with every claim taken from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.features.sources.change_list import ANCHOR as CHANGES
from components.outputs.share.page_titles import name_page
from components.outputs.static_site.fallback_html import describe_source, name_work
from components.outputs.static_site.page_template import Page
from data.record import Record
from data.source_contributions import describe_contributions

# Published addresses: the files stay where they were when the page of the app was named so.
FOLDER = "method"
# A proxy without a replica sends the app's addresses on to the site, path and all.
APP_PAGE = "sources"


def drop_changes(page: Mapping[str, Any]) -> dict[str, Any]:
    """The sources page without the changes of the record.

    A built site is of one version, and its pages read no version from a link.
    """
    kept = [section for section in page["sections"] if section["anchor"] != CHANGES]
    return {**page, "sections": kept}


def list_method_pages(record: Record, content: Mapping[str, Any]) -> list[Page]:
    """The sources page and one page a source, all the same text with and without scripts."""
    sources = describe_contributions(record, record_locale())
    events = {event: row["title"] for event, row in content["events"].items()}
    links = [
        {"href": f"../{FOLDER}/{source['id']}.html", "name": format_source(source)}
        for source in sources
    ]
    title = content["title"]
    description = _(
        "Claims taken from each source, how they are combined into stances, "
        "and where sources disagree."
    )
    values = {"heading": title, "sources": links}
    # The second address leads readers without scripts on to the first.
    indexes = [
        Page(f"{FOLDER}/index.html", name_page(title), description, "method", "sources", values),
        Page(
            f"{APP_PAGE}/index.html",
            name_page(title),
            description,
            "method",
            "moved",
            {"heading": title, "target": f"../{FOLDER}/index.html"},
        ),
    ]
    return [*indexes, *(render_source(source, content, events) for source in sources)]


def render_source(
    source: Mapping[str, Any], content: Mapping[str, Any], events: Mapping[str, str]
) -> Page:
    """The page of one source."""
    return Page(
        path=f"{FOLDER}/{source['id']}.html",
        title=format_source(source),
        description="",
        kind="source",
        template="source",
        values={"source": describe_source(source, content["names"], events, content["labels"])},
    )


def format_source(source: Mapping[str, Any]) -> str:
    """A source in a list: who, when, and what."""
    return ": ".join(dict.fromkeys(part for part in (name_work(source), source["title"]) if part))

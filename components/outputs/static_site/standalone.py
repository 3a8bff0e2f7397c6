"""Files that need no network: the live map of a view, a pair of maps, a story with its player."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from components.core.alt_text.titles import title_view
from components.core.clock import read_today
from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.core.link_rules import build_link_rules
from components.core.view_state import SECOND, LinkRules, View, write_link, write_pair
from components.features.compare.diff import describe_legend
from components.outputs.static_site.compress_json import pack_document, pack_documents, write_json
from components.outputs.static_site.map_iframe import write_map_script
from components.outputs.static_site.record_payload import (
    RELIEF,
    build_record_documents,
    build_shape_documents,
    embed_relief,
)
from components.outputs.static_site.standalone_html import (
    LiveAtlasLinks,
    StandalonePage,
    render_standalone,
)
from data.languages import DEFAULT
from data.load import read_record
from data.story import Story, describe_story, pick_text

Documents = Mapping[str, str]
STORIES, LEGEND = "stories.json", "comparison-legend.json"
NO_LIVE = LiveAtlasLinks()
# The name of a story that no file of the atlas holds.
OWN = "own"


def build_standalone_map(
    view: View,
    language: str = DEFAULT,
    *,
    live: LiveAtlasLinks = NO_LIVE,
    today: date | None = None,
    documents: Documents | None = None,
) -> bytes:
    """The map with its slider and evidence, opened at `view`; UTF-8, about 1.7 MB.

    `documents` are those of `pack_day_documents` for the same day and language, if they are there.
    """
    day = today or read_today()
    with locale_context(language):
        settings = {"search": write_link(view, read_rules(day))}
        packed = documents or pack_day_documents(day, language)
        return write_map(settings, live, day, packed, title=name_views(view))


def build_embedded_map(language: str, *, today: date, documents: Documents | None = None) -> bytes:
    """The map alone, to be framed by another page: it takes its view from its own address."""
    with locale_context(language):
        packed = documents or pack_day_documents(today, language)
        return write_map({}, NO_LIVE, today, packed, marks="embed")


def write_map(
    settings: dict[str, Any],
    live: LiveAtlasLinks,
    today: date,
    documents: Documents,
    *,
    marks: str = "",
    title: str = "",
) -> bytes:
    """The map in the language spoken now."""
    page = StandalonePage(
        "map",
        "site/alone.js",
        title or _("CSTO Stance Atlas"),
        {"map": write_map_script()},
        "dossier",
        documents,
        settings,
        live=live,
        marks=marks,
        holder="st-key-atlas-panel",
        takes_layers=not marks,
    )
    return render_standalone(page, today)


def build_standalone_pair(
    first: View,
    second: View,
    language: str = DEFAULT,
    *,
    live: LiveAtlasLinks = NO_LIVE,
    today: date | None = None,
    documents: Documents | None = None,
) -> bytes:
    """Two maps that move together, and what differs between them; UTF-8, about 2.3 MB."""
    day = today or read_today()
    with locale_context(language):
        search = write_pair(first, second, read_rules(day))
        page = StandalonePage(
            "compare",
            "site/alone_pair.js",
            name_views(first, second),
            {
                "left": write_map_script(synced=True),
                "right": write_map_script(SECOND, synced=True),
            },
            "differences",
            {
                **(documents or pack_day_documents(day, language)),
                LEGEND: pack_document(write_json(describe_legend())),
            },
            {"search": search},
            ("compare/compare.css", "site/pair.css"),
            live,
        )
        return render_standalone(page, day)


def build_standalone_story(
    story: Story,
    language: str = DEFAULT,
    *,
    live: LiveAtlasLinks = NO_LIVE,
    today: date | None = None,
    documents: Documents | None = None,
) -> bytes:
    """A story with its player and the map it leads; UTF-8, about 1.7 MB.

    A story without an id is a visitor's own, and said to be so.
    """
    day = today or read_today()
    told = {**describe_story(story), "id": story.id or OWN}
    with locale_context(language):
        title = pick_text(story.title, language) or _("CSTO Stance Atlas")
        if not story.id:
            title = _("{title} · user briefing", title=title)
        page = StandalonePage(
            "stories",
            "site/alone_story.js",
            title,
            {"stage": write_map_script(detached=True)},
            "stories",
            {
                **(documents or pack_day_documents(day, language)),
                STORIES: pack_document(write_json({"stories": [told]})),
            },
            {"search": f"story={told['id']}", "reader": not story.id},
            ("story/story.css", "site/pages.css"),
            live,
            takes_layers=bool(story.layers),
        )
        return render_standalone(page, day)


def name_views(*views: View) -> str:
    """The title of a file: that of its view, or of both, and the atlas."""
    titles = [title_view(read_record(), view) for view in views]
    shown = titles[0]
    if len(titles) > 1:
        shown = _("{first} and {second} compared", first=titles[0], second=titles[1])
    return f"{shown} · {_('CSTO Stance Atlas')}"


def read_rules(today: date) -> LinkRules:
    """What a link may name."""
    return build_link_rules(read_record(), today)


@lru_cache(maxsize=4)
def pack_day_documents(today: date, language: str) -> dict[str, str]:
    """The documents of a map, packed: the same for every view of a day. Takes ten seconds."""
    with locale_context(language):
        return _pack_documents(today)


def _pack_documents(today: date) -> dict[str, str]:
    documents = build_record_documents(today) | build_shape_documents()
    documents.pop(STORIES, None)
    documents[RELIEF] = embed_relief()
    return pack_documents(documents)

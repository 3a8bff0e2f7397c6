"""The small print of a picture: sources, licences and the address of the view."""

from __future__ import annotations

from datetime import date

from components.core.alt_text.date_format import format_day
from components.core.cited_version import add_version, read_version
from components.core.i18n import current_locale, ngettext
from components.core.i18n import gettext as _
from components.core.view_state import LinkRules, View, write_link
from components.outputs.static_map.styles import MapStyles
from data.record import Record
from data.review import REVIEWED
from data.zones import positions_on, zone_status_on

MOST_SOURCES = 14
REPUBLISHED = ", republished"


def list_sources(record: Record, scene: MapStyles) -> list[str]:
    """Ids of the sources behind what is coloured, those cited most first."""
    counts: dict[str, int] = {}
    if scene.event is not None:
        for stance in scene.stances.values():
            for claim in stance.claims:
                counts[claim.source_id] = counts.get(claim.source_id, 0) + 1
    else:
        rows = [row for row in record.rows("memberships") if _holds(row, scene.day)]
        rows += [*zone_status_on(record, scene.day).values(), *positions_on(record, scene.day)]
        for row in rows:
            counts[row["source_id"]] = counts.get(row["source_id"], 0) + 1
    return sorted(counts, key=lambda source: (-counts[source], source))


def _holds(row: object, day: date) -> bool:
    start, end = row["date_start"], row["date_end"]  # type: ignore[index]
    return bool(start <= day and (end is None or day <= end))


def cite_short(record: Record, source_id: str) -> str:
    """Who wrote or published a source, and when: "Joshua Kucera, 2016"."""
    row = record.row("sources", source_id)
    who = row["author"] or row["publisher"].split(REPUBLISHED)[0] or row["title"]
    return f"{who}, {row['date'][:4]}" if row["date"] else str(who)


def format_sources(record: Record, scene: MapStyles) -> str:
    """One line of short citations; of many sources the most cited, and how many more."""
    found = list(dict.fromkeys(cite_short(record, each) for each in list_sources(record, scene)))
    if not found:
        return _("Sources: none for this view.")
    shown = found[:MOST_SOURCES]
    if len(found) > len(shown):
        more = len(found) - len(shown)
        shown.append(ngettext("{count} more", "{count} more", more))
    return _("Sources: {sources}.", sources="; ".join(shown))


def format_licences() -> str:
    """Whose borders these are, and under which licences what is drawn may be used."""
    return _(
        "Borders follow UN General Assembly resolutions; control is shown separately. "
        "Data {version}, record to {day}: CC BY 4.0. Made with Natural Earth. Places: "
        "GeoNames, CC BY 4.0. Detailed borders and some zones: © OpenStreetMap contributors, "
        "ODbL 1.0.",
        version=read_version(),
        day=format_day(REVIEWED),
    )


def own_story_notice() -> str:
    """Whose the words are, above what a reader wrote."""
    return _("User briefing")


def own_words_notice() -> str:
    """Whose the words are and whose the map, in the small print of a reader's own story."""
    return _("Text by the user, not by the atlas. Map and data: CSTO Stance Atlas.")


def write_permalink(view: View, rules: LinkRules, base_url: str) -> str:
    """The address of a view under the address of the atlas; relative when that is empty."""
    return f"{base_url}?{add_version(write_link(view, rules, language=current_locale()))}"

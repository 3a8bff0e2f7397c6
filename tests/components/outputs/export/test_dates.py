"""Files of a date: its name, its words, and the state of that day."""

from __future__ import annotations

from datetime import date

import pytest

from components.core.clock import on_day
from components.core.i18n import locale_context
from components.core.view_state import View
from components.outputs.export.csv_export import list_rows
from components.outputs.export.export_pages import build_view_deck, name_view
from components.outputs.export.preview_images import make_key
from components.outputs.export.table_rows import format_header
from components.outputs.share.link_preview import describe_link, write_bare
from components.outputs.static_map.side_caption import build_heading
from components.outputs.static_map.styles import build_scene
from data.load import read_record
from data.zones import zone_status_on

RECORD = read_record()
TODAY = date(2026, 11, 30)
IN_WAR = date(2020, 10, 15)
VIEW = View(2020, date=IN_WAR)


def test_a_file_is_named_and_headed_by_its_date() -> None:
    assert name_view(VIEW) == "2020-10-15"
    with on_day(TODAY), locale_context("en"):
        deck = build_view_deck(RECORD, VIEW, "http://localhost/?date=2020-10-15")
        assert deck.title == "15 October 2020"
        assert deck.pages[0].subtitle == "15 October 2020 · 6 members of the alliance"
        assert format_header(RECORD, VIEW) == "Status on 15 October 2020"
        assert {row["date"] for row in list_rows(RECORD, deck.pages[0], VIEW)} == {"2020-10-15"}
    with on_day(TODAY), locale_context("ru"):
        assert format_header(RECORD, VIEW) == "Статус на 15 октября 2020"


def test_a_picture_is_of_the_date_and_not_of_its_year() -> None:
    of_day, of_year = (build_scene(RECORD, view, "light", TODAY) for view in (VIEW, View(2020)))
    status = {zone: row["status"] for zone, row in zone_status_on(RECORD, IN_WAR).items()}
    assert of_day.zone_keys == {zone: status[zone] for zone in of_day.zone_keys}
    assert "fighting" in of_day.zone_keys.values()
    assert "fighting" not in of_year.zone_keys.values()
    with locale_context("en"):
        assert build_heading(RECORD, of_day).year == "15 October 2020"
        assert build_heading(RECORD, of_year).year == "2020"


def test_a_preview_is_of_the_date() -> None:
    assert write_bare(VIEW) == "date=2020-10-15"
    assert make_key(VIEW, "en", TODAY) != make_key(View(2020), "en", TODAY)
    preview = describe_link("", {"date": "2020-10-15"}, "https://host", "en")
    assert preview.title.startswith("15 October 2020 ")
    assert "Events on this day:" in preview.description or "15 October 2020" in preview.description
    assert "date=2020-10-15" in preview.image


@pytest.mark.parametrize("day", [date(1991, 1, 1), TODAY])
def test_the_first_and_the_last_day_can_be_drawn(day: date) -> None:
    assert build_scene(RECORD, View(day.year, date=day), "dark", TODAY).day == day

"""The sources page through Streamlit's own test driver."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.load import read_record

FRAME = str(Path(__file__).parents[2] / "pages" / "navigation.py")


def open_sources(**link: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    for name, value in link.items():
        app.query_params[name] = value
    return app.switch_page("sources.py").run()


def read_data(app: AppTest) -> dict[str, Any]:
    (page,) = [e for e in app.get("bidi_component") if "atlas_document" in e.proto.component_name]
    data: dict[str, Any] = json.loads(page.proto.json)
    return data


def test_every_source_is_on_the_page() -> None:
    app = open_sources()
    assert not app.exception
    sections = {section["anchor"]: section for section in read_data(app)["sections"]}
    groups = sections["sources"]["content"]["groups"]
    shown = {source["id"] for group in groups for source in group["sources"]}
    assert shown == {row["id"] for row in read_record().rows("sources")}
    assert groups[0]["kind"] == "article"
    assert sections["rule"]["content"]["examples"]
    links = {button.proto.url for button in app.get("link_button")}
    assert links == {"api/v1/", "api/v1/openapi.json"}


def test_every_table_can_be_taken() -> None:
    labels = {button.proto.label for button in open_sources().get("download_button")}
    assert {"claims.csv", "events.csv", "countries.geojson", "zones-osm.geojson"} <= labels
    assert any(label.endswith(".zip") for label in labels)


def test_a_link_opens_a_source() -> None:
    data = read_data(open_sources(source="kucera-2016"))
    assert data["target"] == {"source": "kucera-2016", "part": None, "notices": []}


@pytest.mark.parametrize("value", ["nobody", "<b>x</b>", "constructor"])
def test_a_wrong_link_opens_the_page_with_a_notice(value: str) -> None:
    app = open_sources(source=value)
    assert not app.exception
    (notice,) = read_data(app)["target"]["notices"]
    assert value in notice


def test_the_page_keeps_the_view() -> None:
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["event"] = "april-war-2016"
    app.run()
    app.switch_page("sources.py").run()
    assert read_data(app)["event"] == "april-war-2016"

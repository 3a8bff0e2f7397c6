"""The cohesion page through Streamlit's own test driver: every part is there and says something."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.load import read_record
from data.matrix import sort_reference
from data.stance_cells import list_cells, list_layers

FRAME = str(Path(__file__).parents[2] / "pages" / "navigation.py")
PARTS = ("ledger", "matrix", "pairs", "star", "index", "votes")


def open_cohesion(**link: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    app.switch_page("cohesion.py").run()
    assert not app.exception
    return app


def read_part(app: AppTest, name: str) -> dict[str, Any]:
    """What a module of the page was given."""
    (part,) = [e for e in app.get("bidi_component") if e.proto.component_name.endswith(name)]
    content: dict[str, Any] = json.loads(part.proto.json)
    return content


def test_every_part_has_a_finding() -> None:
    app = open_cohesion()
    blocks = read_part(app, "atlas_cohesion")["blocks"]
    (contents,) = [block for block in blocks if block["is"] == "contents"]
    assert [part["anchor"] for part in contents["parts"]] == list(PARTS)
    assert all(part["finding"] for part in contents["parts"])


def test_the_matrix_holds_every_layer_and_counts_every_cell() -> None:
    matrix = read_part(open_cohesion(), "atlas_matrix")
    layers = [layer for group in matrix["groups"] for layer in group["layers"]]
    assert len(layers) == len(list_layers(read_record()))
    assert sum(matrix["counts"].values()) == len(layers) * len(matrix["members"])
    assert {code for layer in layers for code, *_ in layer["cells"]} <= set(matrix["labels"])


def test_charts_are_drawn_with_a_description_and_a_table_behind_each() -> None:
    app = open_cohesion()
    specs = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
    assert len(specs) == 6
    assert all(spec["description"] for spec in specs)
    for name in (
        "atlas_star-tables",
        "atlas_strain-table",
        "atlas_index-table",
        "atlas_robustness",
        "atlas_votes-table",
    ):
        tables = [b for b in read_part(app, name)["blocks"] if b["is"] == "table"]
        assert tables
        assert all(table["rows"] for table in tables)


def test_the_definition_of_the_index_is_on_the_page() -> None:
    blocks = read_part(open_cohesion(), "atlas_index")["blocks"]
    prose = " ".join(block["text"] for block in blocks if block["is"] == "p")
    assert "mean of its known cases" in prose
    assert "Missing data are never counted as 0" in prose


def test_the_link_restores_order_size_years_and_pair() -> None:
    link = {"by": "RUS", "size": "read", "about": "members", "from": "2010", "to": "2020"}
    app = open_cohesion(**link, pair="ARM-RUS", event="april-war-2016")
    matrix = read_part(app, "atlas_matrix")
    assert {name: str(matrix[name]) for name in link} == link
    assert matrix["notices"] == []
    assert matrix["chosen"] == ["april-war-2016", "ARM"]
    order = [*matrix["codes"], "own"]
    headings = [group["heading"] for group in matrix["groups"]]
    assert headings == sorted(headings, key=order.index)
    years = {int(x["date_start"][:4]) for group in matrix["groups"] for x in group["layers"]}
    assert min(years) >= 2010
    assert max(years) <= 2020
    assert read_part(app, "atlas_pairs")["pair"] == ["ARM", "RUS"]


def test_a_pair_is_compared_before_and_after_the_day_of_the_link() -> None:
    given = {"pair": "ARM-KAZ", "since": "2016-04-02"}
    found = read_part(open_cohesion(**given), "atlas_pairs")["before_after"]
    assert found["day"] == given["since"]
    said = " ".join(found["sentences"])
    for actor, toward in (("ARM", "KAZ"), ("KAZ", "ARM")):
        cells = [
            cell
            for cell in list_cells(read_record())
            if (cell.actor, cell.toward) == (actor, toward) and cell.value is not None
        ]
        later = sum(cell.day >= date(2016, 4, 2) for cell in cells)
        for count in {later, len(cells) - later} - {0}:
            assert f"over {count} stance" in said
    assert "Kazakhstan toward Armenia: mean" in said
    nothing = read_part(open_cohesion(pair="ARM-KAZ"), "atlas_pairs")["before_after"]
    assert (nothing["day"], nothing["sentences"]) == (None, [])


def test_a_state_is_compared_before_and_after_the_day_of_the_link() -> None:
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params.update({"panel": "KAZ", "since": "2020-09-27"})
    app.run()
    app.switch_page("members.py").run()
    page = read_part(app, "atlas_member")
    assert page["before_after"]["day"] == "2020-09-27"
    assert page["before_after"]["sentences"][0].startswith("Kazakhstan toward its allies: mean")
    app.query_params["since"] = "2020-02-30"
    app.run()
    page = read_part(app, "atlas_member")
    assert page["before_after"]["sentences"] == []
    assert [notice for notice in page["notices"] if notice.startswith("since=")]


@pytest.mark.parametrize(
    "link",
    [{"by": "x"}, {"size": ""}, {"from": "1e3"}, {"pair": "<b>"}, {"about": "__proto__"}],
    ids=str,
)
def test_wrong_links_are_named_and_break_nothing(link: dict[str, str]) -> None:
    matrix = read_part(open_cohesion(**link), "atlas_matrix")
    (name,) = link
    assert [notice for notice in matrix["notices"] if notice.startswith(f"{name}=")]
    assert (matrix["by"], matrix["size"], matrix["about"]) == ("date", "answers", "")


def test_an_empty_choice_says_how_to_widen_it() -> None:
    found = {(sort_reference(layer), layer.day.year) for layer in list_layers(read_record())}
    about, year = next(
        (about, year)
        for about in ("bloc", "members", "others")
        for year in range(1991, 2027)
        if (about, year) not in found
    )
    matrix = read_part(
        open_cohesion(**{"about": about, "from": str(year), "to": str(year)}), "matrix"
    )
    assert matrix["groups"] == []
    assert matrix["empty"]["all"] > matrix["empty"]["years"] > 0
    assert str(year) in matrix["empty"]["what"]

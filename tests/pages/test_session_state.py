"""What a visitor chose on a page is there again after a look at another page."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

FRAME = str(Path(__file__).parents[2] / "pages" / "navigation.py")
OWN = [
    ("events.py", {"member": "KGZ", "from": "2010"}),
    ("cohesion.py", {"by": "KAZ", "pair": "BLR-RUS"}),
    ("votes.py", {"member": "KAZ", "by": "hub"}),
    ("compare.py", {"b-year": "2001"}),
]


def open_afresh(app: AppTest, page: str) -> dict[str, str]:
    """Open a page as the navigation does, with nothing in the address; what it then has there."""
    app.query_params.clear()
    app.switch_page(page).run()
    assert not app.exception
    return {name: str(value) for name, value in app.query_params.items()}


@pytest.mark.parametrize(("page", "own"), OWN, ids=[page for page, _ in OWN])
def test_own_parameters_come_back(page: str, own: dict[str, str]) -> None:
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    open_afresh(app, page)
    app.query_params.clear()
    for name, value in own.items():
        app.query_params[name] = value
    app.run()
    assert not own.keys() & open_afresh(app, "map.py").keys()
    found = open_afresh(app, page)
    assert {name: found.get(name) for name in own} == own


def test_cleared_filters_stay_cleared() -> None:
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    app.query_params["kind"] = "summit"
    app.switch_page("events.py").run()
    app.query_params.clear()
    app.run()
    assert "kind" not in app.query_params
    open_afresh(app, "map.py")
    assert "kind" not in open_afresh(app, "events.py")

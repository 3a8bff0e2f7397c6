"""The panel of every event by each kind of answer: other stances, the same event."""

from __future__ import annotations

from datetime import date

import pytest

from components.core.i18n import locale_context
from components.core.view_state import View
from components.features.map_panel.panel_data import describe_view
from data.load import read_record
from data.modes import READINGS
from data.stances import list_references

TODAY = date(2026, 11, 22)
RECORD = read_record()


@pytest.mark.parametrize("mode", READINGS)
def test_only_stances_and_their_counts_differ(mode: str) -> None:
    with locale_context("en"):
        for row in RECORD.rows("events"):
            toward = list_references(RECORD, row["id"])[0]
            view = View(row["date_start"].year, row["id"], toward)
            whole = describe_view(view, TODAY)
            read = describe_view(View(view.year, view.event, toward, mode=mode), TODAY)
            differing = {name for name in whole if whole[name] != read[name]}
            assert differing <= {"mode", "stances", "counts", "days"}, row["id"]
            claims = [claim for stance in read["stances"] for claim in stance["claims"]]
            assert {claim["mode"]["code"] for claim in claims} <= set(READINGS[mode])

"""The plain pages of the static atlas say where evidence is weak."""

from __future__ import annotations

from components.core.i18n import locale_context
from components.outputs.static_site.fallback_html import describe_stance
from data.load import read_record
from data.query import describe_event


def test_a_stance_on_weak_evidence_is_named_so() -> None:
    with locale_context("en"):
        told = describe_event(read_record(), "taliban-2021", "TJK", "en")["stances"]
        names = {bool(each.get("weakness")): describe_stance(each, {})["name"] for each in told}
    assert names[True].endswith("(weak evidence)")
    assert "weak" not in names[False]

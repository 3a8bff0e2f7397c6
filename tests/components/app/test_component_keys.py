"""Keys of components and containers: open pages, style sheets and scripts find elements by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.components.server.visitor import open_stream, read_until

KEY = re.compile(r"\$\$ID-[0-9a-f]+-(?P<key>.+)$")
PAGES = {
    "": ["atlas-map", "atlas-panel", "atlas_dossier"],
    "events": ["atlas-events", "atlas_event", "atlas_timeline"],
    "members": ["atlas_member"],
    "cohesion": [
        "atlas-cohesion",
        "atlas-index-cells-chart",
        "atlas-index-chart",
        "atlas-star-chart",
        "atlas-star-years-chart",
        "atlas-votes-chart",
        "atlas_cohesion",
        "atlas_index",
        "atlas_index-cells",
        "atlas_index-table",
        "atlas_ledger",
        "atlas_matrix",
        "atlas_pairs",
        "atlas_star",
        "atlas_star-tables",
        "atlas_star-years",
        "atlas_votes",
        "atlas_votes-table",
    ],
    "votes": ["atlas-roll-calls", "atlas_roll_calls"],
    "compare": ["atlas-left", "atlas-right", "atlas_differences"],
    "search": ["atlas_results"],
    "stories": ["atlas-stage", "atlas_stories"],
    "sources": ["atlas_document", "download-claims-csv", "downloads", "take-claims.csv"],
    "propose": ["atlas_propose"],
    "coding": ["atlas_coding"],
}


def find_keys(message: ForwardMsg) -> Iterator[str]:
    """The keys given in the program to what a message adds to the page."""
    delta = message.delta
    element = delta.new_element
    part = getattr(element, element.WhichOneof("type") or "empty")
    for identity in (delta.add_block.id, getattr(part, "id", "")):
        if found := KEY.search(identity):
            yield found["key"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_made_of_parts_under_the_same_keys(server: str, page: str) -> None:
    message = BackMsg()
    message.rerun_script.page_name = page
    with open_stream(server) as socket:
        socket.send(message.SerializeToString())
        keys = {key for each in read_until(socket, "script_finished") for key in find_keys(each)}
    assert sorted(keys & set(PAGES[page])) == PAGES[page]

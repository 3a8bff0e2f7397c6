"""The head of the page: what it asks, what it found, and where each answer stands."""

from __future__ import annotations

from components.cohesion.blocks import show_blocks
from components.cohesion.findings import (
    say_index,
    say_ledger,
    say_matrix,
    say_pairs,
    say_star,
    say_votes,
)
from components.cohesion.matrix import read_names, read_palette
from components.cohesion.pairs import FEW
from components.cohesion.star import HUB, compare_star
from components.cohesion.texts import read_title
from data.agreement_votes import check_pairs, correlate_ranks
from data.cells import list_cells
from data.cohesion import measure_cohesion
from data.ledger import build_ledger
from data.pairs import score_links
from data.read import read_record
from data.stances import read_ordinals

PARTS = ("matrix", "pairs", "star", "index", "ledger", "votes")


def show_opening() -> None:
    """Show the title, the findings of the parts as links to them, and the tiles of the charts."""
    record = read_record()
    cells = list_cells(record)
    star = compare_star()
    names = read_names(record)
    findings = {
        "matrix": say_matrix(cells),
        "pairs": say_pairs(score_links(cells), names, FEW),
        "index": say_index(measure_cohesion(cells, read_ordinals(record))),
        "star": say_star(star.whole, star.decades, names[HUB]),
        "ledger": say_ledger(build_ledger(record)),
        "votes": say_votes(correlate_ranks(check_pairs(record, cells))),
    }
    show_blocks(
        "atlas_cohesion",
        [
            {"is": "title", "text": "Does the alliance hold?"},
            {
                "is": "contents",
                "parts": [
                    {"anchor": part, "title": read_title(part), "finding": findings[part]}
                    for part in PARTS
                ],
            },
            {"is": "tiles", "palette": read_palette(), "codes": ["SIL", "ND"]},
        ],
    )

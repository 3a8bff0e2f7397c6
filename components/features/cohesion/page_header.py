"""The head of the page: what it asks, what it found, and where each answer stands."""

from __future__ import annotations

from components.core.i18n import gettext as _
from components.core.i18n.cache import cache_per_locale
from components.core.palette.payload import STANCES, build_page_palette
from components.features.cohesion.blocks import Block, show_blocks
from components.features.cohesion.cohesion_index import measure_years
from components.features.cohesion.content import read_title
from components.features.cohesion.headlines import (
    format_ledger,
    format_matrix,
    format_pairs,
    format_votes,
)
from components.features.cohesion.hub_spoke_headlines import format_hub_spoke
from components.features.cohesion.hub_spoke_test import HUB, compare_star
from components.features.cohesion.index_headlines import format_index
from components.features.cohesion.matrix import read_names
from components.features.cohesion.pairs import RANKED_FROM
from components.features.cohesion.vote_check import check_votes
from data.dyads import score_links
from data.load import read_record
from data.request_ledger import build_ledger
from data.stance_cells import list_cells


def show_opening() -> None:
    """Show the title, what each part found with the way to it, and the tiles of the charts."""
    show_blocks("atlas_cohesion", describe_opening())


@cache_per_locale(2)
def describe_opening() -> list[Block]:
    """The blocks of the head."""
    record = read_record()
    cells = list_cells(record)
    star = compare_star()
    names = read_names(record)
    findings = {
        "ledger": format_ledger(build_ledger(record)),
        "matrix": format_matrix(cells),
        "pairs": format_pairs(score_links(cells), names, RANKED_FROM),
        "star": format_hub_spoke(star.whole, star.decades, names[HUB]),
        "index": format_index(measure_years()),
        "votes": format_votes(check_votes()[1]),
    }
    parts = [
        {"anchor": part, "title": read_title(part), "finding": finding}
        for part, finding in findings.items()
    ]
    return [
        {"is": "title", "text": _("How cohesive is the alliance?")},
        {"is": "contents", "parts": parts},
        {"is": "tiles", "palette": build_page_palette(*STANCES), "codes": ["SIL", "ND"]},
    ]

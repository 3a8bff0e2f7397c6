"""The cells that a coder may be given, and the draw of a sample: the same for one seed everywhere.

`components/frontend/src/coding/sample.ts` draws the same in the browser; a test compares them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.codebook_examples import read_examples
from data.confidence import rate_source
from data.intercoder_agreement import KEY, PERIODS, find_period
from data.record import Record
from data.resolve import resolve_stance
from data.schema import Row
from data.stances import make_claim, read_ordinals

ARTICLE = "article"
# FNV-1a of 64 bits, then the finalizer of MurmurHash3: without it, texts that end alike stay near.
OFFSET, PRIME = 0xCBF29CE484222325, 0x100000001B3
MIXERS = (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53)
WORD = (1 << 64) - 1

CellKey = tuple[str, str, str, str]
"""Event, actor, reference party, source."""


@dataclass(frozen=True)
class CodingCell:
    """A cell with claims: where they stand in the source, and nothing of what they say.

    ``period`` is the first year of its period, ``core`` whether the source is one of the five
    articles, ``example`` whether the codebook gives it away, ``read`` whether it was read twice.
    """

    key: CellKey
    places: tuple[str, ...]
    period: int
    core: bool
    example: bool
    read: bool


def list_coding_cells(record: Record) -> list[CodingCell]:
    """Every cell with claims, in the order of its key."""
    years = {row["id"]: row["date_start"].year for row in record.rows("events")}
    core = {row["id"] for row in record.rows("sources") if row["kind"] == ARTICLE}
    read = {name_cell(row) for row in record.rows("second_coding")}
    examples = read_examples(record)
    cells = []
    for key, rows in sorted(_group_claims(record).items()):
        event, _actor, _toward, source = key
        places = tuple(sorted({row["locator"] for row in rows if row["locator"]}))
        example = examples.has(event, source, places)
        period = find_period(years[event])
        cells.append(CodingCell(key, places, period, source in core, example, key in read))
    return cells


def name_cell(row: Mapping[str, str]) -> CellKey:
    """The key of the cell that a row is about."""
    event, actor, toward, source = (row[column] for column in KEY)
    return event, actor, toward, source


def find_first_code(record: Record, key: CellKey) -> str:
    """What the claims of a cell resolve to, without adjudication; ND without a claim."""
    claims = [
        make_claim(row, rate_source(record, row["source_id"], row["actor"]))
        for row in _group_claims(record).get(key, ())
    ]
    return resolve_stance(claims, None, read_ordinals(record)).code


def draw_cells(cells: Iterable[CodingCell], seed: int, core: int, others: int) -> list[CodingCell]:
    """A sample: of each period so many cells of the articles and of all other sources.

    The codebook's examples and cells read twice already are never drawn. Strata follow each other
    by period, the articles first; within one the order is that of the draw.
    """
    open_to_draw = [cell for cell in cells if not cell.example and not cell.read]
    drawn: list[CodingCell] = []
    for period in PERIODS:
        for is_core, most in ((True, core), (False, others)):
            stratum = [
                each for each in open_to_draw if each.period == period and each.core == is_core
            ]
            stratum.sort(key=lambda each: (hash_cell(seed, each.key), each.key))
            drawn += stratum[:most]
    return drawn


def hash_cell(seed: int, key: Sequence[str]) -> int:
    """64 bits that depend on seed and cell: cells are drawn from the lowest."""
    found = OFFSET
    for byte in "|".join((str(seed), *key)).encode():
        found = (found ^ byte) * PRIME & WORD
    for mixer in MIXERS:
        found = (found ^ found >> 33) * mixer & WORD
    return found ^ found >> 33


@lru_cache(maxsize=4)
def _group_claims(record: Record) -> dict[CellKey, list[Row]]:
    cells: dict[CellKey, list[Row]] = {}
    for row in record.rows("claims"):
        cells.setdefault(name_cell(row), []).append(row)
    return cells

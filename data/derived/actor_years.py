"""Actor-years: what each state of the alliance was, did and met in each year."""

from __future__ import annotations

from collections import Counter, defaultdict

from data.derived.rows import Cells, close_year, list_years, summarise_stances
from data.membership import alliance_states, map_status_on, members_on
from data.record import Record
from data.review import REVIEWED
from data.stance_cells import list_cells
from data.stances import read_ordinals

VOTES = ("for", "against", "abstained", "not_voting", "unknown")


def build_actor_years(record: Record) -> list[Cells]:
    """One row for each state that ever was in the alliance and each year of the record.

    Stances are those between members: toward others' causes (`taken_`) and of others toward the
    state's own (`met_`). A year without any has counts of 0 and no mean.
    """
    ordinals = read_ordinals(record)
    taken: dict[tuple[str, int], list[str]] = defaultdict(list)
    met: dict[tuple[str, int], list[str]] = defaultdict(list)
    for cell in list_cells(record):
        taken[cell.actor, cell.day.year].append(cell.code)
        met[cell.toward, cell.day.year].append(cell.code)
    votes = Counter((r["country"], r["date"].year, r["vote"]) for r in record.rows("votes"))
    requests = _count_requests(record)
    rows: list[Cells] = []
    for actor in sorted(alliance_states(record)):
        for year in list_years(REVIEWED):
            last = close_year(year, REVIEWED)
            rows.append(
                {
                    "actor": actor,
                    "year": year,
                    "last_day": last,
                    "is_member": int(actor in members_on(record, last)),
                    "status": map_status_on(record, last).get(actor, ""),
                    "requests": requests[actor, year],
                    **_name("taken", summarise_stances(taken[actor, year], ordinals)),
                    **_name("met", summarise_stances(met[actor, year], ordinals)),
                    **{f"votes_{vote}": votes[actor, year, vote] for vote in VOTES},
                }
            )
    return rows


def _count_requests(record: Record) -> Counter[tuple[str, int]]:
    events = {row["id"]: row for row in record.rows("events")}
    return Counter(
        (row["by"], events[row["event_id"]]["date_start"].year) for row in record.rows("requests")
    )


def _name(prefix: str, cells: Cells) -> Cells:
    return {f"{prefix}_{name}": value for name, value in cells.items()}

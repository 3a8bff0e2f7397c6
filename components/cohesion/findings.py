"""The titles of the cohesion page: each says what the record shows, from computed numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from data.agreement_votes import RankCorrelation
from data.cells import Cell
from data.cohesion import YearOfCohesion
from data.ledger import LedgerRow
from data.pairs import FEWEST_EVENTS, LinkGap, PairScore
from data.resolve import SILENT


def sign(number: float, places: int = 1) -> str:
    """A number with its sign: +0.3, −1.0, 0.0."""
    rounded = round(number, places)
    mark = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return f"{mark}{abs(rounded):.{places}f}"


def span(low: float, high: float, places: int = 1) -> str:
    """An interval in words: −0.2 to +0.7."""
    return f"{sign(low, places)} to {sign(high, places)}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 cell, 5 cells."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def join(parts: Sequence[str]) -> str:
    """Parts as a sentence lists them: a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def list_years(years: Iterable[int]) -> str:
    """Years as a sentence lists them, runs of three or more drawn together: 1999, 2004–2006."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts = [
        part
        for run in runs
        for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(year) for year in run])
    ]
    return join(parts)


def say_matrix(cells: Sequence[Cell]) -> str:
    """How much is known between members, and which way it goes."""
    values = [cell.value for cell in cells if cell.value is not None]
    if not cells:
        return "No event of these years concerns a member"
    share = f"{len(values)} of {count(len(cells), 'cell')} between members"
    if not values:
        return f"Nothing is known in any of the {count(len(cells), 'cell')} between members"
    sides = [sum(value > 0 for value in values), sum(value < 0 for value in values)]
    neutral = len(values) - sum(sides)
    return (
        f"A stance is known in {share}: {sides[0]} in support, {neutral} neutral, "
        f"{sides[1]} against"
    )


def say_gaps(cells: Sequence[Cell]) -> str:
    """What the cells without a stance are."""
    silent = sum(cell.code == SILENT for cell in cells)
    empty = sum(cell.value is None for cell in cells) - silent
    return (
        f"The others: {count(silent, 'reported silence')} and {count(empty, 'cell')} without "
        "data. Neither is neutral, and neither is counted as 0."
    )


def say_pairs(links: Sequence[PairScore], names: Mapping[str, str], fewest: int) -> str:
    """The strongest and the weakest link among the pairs with cells enough."""
    ranked = sorted(
        (link for link in links if link.mean is not None and link.known >= fewest),
        key=lambda link: (-(link.mean or 0), link.actor, link.toward),
    )
    if not ranked:
        return f"No pair of members has {fewest} known stances or more"

    def say(link: PairScore) -> str:
        return f"{names[link.actor]} and {names[link.toward]} ({sign(link.mean or 0)})"

    if len(ranked) == 1:
        return f"Only one pair has {fewest} known stances or more: {say(ranked[0])}"
    return f"The strongest link is between {say(ranked[0])}, the weakest between {say(ranked[-1])}"


def say_star(whole: LinkGap, decades: Mapping[int, LinkGap], hub: str) -> str:
    """Whether links to the hub are stronger, over all years and by decade."""
    if whole.difference is None:
        return f"No year has known stances both to {hub} and among the others"
    verdicts = {
        "stronger": f"Over all years links to {hub} are stronger than links among the others",
        "weaker": f"Over all years links to {hub} are weaker than links among the others",
        "open": f"Over all years links to {hub} cannot be told apart from links among the others",
        "bare": f"Too few events to tell links to {hub} from links among the others",
    }
    said = verdicts[whole.verdict]
    clear = {
        verdict: [f"the {decade}s" for decade, gap in decades.items() if gap.verdict == verdict]
        for verdict in ("stronger", "weaker")
    }
    parts = [f"{verdict} in {join(found)}" for verdict, found in clear.items() if found]
    if whole.verdict in ("stronger", "weaker"):
        return f"{said}, decade by decade {join(parts)}" if parts else f"{said}, in no decade alone"
    return f"{said}, yet they are {join(parts)}" if parts else f"{said}, in no decade either"


def say_gap(gap: LinkGap, hub: str) -> str:
    """Both means and their difference with its interval, in one sentence."""
    if gap.hub_mean is None or gap.other_mean is None or gap.difference is None:
        return "One side has no known stance, so there is nothing to compare."
    said = (
        f"Links to {hub} average {sign(gap.hub_mean, 2)} over {count(gap.hub_cells, 'stance')}, "
        f"links among the others {sign(gap.other_mean, 2)} over "
        f"{count(gap.other_cells, 'stance')}: a difference of {sign(gap.difference, 2)}"
    )
    if gap.low is None or gap.high is None:
        return f"{said}, with fewer than {FEWEST_EVENTS} events on a side and so no interval."
    return f"{said} (95% interval {span(gap.low, gap.high, 2)})."


def say_star_years(years: Mapping[int, LinkGap]) -> str:
    """Whether any single year tells the links to the hub from the others."""
    told = [year for year, gap in years.items() if gap.verdict in ("stronger", "weaker")]
    if told:
        return f"Within a year the difference is clear in {list_years(told)} only"
    return "No single year has enough on record to tell the two apart"


def list_star_years(years: Mapping[int, LinkGap], hub: str) -> str:
    """In which years the links to the hub are the stronger, the weaker, or beyond comparison."""
    sides: dict[str, list[int]] = {"above": [], "below": [], "equal": [], "none": []}
    for year, gap in years.items():
        if gap.difference is None:
            sides["none"].append(year)
        else:
            at = round(gap.difference, 9)
            sides["above" if at > 0 else "below" if at < 0 else "equal"].append(year)
    words = {
        "above": f"Links to {hub} average higher in",
        "below": "lower in" if sides["above"] else f"links to {hub} average lower in",
        "equal": "the same in" if sides["above"] or sides["below"] else "both average the same in",
        "none": "there is nothing to compare in",
    }
    parts = [f"{words[side]} {list_years(found)}" for side, found in sides.items() if found]
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def say_hubs(hubs: Mapping[str, LinkGap], names: Mapping[str, str]) -> str:
    """Which members' links stand out, with each in turn taken for the hub."""
    found = {
        verdict: [names[member] for member, gap in hubs.items() if gap.verdict == verdict]
        for verdict in ("stronger", "weaker")
    }
    parts = [f"the links of {join(who)} are {how}" for how, who in found.items() if who]
    if not parts:
        return "Asked of each member in turn, no member's links stand out."
    return f"Asked of each member in turn: {join(parts)} than those among the others."


def say_index(years: Sequence[YearOfCohesion]) -> str:
    """In how many years the sign of the index survives what is unknown, and which."""
    known = [year for year in years if year.index is not None]
    if not known:
        return "No year has a known stance between members"
    above = [year.year for year in known if year.low is not None and year.low > 0]
    below = [year.year for year in known if year.high is not None and year.high < 0]
    parts = [f"above neutral in {list_years(above)}"] if above else []
    parts += [f"below it in {list_years(below)}"] if below else []
    if not parts:
        return f"In none of {count(len(known), 'year')} does the index have a sign for certain"
    return (
        f"Only in {len(above) + len(below)} of {count(len(known), 'year')} is the sign of the "
        f"index certain whatever the unknown hides: {join(parts)}"
    )


def say_index_range(years: Sequence[YearOfCohesion]) -> str:
    """The lowest, the highest and the last index."""
    known = [year for year in years if year.index is not None]
    if not known:
        return "There is no index to draw"
    low, high, last = (
        min(known, key=lambda year: year.index or 0),
        max(known, key=lambda year: year.index or 0),
        known[-1],
    )
    return (
        f"The index by year: lowest in {low.year} ({sign(low.index or 0)}), highest in "
        f"{high.year} ({sign(high.index or 0)}), {sign(last.index or 0)} in {last.year}"
    )


def say_index_cells(years: Sequence[YearOfCohesion]) -> str:
    """The year with the most known cells, and the years with none."""
    known = [year for year in years if year.index is not None]
    if not known:
        return "Cells behind each year: not one is known"
    most = max(known, key=lambda year: (year.known, year.year))
    every = most.known + most.silent + most.no_data
    said = (
        f"Cells behind each year, the known ones in figures: best documented is {most.year} "
        f"with {most.known} of {every}"
    )
    bare = [year.year for year in years if year.index is None]
    return f"{said}; there are cells but not one is known in {list_years(bare)}" if bare else said


def say_ledger(rows: Sequence[LedgerRow]) -> str:
    """How often members turned to their allies, what came of it, and how soon."""
    if not rows:
        return "No call of a member to its allies is on record"
    words = {"met": "met", "partly": "met in part", "unmet": "not met"}
    found = [(sum(row.response == key for row in rows), said) for key, said in words.items()]
    parts = join([f"{number} {said}" for number, said in found if number])
    days = [row.days_to_answer for row in rows if row.days_to_answer is not None]
    said = f"Members turned to their allies {count(len(rows), 'time')}: {parts}"
    if not days:
        return said
    middle = median(days)
    soon = "on the same day" if middle < 1 else f"within {count(int(middle), 'day')}"
    return f"{said}; half of the {len(days)} answers that can be dated came {soon}"


def say_votes(found: RankCorrelation) -> str:
    """Whether the votes order the pairs as the stances do."""
    if found.rho is None or found.low is None or found.high is None:
        return f"Too few pairs have both votes and stances to compare them: {found.pairs}"
    said = f"rank correlation {sign(found.rho, 2)}, 95% interval {span(found.low, found.high, 2)}"
    if found.low > 0:
        return f"Who votes together also stands together: {said}"
    if found.high < 0:
        return f"Who votes together does not stand together: {said}"
    return f"The votes neither confirm nor contradict the pair scores: {said}"

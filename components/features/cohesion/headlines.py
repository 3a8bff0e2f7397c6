"""The titles of the cohesion page: each says what the record shows, from computed numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from components.core.alt_text.date_format import join_names
from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.i18n.number_format import format_signed
from data.dyads import PairScore
from data.request_ledger import LedgerRow
from data.resolve import SILENT
from data.stance_cells import UN_VOTE, Cell
from data.vote_agreement import RankCorrelation


def span(low: float, high: float, places: int = 1) -> str:
    """An interval in words: −0.2 to +0.7."""
    return _("{low} to {high}", low=format_signed(low, places), high=format_signed(high, places))


def list_years(years: Iterable[int]) -> str:
    """Years as a sentence lists them, runs of three or more drawn together: 1999, 2004–2006."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return join_names(
        [
            part
            for run in runs
            for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(year) for year in run])
        ]
    )


def format_matrix(cells: Sequence[Cell]) -> str:
    """How much is known between members, and which way it goes."""
    values = [cell.value for cell in cells if cell.value is not None]
    if not cells:
        return _("No event in these years concerns a member")
    if not values:
        return ngettext(
            "Sources report no position in the one case between members",
            "Sources report no position in any of the {count} cases between members",
            len(cells),
        )
    support, against = sum(value > 0 for value in values), sum(value < 0 for value in values)
    return ngettext(
        "Sources report a position in {known} of {count} case between members: {support} "
        "supportive, {neutral} neutral, {against} opposed",
        "Sources report a position in {known} of {count} cases between members: "
        "{support} supportive, {neutral} neutral, {against} opposed",
        len(cells),
        known=len(values),
        support=support,
        neutral=len(values) - support - against,
        against=against,
    )


def format_gaps(cells: Sequence[Cell]) -> str:
    """What the cells without a stance are."""
    uncast = sum(cell.code == SILENT and cell.kind == UN_VOTE for cell in cells)
    silent = sum(cell.code == SILENT for cell in cells) - uncast
    empty = sum(cell.value is None for cell in cells) - silent - uncast
    return _(
        "The rest: {silences}, {uncast} and {gaps}. None is treated as neutral or counted as 0.",
        silences=ngettext("{count} case of no reaction", "{count} cases of no reaction", silent),
        uncast=ngettext("{count} vote not cast", "{count} votes not cast", uncast),
        gaps=ngettext("{count} case without data", "{count} cases without data", empty),
    )


def format_pairs(links: Sequence[PairScore], names: Mapping[str, str], fewest: int) -> str:
    """The strongest and the weakest link among the pairs with at least ``fewest`` events."""
    ranked = sorted(
        (link for link in links if link.mean is not None and len(link.events) >= fewest),
        key=lambda link: (-(link.mean or 0), link.actor, link.toward),
    )
    if not ranked:
        return ngettext(
            "No pair of members has known stances at {count} event or more",
            "No pair of members has known stances at {count} events or more",
            fewest,
        )

    def say(link: PairScore) -> str:
        return _(
            "{first} and {second} ({mean})",
            first=names[link.actor],
            second=names[link.toward],
            mean=format_signed(link.mean or 0),
        )

    if len(ranked) == 1:
        return ngettext(
            "Only one pair has known stances at {count} event or more: {pair}",
            "Only one pair has known stances at {count} events or more: {pair}",
            fewest,
            pair=say(ranked[0]),
        )
    return ngettext(
        "Of the pairs with known stances at {count} event or more, the strongest link is between "
        "{strongest}, the weakest between {weakest}",
        "Of the pairs with known stances at {count} events or more, the strongest link is between "
        "{strongest}, the weakest between {weakest}",
        fewest,
        strongest=say(ranked[0]),
        weakest=say(ranked[-1]),
    )


def format_ledger(rows: Sequence[LedgerRow]) -> str:
    """How often members turned to their allies, what came of it, and how soon."""
    if not rows:
        return _("No request from a member to its allies is on record")
    met, partly, unmet = (
        sum(row.response == response for row in rows) for response in ("met", "partly", "unmet")
    )
    answers = [
        *([ngettext("{count} granted", "{count} granted", met)] if met else []),
        *([ngettext("{count} partly", "{count} partly", partly)] if partly else []),
        *([ngettext("{count} not granted", "{count} not granted", unmet)] if unmet else []),
    ]
    said = ngettext(
        "{count} request from a member to its allies: {answers}",
        "{count} requests from members to their allies: {answers}",
        len(rows),
        answers=join_names(answers),
    )
    days = [row.days_to_answer for row in rows if row.days_to_answer is not None]
    return f"{said}; {_format_soon(days)}" if days else said


def _format_soon(days: Sequence[int]) -> str:
    middle = median(days)
    if middle < 1:
        return _(
            "half of the {answers} responses with a known date came on the same day",
            answers=len(days),
        )
    return ngettext(
        "half of the {answers} responses with a known date came within {count} day",
        "half of the {answers} responses with a known date came within {count} days",
        int(middle),
        answers=len(days),
    )


def format_votes(found: RankCorrelation) -> str:
    """Whether the votes order the pairs as the stances do."""
    if found.rho is None or found.low is None or found.high is None:
        return _(
            "Too few pairs have both votes and stances for a comparison: {number}",
            number=found.pairs,
        )
    said = _(
        "rank correlation {rho}, 95% confidence interval {interval}",
        rho=format_signed(found.rho, 2),
        interval=span(found.low, found.high, 2),
    )
    if found.low > 0:
        return _("Pairs that vote alike also take similar positions: {numbers}", numbers=said)
    if found.high < 0:
        return _("Pairs that vote alike do not take similar positions: {numbers}", numbers=said)
    return _(
        "UN votes neither confirm nor contradict the bilateral scores: {numbers}", numbers=said
    )

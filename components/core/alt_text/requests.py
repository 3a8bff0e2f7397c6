"""What the record found over all requests for help, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from components.core.alt_text.event import name_of
from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from data.record import Record
from data.request_list import count_answered

# More cases than these are counted and no longer named one by one: it is still one sentence.
MOST_NAMED = 8


def format_requests(record: Record) -> str:
    """How often members asked, how often who came with what; empty where nobody asked."""
    counts = count_answered(record)
    if counts is None:
        return ""
    asked = ngettext(
        "Members asked their allies for help {count} time, {years}",
        "Members asked their allies for help {count} times, {years}",
        counts.total,
        years="–".join(dict.fromkeys((str(counts.first), str(counts.last)))),
    )
    troops = _format_troops(record, counts.troops)
    goods = ngettext(
        "arms, money or goods in {count} case",
        "arms, money or goods in {count} cases",
        counts.goods,
    )
    less = ngettext(
        "in {count} case no more than mediation or words is known",
        "in {count} cases no more than mediation or words is known",
        counts.less,
    )
    told = (
        troops if counts.troops else _("no ally is known to have sent troops"),
        goods if counts.goods else "",
        less if counts.less else "",
    )
    return _("{asked}: {answers}.", asked=asked, answers="; ".join(filter(None, told)))


def _format_troops(record: Record, cases: Sequence[tuple[str, int]]) -> str:
    if len(cases) > MOST_NAMED:
        return ngettext(
            "allies sent troops in {count} case",
            "allies sent troops in {count} cases",
            len(cases),
        )
    return ngettext(
        "allies sent troops in {count} case ({where})",
        "allies sent troops in {count} cases ({where})",
        len(cases),
        where=", ".join(f"{name_of(record, asker)} {year}" for asker, year in cases),
    )

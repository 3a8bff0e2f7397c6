"""How to cite the dossier of an event in words, and what every format of a citation says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _

SAFE_IN_URL = ":/?#[]@!$&'()*+,;=%-._~"


@dataclass(frozen=True)
class Dossier:
    """A dossier as it was read: ``version`` of the record, day of access, and its permalink.

    ``event_dates`` is the time of the event in words, such as "2-5 April 2016"; ``toward`` names
    the reference party whose layer was read.
    """

    event_id: str
    title: str
    event_dates: str
    toward: str
    version: str
    accessed: date
    url: str


def cite_plain(dossier: Dossier) -> str:
    """One sentence for a footnote."""
    return _(
        "“{title}” ({entry}). {atlas}, version {version}. Accessed {day}. {url}",
        title=join_lines(dossier.title),
        entry=describe_entry(dossier),
        atlas=_("CSTO Stance Atlas"),
        version=dossier.version,
        day=format_day(dossier.accessed),
        url=quote_url(dossier.url),
    )


def describe_entry(dossier: Dossier) -> str:
    """What kind of text it is, in a few words."""
    return join_lines(
        _(
            "event page, {days}, stances toward {country}",
            days=dossier.event_dates,
            country=dossier.toward,
        )
    )


def quote_url(url: str) -> str:
    """An address without spaces, braces or backslashes; what is quoted already stays."""
    return quote(url.encode("utf-8", "replace"), safe=SAFE_IN_URL)


def join_lines(text: str) -> str:
    """Text on one line, without control characters."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()

"""How to cite the dossier of an event: as plain text, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from data.downloads import read_descriptor

SAFE_IN_URL = ":/?#[]@!$&'()*+,;=%-._~"
BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
"""Characters that mean something to BibTeX or TeX, and how each is written."""


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


def read_version() -> str:
    """Version of the record, as its package declares it."""
    return str(read_descriptor()["version"])


def cite_all(dossier: Dossier) -> dict[str, str]:
    """The citation in each format, by ``plain``, ``bibtex`` and ``csl``."""
    return {
        "plain": cite_plain(dossier),
        "bibtex": cite_bibtex(dossier),
        "csl": json.dumps([cite_csl(dossier)], ensure_ascii=False, indent=2),
    }


def cite_plain(dossier: Dossier) -> str:
    """One sentence for a footnote."""
    return _(
        "“{title}” ({entry}). {atlas}, version {version}. Accessed {day}. {url}",
        title=_join_lines(dossier.title),
        entry=describe_entry(dossier),
        atlas=_("CSTO Stance Atlas"),
        version=dossier.version,
        day=format_day(dossier.accessed),
        url=quote_url(dossier.url),
    )


def cite_bibtex(dossier: Dossier) -> str:
    """An ``@incollection`` entry in UTF-8; the braces about the title keep its capitals."""
    fields = {
        "title": f"{{{escape_bibtex(dossier.title)}}}",
        "booktitle": f"{{{escape_bibtex(_('CSTO Stance Atlas'))}}}",
        "edition": escape_bibtex(_("version {version}", version=dossier.version)),
        "year": str(dossier.accessed.year),
        "note": escape_bibtex(
            _(
                "{entry}. Accessed {day}",
                entry=describe_entry(dossier),
                day=format_day(dossier.accessed),
            )
        ),
        "url": quote_url(dossier.url),
        "urldate": dossier.accessed.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@incollection{{csto-stance-atlas-{dossier.event_id},", *lines, "}"])


def cite_csl(dossier: Dossier) -> dict[str, Any]:
    """One item of CSL-JSON: an entry in a database."""
    day = dossier.accessed
    return {
        "id": f"csto-stance-atlas-{dossier.event_id}",
        "type": "entry",
        "title": _join_lines(dossier.title),
        "container-title": _("CSTO Stance Atlas"),
        "version": dossier.version,
        "issued": {"date-parts": [[day.year]]},
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
        "note": describe_entry(dossier),
        "URL": quote_url(dossier.url),
    }


def describe_entry(dossier: Dossier) -> str:
    """What kind of text it is, in a few words."""
    return _join_lines(
        _(
            "event page, {days}, stances toward {country}",
            days=dossier.event_dates,
            country=dossier.toward,
        )
    )


def escape_bibtex(text: str) -> str:
    """Text that TeX prints as it stands."""
    return "".join(BIBTEX.get(letter, letter) for letter in _join_lines(text))


def quote_url(url: str) -> str:
    """An address without spaces, braces or backslashes; what is quoted already stays."""
    return quote(url.encode("utf-8", "replace"), safe=SAFE_IN_URL)


def _join_lines(text: str) -> str:
    """Text on one line, without control characters."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()

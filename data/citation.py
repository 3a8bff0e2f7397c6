"""How to cite the dossier of an event: as plain text, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

CONTAINER = "CSTO Stance Atlas"
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


def read_version(folder: Path = Path(__file__).parent) -> str:
    """Version of the record, as its package declares it."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return str(package["version"])


def cite_all(dossier: Dossier) -> dict[str, str]:
    """The citation in each format, by ``plain``, ``bibtex`` and ``csl``."""
    return {
        "plain": cite_plain(dossier),
        "bibtex": cite_bibtex(dossier),
        "csl": json.dumps([cite_csl(dossier)], ensure_ascii=False, indent=2),
    }


def cite_plain(dossier: Dossier) -> str:
    """One sentence for a footnote."""
    return (
        f"“{_join_lines(dossier.title)}” ({describe_entry(dossier)}). {CONTAINER}, version "
        f"{dossier.version}. Accessed {say_day(dossier.accessed)}. {quote_url(dossier.url)}"
    )


def cite_bibtex(dossier: Dossier) -> str:
    """An ``@incollection`` entry in UTF-8; the braces about the title keep its capitals."""
    fields = {
        "title": f"{{{escape_bibtex(dossier.title)}}}",
        "booktitle": f"{{{CONTAINER}}}",
        "edition": escape_bibtex(f"version {dossier.version}"),
        "year": str(dossier.accessed.year),
        "note": escape_bibtex(f"{describe_entry(dossier)}. Accessed {say_day(dossier.accessed)}"),
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
        "container-title": CONTAINER,
        "version": dossier.version,
        "issued": {"date-parts": [[day.year]]},
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
        "note": describe_entry(dossier),
        "URL": quote_url(dossier.url),
    }


def describe_entry(dossier: Dossier) -> str:
    """What kind of text it is, in a few words."""
    return _join_lines(
        f"dossier of the event of {dossier.event_dates}, stances toward {dossier.toward}"
    )


def escape_bibtex(text: str) -> str:
    """Text that TeX prints as it stands."""
    return "".join(BIBTEX.get(letter, letter) for letter in _join_lines(text))


def quote_url(url: str) -> str:
    """An address without spaces, braces or backslashes; what is quoted already stays."""
    return quote(url.encode("utf-8", "replace"), safe=SAFE_IN_URL)


def say_day(day: date) -> str:
    """A day as "6 April 2016"."""
    return f"{day.day} {day:%B %Y}"


def say_days(first: date, last: date | None) -> str:
    """Two days as "2-5 April 2016", with an en dash; years and months are not repeated.

    Without a last day the event has no known end: "2 April 2016 - today".
    """
    if last is None:
        return f"{say_day(first)} – today"
    if first == last:
        return say_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {say_day(last)}"
    return f"{say_day(first)} – {say_day(last)}"


def _join_lines(text: str) -> str:
    """Text on one line, without control characters."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()

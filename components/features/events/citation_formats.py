"""The citation of a dossier for the programs that keep references: BibTeX, biblatex, CSL, RIS."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from babel import Locale

from components.core.alt_text.date_format import format_day
from components.core.i18n import babel_locale
from components.core.i18n import gettext as _
from components.core.publisher import format_publisher
from components.features.events.citation import (
    Dossier,
    cite_plain,
    describe_entry,
    join_lines,
    quote_url,
)
from data.languages import ALL, DEFAULT

BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
"""Characters that mean something to BibTeX or TeX, and how each is written."""


def cite_all(dossier: Dossier) -> dict[str, str]:
    """The citation by ``plain``, ``bibtex``, ``biblatex``, ``csl`` and ``ris``."""
    return {
        "plain": cite_plain(dossier),
        "bibtex": cite_bibtex(dossier),
        "biblatex": cite_biblatex(dossier),
        "csl": json.dumps([cite_csl(dossier)], ensure_ascii=False, indent=2),
        "ris": cite_ris(dossier),
    }


def cite_bibtex(dossier: Dossier) -> str:
    """A ``@misc`` entry in UTF-8, every field of which the styles of BibTeX itself print.

    They know no ``url``: the address is how it was published, and the day of access is in the note.
    """
    note = _(
        "{atlas}, version {version} ({entry}). Accessed {day}",
        atlas=_("CSTO Stance Atlas"),
        version=dossier.version,
        entry=describe_entry(dossier),
        day=format_day(dossier.accessed),
    )
    fields = {
        "howpublished": rf"\url{{{quote_url(dossier.url)}}}",
        "note": escape_bibtex(note),
    }
    return write_entry("misc", dossier, fields)


def cite_biblatex(dossier: Dossier) -> str:
    """An ``@online`` entry in UTF-8 for biblatex, which prints the day of access by itself."""
    fields = {
        "publisher": f"{{{escape_bibtex(format_publisher())}}}",
        "version": escape_bibtex(dossier.version),
        "note": escape_bibtex(f"{_('CSTO Stance Atlas')}, {describe_entry(dossier)}"),
        "url": quote_url(dossier.url),
        "urldate": dossier.accessed.isoformat(),
    }
    return write_entry("online", dossier, fields)


def write_entry(kind: str, dossier: Dossier, fields: Mapping[str, str]) -> str:
    """An entry of a bibliography.

    Double braces keep the capitals of a title, and a publisher from being taken for a person.
    """
    about = {
        "author": f"{{{escape_bibtex(format_publisher())}}}",
        "title": f"{{{escape_bibtex(dossier.title)}}}",
        "year": str(dossier.accessed.year),
        **fields,
        "langid": name_language(),
        "language": name_language(),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in about.items()]
    return "\n".join([f"@{kind}{{{write_key(dossier)},", *lines, "}"])


def cite_csl(dossier: Dossier) -> dict[str, Any]:
    """One item of CSL-JSON: an entry in a database."""
    day = dossier.accessed
    return {
        "id": write_key(dossier),
        "type": "entry",
        "author": [{"literal": format_publisher()}],
        "title": join_lines(dossier.title),
        "container-title": _("CSTO Stance Atlas"),
        "publisher": format_publisher(),
        "version": dossier.version,
        "issued": {"date-parts": [[day.year]]},
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
        # Without it titles of every language get the capitals of English ones.
        "language": babel_locale().replace("_", "-"),
        "note": describe_entry(dossier),
        "URL": quote_url(dossier.url),
    }


def cite_ris(dossier: Dossier) -> str:
    """A record of RIS: an electronic source. Lines end as the format asks, with CR and LF."""
    lines = [
        ("TY", "ELEC"),
        ("ID", write_key(dossier)),
        # A comma after it: the name of a body, which has no first name.
        ("AU", f"{format_publisher()},"),
        ("TI", join_lines(dossier.title)),
        ("T2", _("CSTO Stance Atlas")),
        ("PB", format_publisher()),
        ("PY", str(dossier.accessed.year)),
        ("ET", join_lines(dossier.version)),
        ("LA", babel_locale().replace("_", "-")),
        ("N1", describe_entry(dossier)),
        ("UR", quote_url(dossier.url)),
        ("Y2", dossier.accessed.strftime("%Y/%m/%d")),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def write_key(dossier: Dossier) -> str:
    """By what the citation is known in a bibliography."""
    return f"csto-stance-atlas-{dossier.event_id}"


def name_language() -> str:
    """The language spoken now as babel and biblatex name it: ``english``, ``russian``."""
    return str(Locale.parse(babel_locale()).get_language_name(ALL[DEFAULT].locale)).lower()


def escape_bibtex(text: str) -> str:
    """Text that TeX prints as it stands."""
    return "".join(BIBTEX.get(letter, letter) for letter in join_lines(text))

"""Citations of a dossier: complete, safe, and read again by the programs that keep references."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
import rispy
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from components.core.alt_text.date_format import format_day, format_days
from components.core.cited_version import read_version
from components.core.i18n import locale_context
from components.core.publisher import format_publisher
from components.features.events.citation import (
    Dossier,
    cite_plain,
    quote_url,
)
from components.features.events.citation_formats import (
    cite_all,
    cite_biblatex,
    cite_bibtex,
    cite_csl,
    escape_bibtex,
)
from data.review import REVIEWED

DOSSIER = Dossier(
    event_id="april-war-2016",
    title="April war in Karabakh",
    event_dates="2–5 April 2016",
    toward="Armenia",
    version="1.2.3",
    accessed=date(2026, 3, 9),
    url="https://atlas.example/events?event=april-war-2016&toward=ARM",
)
HOSTILE = [
    "100% {of} $5 & #1_a~b^c\\d",
    "}, author = {nobody",
    "two\nlines\r\nand\ttabs",
    "“Ж” \x00",
]


def test_plain() -> None:
    assert cite_plain(DOSSIER) == (
        "“April war in Karabakh” (event page, 2–5 April 2016, stances toward Armenia). "
        "CSTO Stance Atlas, version 1.2.3. Accessed 9 March 2026. "
        "https://atlas.example/events?event=april-war-2016&toward=ARM"
    )


def test_bibtex() -> None:
    assert cite_bibtex(DOSSIER).splitlines() == [
        "@misc{csto-stance-atlas-april-war-2016,",
        "  author = {{The developers of the CSTO Stance Atlas}},",
        "  title = {{April war in Karabakh}},",
        "  year = {2026},",
        r"  howpublished = {\url{https://atlas.example/events?event=april-war-2016&toward=ARM}},",
        "  note = {CSTO Stance Atlas, version 1.2.3 (event page, 2–5 April 2016, stances toward "
        "Armenia). Accessed 9 March 2026},",
        "  langid = {english},",
        "  language = {english},",
        "}",
    ]


@pytest.mark.parametrize(("language", "named"), [("en", "english"), ("ru", "russian")])
def test_pybtex_reads_both_entries_and_sets_them_with_one_day_and_address(
    language: str, named: str
) -> None:
    with locale_context(language):
        written = [cite(DOSSIER) for cite in (cite_bibtex, cite_biblatex)]
        publisher = format_publisher()
    for text in written:
        (entry,) = parse_string(text, "bibtex").entries.values()
        assert [str(person) for person in entry.persons["author"]] == [f"{{{publisher}}}"]
        assert entry.fields["langid"] == named
        style = find_plugin("pybtex.style.formatting", "plain")()
        (set_entry,) = style.format_entries([entry])
        told = set_entry.text.render(find_plugin("pybtex.backends", "text")())
        assert told.startswith(publisher)
        assert told.count(DOSSIER.url) == 1
        assert told.count("2026-03-09") + told.count(entry.fields["note"][-12:]) >= 1


def test_rispy_reads_the_record_of_ris() -> None:
    (entry,) = rispy.loads(cite_all(DOSSIER)["ris"])
    assert entry["title"] == DOSSIER.title
    assert entry["urls"] == [DOSSIER.url]
    assert entry["authors"] == ["The developers of the CSTO Stance Atlas,"]
    assert entry["access_date"] == "2026/03/09"
    assert entry["language"] == "en-GB"


def test_csl() -> None:
    item = cite_csl(DOSSIER)
    assert (item["type"], item["container-title"], item["title"]) == (
        "entry", "CSTO Stance Atlas", "April war in Karabakh",
    )  # fmt: skip
    assert item["accessed"] == {"date-parts": [[2026, 3, 9]]}
    assert (item["version"], item["URL"]) == ("1.2.3", DOSSIER.url)
    assert item["author"] == [{"literal": item["publisher"]}]
    assert item["language"] == "en-GB"
    assert json.loads(cite_all(DOSSIER)["csl"]) == [item]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("50% & more", r"50\% \& more"),
        ("a_b #1 $5", r"a\_b \#1 \$5"),
        ("{x}", r"\{x\}"),
        ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"),
        ("\\LaTeX", r"\textbackslash{}LaTeX"),
        ("Ереван – Türkiye", "Ереван – Türkiye"),
        (" two\r\n lines ", "two lines"),
    ],
)
def test_bibtex_escapes(text: str, escaped: str) -> None:
    assert escape_bibtex(text) == escaped


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_leaves_its_field(text: str) -> None:
    entry = cite_bibtex(
        replace(DOSSIER, title=text, toward=text, version=text, url=f"https://a.example/{text}")
    )
    lines = entry.splitlines()
    assert [line.partition(" = ")[0].strip() for line in lines[1:-1]] == [
        "author", "title", "year", "howpublished", "note", "langid", "language",
    ]  # fmt: skip
    for line in lines[1:-1]:
        bare = re.sub(r"\\[{}]", "", line.partition(" = ")[2])
        assert measure_depths(bare.removesuffix(",")) == (0, True)


def measure_depths(value: str) -> tuple[int, bool]:
    """Depth of braces at the end, and whether the first brace closes only there."""
    depth, closed = 0, []
    for at, letter in enumerate(value):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth == 0:
            closed.append(at)
    return depth, closed == [len(value) - 1]


@pytest.mark.parametrize("text", HOSTILE)
def test_other_formats_keep_the_words_on_one_line(text: str) -> None:
    told = cite_all(replace(DOSSIER, title=text))
    assert "\n" not in told["plain"]
    assert json.loads(told["csl"])[0]["title"] == " ".join(text.replace("\x00", " ").split())


@pytest.mark.parametrize(
    ("url", "quoted"),
    [
        ("https://a.example/e?x=1&y=%20", "https://a.example/e?x=1&y=%20"),
        ("https://a.example/a b{c}\\d", "https://a.example/a%20b%7Bc%7D%5Cd"),
        ("https://a.example/ж", "https://a.example/%D0%B6"),
        ("https://a.example/\ud800", "https://a.example/?"),
    ],
)
def test_addresses_are_quoted_once(url: str, quoted: str) -> None:
    assert quote_url(url) == quoted
    assert quote_url(quoted) == quoted


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2016-04-02", "2016-04-02", "2 April 2016"),
        ("2016-04-02", "2016-04-05", "2–5 April 2016"),
        ("2020-09-27", "2020-11-10", "27 September – 10 November 2020"),
        ("1991-12-30", "1994-05-12", "30 December 1991 – 12 May 1994"),
    ],
)
def test_days(first: str, last: str, said: str) -> None:
    assert format_days(date.fromisoformat(first), date.fromisoformat(last)) == said


def test_an_event_without_an_end_goes_on() -> None:
    open_end = format_days(date(2022, 2, 24), None)
    assert open_end == f"24 February 2022 – record to {format_day(REVIEWED)}"


def test_version_is_that_of_the_package() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", read_version())

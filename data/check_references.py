"""Rules between tables: what is named exists, what is asserted is cited, and the reverse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from data.errors import Problem
from data.schema import Row, Tables, TableSchema

# Columns that name an actor: a country or an organisation, so no single foreign key can hold them.
ACTORS = {
    "parties": ("actor",),
    "claims": ("actor", "toward"),
    "adjudications": ("actor", "toward"),
    "threats": ("holder",),
    "requests": ("by", "to"),
    "answers": ("by",),
    "request_answers": ("actor",),
    "request_obligations": ("owed_by",),
    "vote_layers": ("toward",),
    "second_coding": ("actor", "toward"),
    "country_codes": ("actor",),
    "source_confidence": ("party",),
}

# Columns that cite a source, with the locator that goes with each (None: the table has none).
CITATIONS: dict[str, tuple[tuple[str, str | None], ...]] = {
    "memberships": (("source_id", "locator"),),
    "event_sources": (("source_id", "locator"),),
    "death_counts": (("source_id", "locator"),),
    "parties": (("source_id", "locator"),),
    "claims": (("source_id", "locator"),),
    "adjudications": (("source_id", None),),
    "zone_status": (("source_id", "locator"),),
    "positions": (
        ("source_id", "locator"),
        ("reported_source_id", "reported_locator"),
        ("disputed_source_id", "disputed_locator"),
    ),
    "threats": (("source_id", "locator"),),
    "votes": (("source_id", None),),
    "states": (("source_id", "locator"),),
    "membership_notes": (("source_id", "locator"),),
    "requests": (("source_id", "locator"),),
    "answers": (("source_id", "locator"),),
    "alternative_names": (("source_id", "locator"),),
    "country_codes": (("source_id", "locator"),),
    "conflict_codes": (("source_id", "locator"),),
    "request_obligations": (
        ("source_id", "locator"),
        ("other_source_id", "other_locator"),
    ),
    "discrepancies": (("source_a", "locator_a"), ("source_b", "locator_b")),
}

PARAGRAPH = re.compile(r"§([1-9][0-9]*)")


def check_foreign_keys(schemas: Mapping[str, TableSchema], tables: Tables) -> Iterator[Problem]:
    """Every foreign key of the schema points at a row."""
    for name, schema in schemas.items():
        for key in schema.foreign_keys:
            known = {row[key.reference_column] for row in tables[key.reference]}
            for row in tables[name]:
                value = row[key.column]
                if value and value not in known:
                    rule = f"not in the {key.reference}"
                    yield Problem(schema.file, row["line"], key.column, str(value), rule)


def check_actors(tables: Tables) -> Iterator[Problem]:
    """Actors and reference parties are countries or organisations."""
    known = {row["id"] for name in ("countries", "organisations") for row in tables[name]}
    for name, columns in ACTORS.items():
        for row in tables[name]:
            for column in columns:
                if row[column] and row[column] not in known:
                    yield _problem(name, row, column, "not in the countries or organisations")


def check_parties(tables: Tables) -> Iterator[Problem]:
    """Every event has one or two reference parties, and stances are read toward them only."""
    references: dict[str, set[str]] = defaultdict(set)
    for row in tables["parties"]:
        if row["role"] == "reference":
            references[row["event_id"]].add(row["actor"])
    for row in tables["events"]:
        count = len(references[row["id"]])
        if count not in (1, 2):
            yield _problem("events", row, "id", f"{count} reference parties, not 1 or 2")
    for name in ("claims", "adjudications", "vote_layers", "second_coding"):
        for row in tables[name]:
            if row["toward"] and row["toward"] not in references[row["event_id"]]:
                yield _problem(name, row, "toward", "not a reference party of the event")
            if row["toward"] and row["toward"] == row.get("actor"):
                yield _problem(name, row, "actor", "a stance toward itself")


def check_adjudications(tables: Tables) -> Iterator[Problem]:
    """An adjudication settles claims: without any it would be a stance by hand."""
    question = ("event_id", "actor", "toward")
    asked = {tuple(row[column] for column in question) for row in tables["claims"]}
    for row in tables["adjudications"]:
        if tuple(row[column] for column in question) not in asked:
            yield _problem("adjudications", row, "actor", "no claim to settle")


def check_locators(tables: Tables) -> Iterator[Problem]:
    """A citation of an article gives a paragraph that exists."""
    articles = {row["id"] for row in tables["sources"] if row["kind"] == "article"}
    paragraphs = {(row["source_id"], row["paragraph"]) for row in tables["paragraphs"]}
    for row in tables["paragraphs"]:
        if row["source_id"] and row["source_id"] not in articles:
            yield _problem("paragraphs", row, "source_id", "not an article")
    for name, row, source, locator in _iterate_citations(tables):
        if locator is None or row[source] not in articles:
            continue
        found = PARAGRAPH.fullmatch(row[locator])
        if not found:
            yield _problem(name, row, locator, "not a paragraph, as §3")
        elif (row[source], int(found[1])) not in paragraphs:
            yield _problem(name, row, locator, f"{row[source]} has no such paragraph")


def check_paragraphs(tables: Tables) -> Iterator[Problem]:
    """Coded paragraphs are cited and the others are not, and say why."""
    cited: dict[tuple[str, str], str] = {}
    for name, row, source, locator in _iterate_citations(tables):
        if locator is not None:
            cited.setdefault((row[source], row[locator]), f"{name}.csv line {row['line']}")
    for row in tables["paragraphs"]:
        by = cited.get((row["source_id"], f"§{row['paragraph']}"))
        if row["coded"] and by is None:
            yield _problem("paragraphs", row, "coded", "nothing cites it")
        if row["coded"] is False and by is not None:
            yield _problem("paragraphs", row, "coded", f"cited by {by}")
        if row["coded"] is False and not row["note"]:
            yield _problem("paragraphs", row, "note", "no reason why it is not coded")


def check_sources_used(tables: Tables) -> Iterator[Problem]:
    """Every source is cited, and every event cites one."""
    used = {row[source] for _, row, source, _ in _iterate_citations(tables)}
    for row in tables["sources"]:
        if row["id"] and row["id"] not in used:
            yield _problem("sources", row, "id", "cited by nothing")
    sourced = {row["event_id"] for row in tables["event_sources"]}
    for row in tables["events"]:
        if row["id"] and row["id"] not in sourced:
            yield _problem("events", row, "id", "no row in event_sources")


def check_derived(tables: Tables) -> Iterator[Problem]:
    """What membership decides is not typed by hand."""
    for name in ("claims", "adjudications", "second_coding"):
        for row in tables[name]:
            if row["stance"] == "NOM":
                yield _problem(name, row, "stance", "follows from memberships, never by hand")


def _iterate_citations(tables: Tables) -> Iterator[tuple[str, Row, str, str | None]]:
    """Table, row, source column and locator column of every citation there is."""
    for name, pairs in CITATIONS.items():
        for row in tables[name]:
            for source, locator in pairs:
                if row[source]:
                    yield name, row, source, locator


def _problem(name: str, row: Row, column: str, rule: str) -> Problem:
    value = row[column]
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return Problem(f"{name}.csv", row["line"], column, shown, rule)

"""Rules on obligations: both readings of a disputed one, and honoured only where something came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from data.errors import Problem
from data.schema import Row, Tables
from data.who_came import GOODS, TROOPS, place, read_ranks

DISPUTED, FORMALLY, NOT_APPLICABLE = "disputed", "formally", "not_applicable"
ARTICLES = {"article_2": "Article 2", "article_4": "Article 4"}
NEUTRAL = "neutral"


def check_readings(tables: Tables) -> Iterator[Problem]:
    """A disputed obligation keeps both readings with their places; every other one has a single.

    What did not apply can be neither honoured nor broken, and every verdict says by what.
    """
    for row in tables["request_obligations"]:
        disputed = row["applied"] == DISPUTED
        for column in ("other_reading", "other_source_id"):
            if disputed and not row[column]:
                yield _problem(row, column, "empty although it is disputed")
            if not disputed and row[column]:
                yield _problem(row, column, "there although it is not disputed")
        same = (row["source_id"], row["locator"]) == (row["other_source_id"], row["other_locator"])
        if disputed and same:
            yield _problem(row, "other_locator", "the place of the first reading again")
        if (row["applied"] == "no") != (row["honoured"] == NOT_APPLICABLE):
            yield _problem(row, "honoured", f"does not go with applied {row['applied']}")
        if (row["honoured"] == NOT_APPLICABLE) == bool(row["basis"]):
            yield _problem(row, "basis", f"does not go with honoured {row['honoured']}")


def check_invocations(tables: Tables) -> Iterator[Problem]:
    """Every request has its obligation, and an article that was invoked stands as invoked."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in tables["request_obligations"]:
        rows[row["event_id"]].append(row)
    invoked = {row["id"]: row["invocation"] for row in tables["events"]}
    for request in tables["requests"]:
        found = rows[request["event_id"]]
        article = ARTICLES.get(invoked.get(request["event_id"], ""))
        if not found:
            rule = "no row in request_obligations"
            yield Problem(
                "requests.csv", request["line"], "event_id", str(request["event_id"]), rule
            )
        elif article and not any(
            (row["article"], row["invoked"]) == (article, FORMALLY) for row in found
        ):
            yield _problem(found[0], "invoked", f"{article} was invoked by the event")


def check_honoured(tables: Tables) -> Iterator[Problem]:
    """Help is honoured by troops or goods of those bound, partly by more than neutral words.

    Not honoured means that no troops or goods came from them. To confer is honoured by more than
    neutral words of anybody.
    """
    ranks = read_ranks(tables["answer_kinds"])
    organisations = {row["id"] for row in tables["organisations"]}
    came: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in tables["request_answers"]:
        came[row["event_id"]].append((row["actor"], row["kind"]))
    for row in tables["request_obligations"]:
        bound = [
            kind
            for actor, kind in came[row["event_id"]]
            if row["owed_by"] in organisations or actor == row["owed_by"]
        ]
        helped = any(kind in (TROOPS, GOODS) for kind in bound)
        more = any(place(kind, ranks) < place(NEUTRAL, ranks) for kind in bound)
        if row["duty"] == "assist" and row["honoured"] == "honoured" and not helped:
            yield _problem(row, "honoured", "neither troops nor goods in request_answers")
        elif row["honoured"] in ("honoured", "partly") and not more:
            yield _problem(row, "honoured", "nothing beyond neutral words in request_answers")
        elif row["duty"] == "assist" and row["honoured"] == "not_honoured" and helped:
            yield _problem(row, "honoured", "troops or goods in request_answers")


def _problem(row: Row, column: str, rule: str) -> Problem:
    value = "" if row[column] is None else str(row[column])
    return Problem("request_obligations.csv", row["line"], column, value, rule)

"""Rules on findings: the sentence on a request says what its rows say, and so in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.errors import Problem
from data.finding import (
    ALL,
    NONE,
    NONE_KNOWN,
    REST,
    WORDS,
    Lexicon,
    Opening,
    Statement,
    build_lexicon,
    parse_finding,
)
from data.schema import Row, Tables
from data.who_came import (
    NO_DATA,
    TROOPS,
    count_first_days,
    find_strongest,
    group_answers,
    index_events,
    list_asked,
    read_ranks,
)

# Invocations that ask for people or call on the duty to defend: there the finding says whether
# troops came.
ARMED = ("article_2", "article_4", "troops")


@dataclass(frozen=True)
class Rows:
    """What is known of one request: its row and event, the members asked, answers by actor."""

    request: Row
    event: Row
    members: set[str]
    answers: Mapping[str, Sequence[Row]]
    ranks: Mapping[str, int | None]

    def tell(self, actor: str, kind: str) -> bool:
        """Whether ``actor`` gave an answer of ``kind``."""
        return any(row["kind"] == kind for row in self.answers.get(actor, ()))

    def strongest(self, actor: str) -> str:
        """The strongest kind of ``actor``, no data without a row."""
        rows = self.answers.get(actor)
        return find_strongest(rows, self.ranks) if rows else NO_DATA


def check_findings(tables: Tables) -> Iterator[Problem]:
    """Every finding is understood, true by its rows, complete, and the same in each language."""
    events, answers = index_events(tables), group_answers(tables["request_answers"])
    ranks = read_ranks(tables["answer_kinds"])
    lexicons = [
        build_lexicon(lang, tables["answer_kinds"], tables["countries"], tables["organisations"])
        for lang in WORDS
    ]
    for request in tables["requests"]:
        event = events.get(request["event_id"])
        if event is None:
            continue
        by_actor: dict[str, list[Row]] = {}
        for row in answers.get(request["event_id"], ()):
            by_actor.setdefault(row["actor"], []).append(row)
        members = list_asked(tables["memberships"], request, event)
        rows = Rows(request, event, members, by_actor, ranks)
        told = [_read_finding(rows, lexicon) for lexicon in lexicons]
        for lexicon, (problems, _) in zip(lexicons, told, strict=True):
            for rule in problems:
                yield _problem(request, lexicon.lang, rule)
        (first, said), *others = (
            (lexicon.lang, statements)
            for lexicon, (_, statements) in zip(lexicons, told, strict=True)
        )
        for other, statements in others:
            if said is not None and statements is not None and set(said) != set(statements):
                yield _problem(request, other, f"does not say what finding_{first} says")


def _read_finding(rows: Rows, lexicon: Lexicon) -> tuple[list[str], tuple[Statement, ...] | None]:
    try:
        opening, statements = parse_finding(rows.request[f"finding_{lexicon.lang}"], lexicon)
    except ValueError as error:
        return [str(error)], None
    problems = [*_check_opening(rows, opening)]
    mentioned = frozenset().union(*(statement.actors for statement in statements))
    spoken: set[tuple[str, str]] = set()
    for statement in statements:
        actors = _list_actors(rows, statement, mentioned)
        problems.extend(_check_statement(rows, statement, actors))
        spoken.update((actor, statement.kind) for actor in actors)
    for member in sorted(rows.members):
        if (member, rows.strongest(member)) not in spoken:
            problems.append(f"does not tell {rows.strongest(member)} of {member}")
    armed = any(statement.kind == TROOPS for statement in statements)
    if rows.event["invocation"] in ARMED and not armed:
        problems.append("does not tell whether troops came")
    return problems, statements


def _check_opening(rows: Rows, opening: Opening) -> Iterator[str]:
    request, invocation = rows.request, rows.event["invocation"]
    for column in ("by", "to"):
        if request[column] not in opening.actors:
            yield f"does not name {request[column]} in its first clause"
    article = invocation.removeprefix("article_") if invocation.startswith("article_") else ""
    if article and article not in opening.numbers:
        yield f"does not name Article {article}"
    for number in opening.numbers:
        if number != article and number not in request["channel"]:
            yield f"{number} is neither the article nor in the channel"


def _list_actors(rows: Rows, statement: Statement, mentioned: frozenset[str]) -> set[str]:
    if statement.scope == ALL:
        return rows.members | statement.actors
    return rows.members - mentioned if statement.scope == REST else set(statement.actors)


def _check_statement(rows: Rows, statement: Statement, actors: set[str]) -> Iterator[str]:
    kind = statement.kind
    if statement.scope in (NONE, NONE_KNOWN):
        unknown = sorted(actor for actor in rows.members if rows.strongest(actor) == NO_DATA)
        for actor in sorted(rows.answers):
            if rows.tell(actor, kind):
                yield f"no ally, but {actor} is coded {kind}"
        if bool(unknown) != (statement.scope == NONE_KNOWN):
            known = f"nothing is known of {unknown[0]}" if unknown else "all are known"
            yield f"says too much or too little of no ally: {known}"
        return
    if not actors:
        yield f"the others are told {kind}, and there are none"
    for actor in sorted(actors):
        other = rows.strongest(actor)
        if not rows.tell(actor, kind):
            yield f"tells {kind} of {actor}, coded {other}"
        elif statement.scope == REST and other != kind:
            yield f"tells {kind} of {actor}, whose strongest is {other}"
    if statement.days is not None:
        found = [row for actor in actors for row in rows.answers.get(actor, ())]
        days = count_first_days(rows.request, found, kind)
        if days != statement.days:
            counted = "no day" if days is None else f"{days} days"
            yield f"counts {statement.days} days to {kind}, the rows give {counted}"


def _problem(request: Row, lang: str, rule: str) -> Problem:
    column = f"finding_{lang}"
    return Problem("requests.csv", request["line"], column, str(request[column]), rule)

"""A finding read back: the sentence on who came, as statements that can be held against rows.

A finding is clauses parted by semicolons. The first says who asked whom; each of the others says
of whom it speaks, what came (words of `answer_kinds`) and, if it likes, after how many days.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.schema import Row

TABLE = Path(__file__).parent / "finding_words.json"
NAMED, ALL, REST, NONE, NONE_KNOWN = "named", "all", "rest", "none", "none_known"


@dataclass(frozen=True)
class Words:
    """Words of one language for the parts of a clause."""

    scopes: Mapping[str, str]
    days: Mapping[str, int]
    after: re.Pattern[str]
    numbers: Mapping[str, int]
    endings: str


def read_words(path: Path = TABLE) -> dict[str, Words]:
    """The words of each language that findings are written in; ValueError for another form."""
    words = {}
    for lang, row in json.loads(path.read_text(encoding="utf-8")).items():
        try:
            forms = "|".join(map(re.escape, row["day_forms"]))
            after = re.compile(rf"\b{re.escape(row['after'])} (\w+) (?:{forms})\b")
            # Longer words first: "no ally is known" is no "no ally".
            scopes = dict(sorted(row["scopes"].items(), key=lambda item: -len(item[0])))
            words[lang] = Words(scopes, row["days"], after, row["numbers"], row["endings"])
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}: {lang}: {error!r}") from None
    return words


WORDS = read_words()


@dataclass(frozen=True)
class Statement:
    """What one clause says: ``actors`` are those it names, ``days`` None where it counts none."""

    scope: str
    actors: frozenset[str]
    kind: str
    days: int | None


@dataclass(frozen=True)
class Opening:
    """What the first clause says: whom it names, and its numbers in the order of the text."""

    actors: frozenset[str]
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """What a finding of one language may say: forms of the actors' names, words of each kind."""

    lang: str
    names: Mapping[str, re.Pattern[str]]
    kinds: Mapping[str, tuple[str, ...]]


def build_lexicon(
    lang: str, kinds: Iterable[Row], countries: Iterable[Row], organisations: Iterable[Row]
) -> Lexicon:
    """The lexicon of a language from the tables of the record."""
    endings = WORDS[lang].endings
    names = {row["id"]: _find_forms(row[f"name_{lang}"], endings) for row in countries}
    acronyms = {row["id"]: _find_forms(row[f"acronym_{lang}"], "") for row in organisations}
    told = {row["id"]: tuple(row[f"told_{lang}"].split("|")) for row in kinds}
    return Lexicon(lang, names | acronyms, told)


def parse_finding(text: str, lexicon: Lexicon) -> tuple[Opening, tuple[Statement, ...]]:
    """The opening and the statements of a finding; ValueError for a clause that says neither."""
    first, *clauses = text.removesuffix(".").split("; ")
    if not clauses:
        raise ValueError("one clause: nothing is said of what came")
    opening = Opening(_find_actors(first, lexicon), tuple(re.findall(r"\d+", first)))
    return opening, tuple(_parse_clause(clause, lexicon) for clause in clauses)


def _parse_clause(clause: str, lexicon: Lexicon) -> Statement:
    words = WORDS[lexicon.lang]
    kinds = sorted(k for k, told in lexicon.kinds.items() if any(each in clause for each in told))
    if len(kinds) != 1:
        raise ValueError(f"{clause!r} tells {' and '.join(kinds) or 'no kind of answer'}")
    actors = _find_actors(clause, lexicon)
    scope = next((scope for said, scope in words.scopes.items() if said in clause), NAMED)
    if (scope == NAMED and not actors) or (scope not in (NAMED, ALL) and actors):
        raise ValueError(f"{clause!r} does not say of whom")
    return Statement(scope, actors, kinds[0], _read_days(clause, words))


def _read_days(clause: str, words: Words) -> int | None:
    found = [days for said, days in words.days.items() if said in clause]
    rest = clause
    for match in words.after.finditer(clause):
        number = match[1]
        if not number.isdigit() and number not in words.numbers:
            raise ValueError(f"{number!r} is no number of days")
        found.append(int(number) if number.isdigit() else words.numbers[number])
        rest = rest.replace(match[0], "")
    loose = [word for word in re.findall(r"\w+", rest) if word.isdigit() or word in words.numbers]
    if len(found) > 1 or loose:
        raise ValueError(f"{clause!r} has a number that counts no days")
    return found[0] if found else None


def _find_actors(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(actor for actor, forms in lexicon.names.items() if forms.search(text))


def _find_forms(name: str, endings: str) -> re.Pattern[str]:
    """A name, with what a case may put in place of its last letter where there are cases."""
    if not endings:
        return re.compile(rf"\b{re.escape(name)}\b")
    stem = name[:-1] if name[-1:] in endings else name
    return re.compile(rf"\b{re.escape(stem)}\w{{0,3}}\b")

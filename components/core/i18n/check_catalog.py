"""Whether a catalogue of messages can be used: it is read strictly, and values stay in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from components.core.i18n.catalog import is_translated
from data.errors import Problem, RecordError, shorten
from data.package import read_text

# Babel reads on where a line is none of these, and loses words.
TEXT = r'"(?:[^"\\\x00-\x1f]|\\.)*"'
LINE = re.compile(rf"#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) {TEXT}|{TEXT}|")
BRACES = re.compile(r"[{}]")


def check_catalogue(path: Path, language: str) -> list[Problem]:
    """Every fault of a .po file for which it cannot be used, by line."""
    file = path.name
    try:
        text = read_text(path.parent, file)
    except RecordError as error:
        return list(error.problems)
    lines = text.split("\n")
    for at, line in enumerate(lines, 1):
        if not LINE.fullmatch(line):
            return [Problem(file, at, "", "", f"not a line of a catalogue: {shorten(line)}")]
    if not text.endswith("\n") and text:
        return [Problem(file, len(lines), "", "", "no line end: the file is cut off")]
    try:
        with path.open("rb") as source:
            catalogue = read_po(source, locale=language, abort_invalid=True)
    except (PoFileError, LookupError, ValueError) as error:
        at = error.lineno if isinstance(error, PoFileError) else 0
        return [Problem(file, at, "", "", f"not a catalogue: {error}")]
    messages = [message for message in catalogue if message.id]
    if not any(is_translated(message) for message in messages):
        return [Problem(file, 0, "", "", "no message is translated")]
    return [problem for message in messages for problem in _check_message(file, message, catalogue)]


def _check_message(file: str, message: Message, catalogue: Catalog) -> Iterator[Problem]:
    if not is_translated(message):
        return
    words = [message.id] if isinstance(message.id, str) else list(message.id)
    said = message.string or ""
    forms = [said] if isinstance(said, str) else [form or "" for form in said]
    line = message.lineno or 0
    if message.pluralizable and len(forms) != catalogue.num_plurals:
        rule = f"{len(forms)} forms where the language has {catalogue.num_plurals}"
        yield Problem(file, line, "msgstr", shorten(forms[0]), rule)
    wanted = find_values(words[-1])
    for form in forms:
        found = find_values(form)
        if found is None:
            yield Problem(file, line, "msgstr", shorten(form), "a brace that holds no name")
        elif wanted is not None and found != wanted:
            names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
            yield Problem(file, line, "msgstr", shorten(form), f"its values are not {names}")


def find_values(text: str) -> set[str] | None:
    """The `{names}` of a text; None where braces hold anything else."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    names = {name for _text, name, _spec, _way in parts if name is not None}
    plain = all(name.isidentifier() for name in names) and not any(p[2] or p[3] for p in parts)
    doubled = any(BRACES.search(literal) for literal, *_rest in parts)
    return names if plain and not doubled else None

"""The catalogue of each language: read from its .po file, given to Python and to the browser.

English stands in the code and has none. A language for tests, as the pseudo-language `qps`, has
every message of the first other catalogue in its English words between ⟦ and ⟧.
"""

from __future__ import annotations

import json
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from data.languages import ALL, DEFAULT, TRANSLATIONS

CATALOGUES = Path(__file__).parent / "locale"
# How the name of a source ends whose messages the browser needs.
SCRIPT = ".ts"
CONTEXT = "\u0004"


@cache
def read_catalogue(language: str) -> Catalog | None:
    """The catalogue of a language, None for English. PoFileError names a line it cannot read."""
    if ALL[language].test:
        return bracket_catalogue(read_catalogue(TRANSLATIONS[0]))
    if language == DEFAULT:
        return None
    with find_catalogue(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def find_catalogue(language: str, folder: Path = CATALOGUES) -> Path:
    """Where the catalogue of a language lies."""
    return folder / language / "LC_MESSAGES" / "messages.po"


@cache
def read_translations(language: str) -> NullTranslations:
    """What Python's gettext asks for the words of a language."""
    catalogue = read_catalogue(language)
    if catalogue is None:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def bracket_catalogue(catalogue: Catalog | None) -> Catalog:
    """The pseudo-language: English words and plural forms, every message in brackets."""
    bracketed = Catalog(locale=DEFAULT)
    for message in catalogue or ():
        if message.id:
            words = [message.id] if isinstance(message.id, str) else message.id
            texts = tuple(f"⟦{text}⟧" for text in words)
            translated = texts if message.pluralizable else texts[0]
            bracketed.add(message.id, translated, message.locations, context=message.context)
    return bracketed


def build_catalogues(languages: tuple[str, ...], without: tuple[str, ...] = ()) -> dict[str, bytes]:
    """`messages-<language>.json` for the browser: what its scripts say, by message; UTF-8.

    `without` are beginnings of paths of scripts that are not there.
    """
    documents = {}
    for language in languages:
        catalogue = read_catalogue(language)
        if catalogue is not None:
            spoken = {"language": language, "messages": list_browser_messages(catalogue, without)}
            text = json.dumps(spoken, ensure_ascii=False, separators=(",", ":"))
            documents[f"messages-{language}.json"] = text.encode()
    return documents


def list_browser_messages(catalogue: Catalog, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Translations by message of what scripts say; the forms of one that depends on a number."""
    return {
        name_message(message): message.string
        for message in catalogue
        if is_translated(message)
        and any(
            place.endswith(SCRIPT) and not place.startswith(without)
            for place, _ in message.locations
        )
    }


def is_translated(message: Message) -> bool:
    """Whether a message has its words, and all forms of them; the header is no message."""
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return bool(message.id) and all(forms)


def name_message(message: Message) -> str:
    """The name a message goes by: its English words, behind its context if it has one."""
    words = message.id if isinstance(message.id, str) else message.id[0]
    return f"{message.context}{CONTEXT}{words}" if message.context else words

"""The catalogue beside the code: nothing missing, nothing left over, every value in its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from components.core.i18n import current_locale, gettext, locale_context, ngettext
from components.core.i18n.catalog import (
    build_catalogues,
    find_catalogue,
    is_translated,
    list_browser_messages,
    name_message,
    read_catalogue,
    read_translations,
)
from components.core.i18n.extract import ROOT, extract_messages, list_sources

CATALOGUE = find_catalogue("ru")
CALLS = {"_", "gettext", "ngettext", "pgettext"}
FIELD = re.compile(r"\{(\w+)\}")
# What Streamlit shows as text, and the names under which it takes it.
SHOWN = {"body", "label", "help", "placeholder", "title", "page_title", "caption", "message"}
SILENT = {"container", "columns", "session_state", "query_params", "component", "fragment", "Page"}
PYTHON = [path for path in list_sources() if path.suffix == ".py"]


@cache
def read_said() -> Catalog:
    """What the code says now."""
    return extract_messages()


def list_messages(catalogue: Catalog) -> dict[str, Message]:
    """The messages of a catalogue by their names, without its header."""
    return {name_message(message): message for message in catalogue if message.id}


def list_words(words: str | tuple[str, ...] | list[str]) -> list[str]:
    """The texts of a message or a translation: one, or a form for each number."""
    return [words] if isinstance(words, str) else list(words)


def test_the_catalogue_has_what_the_code_says_and_no_more() -> None:
    said, known = list_messages(read_said()), list_messages(read_po(CATALOGUE.open("rb")))
    assert sorted(said.keys() - known.keys()) == [], "run `make messages` and translate"
    assert sorted(known.keys() - said.keys()) == [], "run `make messages`"
    assert [name for name in said if said[name].pluralizable != known[name].pluralizable] == []
    assert [name for name, message in known.items() if message.fuzzy] == []
    assert [name for name, message in known.items() if not is_translated(message)] == []


def test_every_message_keeps_its_values() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="ru")
    for message in list_messages(catalogue).values():
        wanted = set(FIELD.findall(list_words(message.id)[-1]))
        for text in list_words(message.string or ""):
            assert set(FIELD.findall(text)) == wanted, (message.id, text)
            assert not re.search(r"[{}]", FIELD.sub("", text)), text
            for strip in (str.lstrip, str.rstrip):
                english = list_words(message.id)[0]
                assert len(text) - len(strip(text)) == len(english) - len(strip(english)), text


def test_every_way_to_ask_for_words_is_found(tmp_path: Path) -> None:
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "a.ts").write_text(
        """// It's one; a quotient 4 / 2 / 1 and a pattern /["']/.test(x) are no texts.
        const a = _("outer {x}", { x: _("inner"), y: `${_("in a template")} ${b._("no")}` });
        const c = make("p", {}, ngettext("{count} a", "{count} as", 3), pgettext("d", "e"));
        """
    )
    (tmp_path / "components" / "a.test.ts").write_text('expect(_("said by a test alone"));')
    wanted = ["d\x04e", "in a template", "inner", "outer {x}", "{count} a"]
    assert sorted(list_messages(extract_messages(tmp_path))) == wanted


def test_forms_of_number() -> None:
    forms = ("{count} step", "{count} steps")
    numbers = (0, 1, 2, 5, 11, 21, 22, 25, 101, 111, 1002)
    assert [ngettext(*forms, number) for number in (0, 1, 2)] == ["0 steps", "1 step", "2 steps"]
    with locale_context("ru"):
        said = [ngettext(*forms, number) for number in numbers]
    words = [
        "шагов",
        "шаг",
        "шага",
        "шагов",
        "шагов",
        "шаг",
        "шага",
        "шагов",
        "шаг",
        "шагов",
        "шага",
    ]
    assert said == [
        f"{number:,} {word}".replace(",", "\N{NO-BREAK SPACE}")
        for number, word in zip(numbers, words, strict=True)
    ]


def test_a_language_is_spoken_only_where_it_is_asked_for() -> None:
    with locale_context("ru"):
        assert gettext("Copy link") == "Скопировать ссылку"
        with locale_context("en"):
            assert gettext("Copy link") == "Copy link"
        assert current_locale() == "ru"
    assert current_locale() == "en"
    with pytest.raises(ValueError, match="does not speak"), locale_context("fr"):
        pass
    assert type(read_translations("en")) is NullTranslations


def test_the_browser_is_given_what_its_scripts_say() -> None:
    assert list(build_catalogues(("en", "ru"))) == ["messages-ru.json"]
    russian, pseudo = read_catalogue("ru"), read_catalogue("qps")
    assert russian is not None
    assert pseudo is not None
    told = list_browser_messages(russian)
    assert told["Copy link"] == "Скопировать ссылку"
    assert len(told["{count} step"]) == 3
    assert "Bad Request" not in told
    bracketed = list_browser_messages(pseudo)
    assert bracketed.keys() == told.keys()
    assert bracketed["{count} step"] == ("⟦{count} step⟧", "⟦{count} steps⟧")


def walk_calls(path: Path) -> Iterator[tuple[ast.Call, bool]]:
    """Every call of a module, and whether it stands in a function."""

    def walk(node: ast.AST, inside: bool) -> Iterator[tuple[ast.Call, bool]]:
        if isinstance(node, ast.Call):
            yield node, inside
        deeper = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, deeper)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), inside=False)


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_words_are_asked_for_while_drawing_and_in_plain_words(path: Path) -> None:
    for call, inside in walk_calls(path):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in CALLS:
            # A page is run from its top for each visitor; a component is read once for all.
            assert inside or path.parts[-2] == "pages", f"line {call.lineno}: asked for too early"
            first = call.args[0]
            assert isinstance(first, ast.Constant), f"line {call.lineno}: not a plain text"


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_streamlit_shows_no_text_outside_the_catalogue(path: Path) -> None:
    for call, _inside in walk_calls(path):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if not isinstance(owner, ast.Name) or owner.id != "st":
            continue
        named = [keyword.value for keyword in call.keywords if keyword.arg in SHOWN]
        first = [] if call.func.attr in SILENT else call.args[:1]  # type: ignore[attr-defined]
        for value in [*first, *named]:
            text = isinstance(value, ast.JoinedStr) or (
                isinstance(value, ast.Constant) and isinstance(value.value, str)
            )
            assert not text, f"line {call.lineno}: {ast.unparse(call)}"

"""One entry in the table of languages is enough for every page to be there in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from components.core.i18n.locale import PSEUDO_VARIABLE
from data.languages import ALL, LANGUAGES, TABLE, read_languages
from tests.pages.third_language import CODE

ROOT = Path(__file__).parents[2]
# A code of a language between quotes, as a comparison or a table of our own would have it.
QUOTED = re.compile(rf"""(?<![\w-])["'](?:{"|".join(LANGUAGES)})["']""")


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    """What the atlas shows once a third language was added."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.pages.third_language"],
        cwd=ROOT,
        env={**os.environ, PSEUDO_VARIABLE: "1"},
        capture_output=True,
        check=False,
        timeout=900,
    )
    assert ended.returncode == 0, ended.stderr.decode()[-4000:]
    found: dict[str, Any] = json.loads(ended.stdout.decode().splitlines()[-1])
    return found


def test_every_page_speaks_it(shown: dict[str, Any]) -> None:
    pages = {path.name for path in (ROOT / "pages").glob("*.py")} - {"navigation.py"}
    assert shown["pages"].keys() == pages - {"__init__.py"}
    assert all(shown["pages"].values())
    silent = {page for page, texts in shown["pages"].items() if "⟦" not in decode(texts)}
    # They are sent texts of the record, and have words of our own in the browser alone.
    assert silent == {"coding.py", "propose.py", "search.py", "stories.py"}


def decode(texts: list[str]) -> str:
    """Texts of which some are JSON, escaped or not."""
    return "\n".join(texts).replace(r"\u27e6", "⟦")


def test_the_static_site_has_it_in_its_folder(shown: dict[str, Any]) -> None:
    assert len(shown["site"]) >= 8
    for place, html in shown["site"].items():
        assert place.startswith("third/")
        assert f"<html lang={CODE}>" in html
        assert "⟦CSTO Stance Atlas⟧" in html, place
        for language in LANGUAGES:
            assert f"hreflang={language} " in html
        assert f"<a aria-current=page>{ALL[CODE].name}</a>" in html


def test_the_server_offers_it(shown: dict[str, Any]) -> None:
    app = shown["app"]
    assert f'href="?lang={CODE}"' in app["head"]
    assert "Language · Язык" in app["head"]
    assert any(f"messages-{CODE}." in path for path in app["assets"])
    assert "/third/events/{name}.html" in app["routes"]


def test_the_table_alone_names_the_languages() -> None:
    files = [
        path
        for folder in ("components", "pages", "data", "geodata")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".ts"}
        and "node_modules" not in path.parts
        and "testing" not in path.parts
        and not path.name.endswith(".test.ts")
    ]
    assert len(files) > 300
    named = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if QUOTED.search(line)
    ]
    assert named == []


def test_a_row_of_another_form_is_named(tmp_path: Path) -> None:
    table = tmp_path / TABLE.name
    table.write_text('[{"code": "hy", "nmae": "Հայերեն"}]', encoding="utf-8")
    with pytest.raises(ValueError, match=r"languages\.json: .*'hy'.*nmae"):
        read_languages(table)

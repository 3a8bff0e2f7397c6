"""No text becomes code, no script names a foreign host; `lint-imports` holds the layers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("data", "geodata", "components", "pages")
MODULES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
SCRIPTS = sorted((ROOT / "components" / "frontend" / "src").rglob("*.js"))
TEXT_AS_CODE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|unsafe_allow_html|\beval\(|Function\("
)
FOREIGN = re.compile(
    r"(?:https?:)?//(?!www\.w3\.org|localhost|127\.0\.0\.1)[a-z0-9-]+\.[a-z]{2,}", re.I
)


EXPORTED = re.compile(r"^export (?:async function\*?|function\*?|const|class) ([\w$]+)", re.M)
ASIDE = re.compile(r"/\*.*?\*/|^\s*//[^\n]*$", re.S | re.M)


def list_calls_from_nowhere(code: str, names: set[str]) -> list[str]:
    """Names that other modules export and this one calls, but neither imports nor makes itself."""
    code = ASIDE.sub("", code)
    known = (
        r"(?:function\*?|const|let|class)\s+{0}\b|[{{,\[(]\s*(?:[\w$]+ as )?{0}\s*[,}}\])=:]"
        r"|^\s+(?:async )?{0}\([^\n]*\) \{{$"
    )
    return [
        name
        for name in sorted(names)
        if re.search(rf"(?<![.\w$]){re.escape(name)}\(", code)
        and not re.search(known.format(re.escape(name)), code, re.M)
    ]


def test_scripts_import_what_they_call() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in SCRIPTS}
    names = {name for text in texts.values() for name in EXPORTED.findall(text)}
    assert len(names) > 200
    lost = "// Aside.\nconst x = await fetchJson(url);"
    assert list_calls_from_nowhere(lost, {"fetchJson"}) == ["fetchJson"]
    calls = {
        str(p): found
        for p, text in texts.items()
        if (found := list_calls_from_nowhere(text, names))
    }
    assert calls == {}


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_becomes_code(path: Path) -> None:
    assert not TEXT_AS_CODE.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_scripts_name_no_foreign_host(path: Path) -> None:
    assert not FOREIGN.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_short_and_named_for_what_they_hold(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
    assert path.stem not in {"utils", "helpers", "misc", "common"}

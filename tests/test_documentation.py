"""The documentation beside the code: what it names exists, and what exists it names."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from starlette.routing import Route

from components.core import view_state
from components.core.cited_version import VERSION
from components.core.i18n.locale import LANGUAGES
from components.server import metrics
from components.server.allowlist import FILE_FOLDERS, FRAMEWORK, MEDIA, PAGES, STREAM

ROOT = Path(__file__).parents[1]
NAMED = (
    *("README.md", "CONTRIBUTING.md", "SECURITY.md", "data/CODEBOOK.md", "geodata/README.md"),
    "data/CHANGELOG.md",
    *("deploy/README.md", "deploy/kubernetes/README.md", "bench/README.md"),
)
DOCUMENTS = [ROOT / name for name in NAMED] + sorted((ROOT / "docs").rglob("*.md"))
ADDRESSES = (ROOT / "docs" / "addresses.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# Made by a command that the text names, or in the archive of the data; not in the repository.
MADE = ("derived/", "dist/", "bench/out/", "deploy/atlas.env", "components/frontend/node_modules")
# Folders of what is installed, built or kept by tools.
OTHERS = {".venv", ".git", "node_modules", "dist", "out", "__pycache__"}
BLOCK = re.compile(r"^```.*?^```$", re.M | re.S)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
# A path, perhaps with * for parts of it, perhaps with the name of what it defines.
PATH = re.compile(r"(?P<path>[\w.@*-]+(?:/[\w.@*-]+)*/?)(?::(?P<name>\w+))?")
SUFFIXES = {
    *(".py", ".ts", ".js", ".mjs", ".css", ".csv", ".toml", ".md", ".json", ".po", ".txt", ".yaml"),
    *(".yml", ".conf", ".cfg", ".caddy", ".example", ".service", ".target", ".sh"),
}
DEFINED = r"(?:\b(?:def|class|function|const|interface|type)\s+{0}\b|^{0}\b(?:: [^=\n]+)? = )"


def read_text(path: Path) -> str:
    """A document without its blocks of code, whose lines are not all of this project."""
    return BLOCK.sub("", path.read_text(encoding="utf-8"))


def list_spans(path: Path) -> list[str]:
    """What stands in backticks in a document."""
    return SPAN.findall(read_text(path))


@cache
def list_files() -> tuple[str, ...]:
    """Every file of the project, by its path from the root."""
    found: list[str] = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in OTHERS]
        found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in files]
    return tuple(sorted(found))


def is_path(text: str) -> bool:
    """Whether a span of code names a file or folder of this repository."""
    found = PATH.fullmatch(text)
    if not found or found["path"].startswith(MADE):
        return False
    path = found["path"]
    first, slash, _rest = path.partition("/")
    if Path(path).suffix in SUFFIXES:
        return True
    return bool(slash) and (ROOT / first).is_dir()


def find_files(text: str, document: Path) -> list[str]:
    """The files that a path stands for: from the root, from the document, a bare name anywhere."""
    path = text.rstrip("/")
    near = os.path.relpath(document.parent / path, ROOT)
    forms = (path, near) if "/" in path else (path, near, f"*/{path}")
    pattern = "|".join(re.escape(form).replace(r"\*", ".*") for form in forms)
    return [name for name in list_files() if re.fullmatch(rf"(?:{pattern})(?:/.*)?", name)]


def defines(files: list[str], name: str) -> bool:
    """Whether one of some files defines a name."""
    pattern = re.compile(DEFINED.format(re.escape(name)), re.M)
    return any(pattern.search((ROOT / file).read_text(encoding="utf-8")) for file in files)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_names_exists(document: Path) -> None:
    missing = []
    for span in filter(is_path, list_spans(document)):
        found = PATH.fullmatch(span)
        assert found is not None
        files = find_files(found["path"], document)
        if not files or (found["name"] and not defines(files, found["name"])):
            missing.append(span)
    for address in LINK.findall(read_text(document)):
        target = address.partition("#")[0]
        if target and "://" not in target and not (document.parent / target).exists():
            missing.append(address)
    assert missing == []


def test_paths_are_recognised() -> None:
    document = ROOT / "deploy" / "README.md"
    paths = ["data/none.csv", "components/none/", "none.py", "data/resolve.py:resolve_stance"]
    assert [span for span in paths if is_path(span)] == paths
    others = ["/ready", "dist/", "1/s burst 120", "resolve_stance", "text/csv", "make run"]
    assert [span for span in others if is_path(span)] == []
    assert find_files("data/none.csv", document) == []
    assert find_files("compose.yaml", document) == ["deploy/compose.yaml"]
    assert defines(["data/resolve.py"], "resolve_stance")
    assert defines(["components/core/view_state.py"], "LAYERS")
    assert not defines(["data/resolve.py"], "resolve_stances")
    assert not defines(["data/resolve.py"], "claims")


def list_targets() -> list[str]:
    """The targets that a developer may ask for."""
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.M)
    return sorted(str(phony).split())


def test_make_help_lists_every_target() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = dict(re.findall(r"^make (\S+) +(\S.*)$", done.stdout, re.M))
    assert sorted(lines) == list_targets()


def test_every_make_target_is_documented() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    named = set(re.findall(r"(?:`|^|&& )make ([a-z-]+)", text, re.M))
    assert named == set(list_targets())


def list_routes() -> Iterator[str]:
    """The paths of the server's own routes, from the functions that `app.py` calls for them."""
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    modules = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    (routes,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "routes"
    )
    for call in (node for node in ast.walk(routes) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        for route in getattr(import_module(modules[name]), name)():
            assert isinstance(route, Route)
            yield route.path


def list_addresses() -> set[str]:
    """Every address that the server answers; those of the static atlas without their language."""
    folders = re.compile(rf"^/(?:{'|'.join(LANGUAGES)})(?=/)")
    own = {folders.sub("", path) for path in list_routes()}
    framework = {*FRAMEWORK, STREAM, MEDIA, *FILE_FOLDERS}
    return own | {f"/{page}" for page in PAGES} | framework | {metrics.PATH}


def test_every_address_is_documented_and_no_other() -> None:
    (table,) = re.findall(
        r"^## Addresses of the server\n(.*?)^Exports take", ADDRESSES, re.M | re.S
    )
    first_cells = "".join(row.split(" | ")[0] for row in re.findall(r"^\| `.*$", table, re.M))
    addresses = list_addresses()
    assert len(addresses) > 30
    assert set(SPAN.findall(first_cells)) == addresses


def list_parameters() -> set[str]:
    """The link parameters of every page and of the exports, from the code that reads them."""
    found = {*view_state.PARAMETERS, view_state.LANGUAGE, VERSION}
    for path in sorted((ROOT / "components" / "features").glob("*/query_params.py")):
        module = import_module(f"components.features.{path.parent.name}.{path.stem}")
        found |= set(module.PARAMETERS)
    scripts = ROOT / "components" / "frontend" / "src"
    stories = (scripts / "stories" / "query_params.ts").read_text(encoding="utf-8")
    found |= set(re.findall(r'given\.(?:get|has)\("(\w+)"\)', stories))
    asked = r'(?:choose\(parameters, |parameters\.get\(|query_params\.get\()"(\w+)"'
    for path in sorted((ROOT / "components" / "outputs" / "export").glob("*.py")):
        found |= set(re.findall(asked, path.read_text(encoding="utf-8")))
    return found


def test_every_link_parameter_is_documented_and_no_other() -> None:
    before, _, after = ADDRESSES.partition("## Addresses of the server")
    pages = before.partition("## Parameters of one page")
    rows = re.findall(r"^\| (`.*)$", pages[0] + after.partition("Exports take")[2], re.M)
    documented = set(SPAN.findall("".join(row.split(" | ")[0] for row in rows)))
    rows = re.findall(r"^\| \w+ \| (`.*)$", pages[2], re.M)
    documented |= set(SPAN.findall("".join(row.split(" | ")[0] for row in rows)))
    parameters = list_parameters()
    assert {"year", "v", "pair", "source", "channel", "embed", "progress"} <= parameters
    assert documented == parameters


def test_hooks_run_what_the_project_has_installed() -> None:
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in settings["repos"]] == ["local"]
    hooks = settings["repos"][0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    packages = yaml.safe_load(
        (ROOT / "components" / "frontend" / "package.json").read_text(encoding="utf-8")
    )
    for hook in hooks:
        words = hook["entry"].split()
        assert words[0].startswith(".venv/bin/")
        assert "--install" not in words
        if "npm" in words:
            assert words[words.index("run") + 1] in packages["scripts"]


def test_decisions_are_listed_and_have_the_same_form() -> None:
    folder = ROOT / "docs" / "decisions"
    records = sorted(folder.glob("0*.md"))
    rows = re.findall(
        r"^\| \[(\d{4})\]\((\S+)\) \| (.+?) \|", (folder / "README.md").read_text(), re.M
    )
    assert [(number, file) for number, file, _title in rows] == [
        (path.name[:4], path.name) for path in records
    ]
    for path, (number, _file, title) in zip(records, rows, strict=True):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(number)}. {title}\n\nStatus: ")
        headings = re.findall(r"^## (.+)$", text, re.M)
        assert headings == ["Context", "Decision", "Consequences"]

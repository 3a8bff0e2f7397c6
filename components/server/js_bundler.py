"""Our own JavaScript modules as one classic script, since a page from a file may import none.

The modules use few of the forms of `import` and `export`, so these few are read and every other is
refused by file and line: what is bundled means what the browser makes of the modules themselves.
A bundler would do the same and need Node beside Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

NAMES = r"\{\s*(?P<names>[\w$]+(?: as [\w$]+)?(?:,\s*[\w$]+(?: as [\w$]+)?)*)\s*,?\s*\}"
IMPORT = re.compile(rf'^import (?:{NAMES} from )?"(?P<path>\.{{1,2}}/[\w./-]+)";[ \t]*$', re.M)
REEXPORT = re.compile(rf'^export {NAMES} from "(?P<path>\.{{1,2}}/[\w./-]+)";[ \t]*$', re.M)
EXPORT = re.compile(
    r"^export (?P<rest>(?:async function\*?|function\*?|const|class) (?P<name>[\w$]+))\b", re.M
)
# A comment that has its lines to itself: the scripts are a quarter shorter without.
ASIDE = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.S | re.M)
TYPE = re.compile(r"/\*\* @(?:(?!\*/)[^\n])*\*/ ?")
INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.M)
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.S | re.M)
LEFT_OVER = re.compile(r"^\s*(?:import|export)\b|\bimport\s*\(|\bimport\s*\.\s*meta\b", re.M)
CLOSING = re.compile(r"</script|<!--", re.I)


class BundleError(ValueError):
    """A module that cannot be bundled: file, line and why."""

    def __init__(self, path: str, line: int, why: str) -> None:
        """Name the place."""
        super().__init__(f"{path}:{line}: {why}")


@dataclass
class _Bundle:
    files: Mapping[str, str]
    done: dict[str, str] = field(default_factory=dict)
    open_paths: list[str] = field(default_factory=list)

    def add(self, path: str) -> None:
        if path in self.done:
            return
        self.open_paths.append(path)
        # What was written by others is not a module of ours: it runs as it is and gives no names.
        is_module = not path.startswith("vendor/")
        code = self._turn(path) if is_module else self.files[path]
        self.open_paths.pop()
        self.done[path] = code

    def _turn(self, path: str) -> str:
        text = self.files[path]
        exports: list[str] = []

        def take_import(found: re.Match[str]) -> str:
            target = self._follow(path, found, text)
            if found["names"] is None:
                return ""
            return f"const {{ {rename(found['names'])} }} = modules[{target!r}];"

        def take_reexport(found: re.Match[str]) -> str:
            target = self._follow(path, found, text)
            for inner, outer in list_names(found["names"]):
                exports.append(f"{outer}: modules[{target!r}].{inner}")
            return ""

        def take_export(found: re.Match[str]) -> str:
            exports.append(found["name"])
            return found["rest"]

        code = IMPORT.sub(take_import, text)
        code = REEXPORT.sub(take_reexport, code)
        code = EXPORT.sub(take_export, code)
        refuse_left_over(path, text, code)
        code = drop_asides(code)
        return f"modules[{path!r}] = (() => {{\n{code}\nreturn {{ {', '.join(exports)} }};\n}})();"

    def _follow(self, path: str, found: re.Match[str], text: str) -> str:
        line = text[: text.find(found[0])].count("\n") + 1
        target = resolve_path(path, found["path"])
        if target not in self.files:
            raise BundleError(path, line, f"there is no module {target}")
        if target in self.open_paths:
            circle = " imports ".join([*self.open_paths[self.open_paths.index(target) :], target])
            raise BundleError(path, line, f"modules in a circle: {circle}")
        self.add(target)
        return target


def bundle_modules(files: Mapping[str, str], entry: str, name: str) -> str:
    """One classic script that runs `entry` and what it imports, each module once, in their order.

    `files` has every module by its path; the exports of the entry are kept as `window.<name>`.
    Raises BundleError for a form that is not read, a missing module or modules in a circle.
    """
    bundle = _Bundle(files)
    bundle.add(entry)
    parts = [f"// {path}\n{code}" for path, code in bundle.done.items()]
    kept = f"window.{name} = modules[{entry!r}];"
    script = "\n".join(
        ["(() => {", '"use strict";', "const modules = {};", *parts, kept, "})();\n"]
    )
    if found := CLOSING.search(script):
        raise BundleError(entry, script[: found.start()].count("\n") + 1, f"holds {found[0]}")
    return script


def resolve_path(path: str, relative: str) -> str:
    """The path that a relative import of a module means."""
    parts = list(PurePosixPath(path).parent.parts)
    for part in PurePosixPath(relative).parts:
        if part == "..":
            if not parts:
                return relative
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def drop_asides(code: str) -> str:
    """The code without comments that stand alone, types and indents, which no browser needs.

    As it is if a text in it runs over lines.
    """
    if any(line.count("`") % 2 for line in code.splitlines()):
        return code
    return INDENT.sub("", TYPE.sub("", ASIDE.sub("", code)))


def list_names(names: str) -> list[tuple[str, str]]:
    """The pairs of `a, b as c`: the name in its module and the name it is given."""
    pairs = [part.split(" as ") for part in re.split(r",\s*", names.strip().rstrip(","))]
    return [(pair[0].strip(), pair[-1].strip()) for pair in pairs]


def rename(names: str) -> str:
    """The names of an import as those of a destructuring."""
    return ", ".join(
        inner if inner == outer else f"{inner}: {outer}" for inner, outer in list_names(names)
    )


def refuse_left_over(path: str, text: str, code: str) -> None:
    """Refuse a module that still has an import or export of a form that is not read."""
    bare = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), code)
    if not (found := LEFT_OVER.search(bare)):
        return
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    line = bare[:start].count("\n")
    stated = code.splitlines()[line].strip()
    # Replacing a form that spans lines moves what follows: the line is looked up in the source.
    place = next(
        (at for at, each in enumerate(text.splitlines(), 1) if each.strip() == stated), line + 1
    )
    raise BundleError(path, place, f"this form of import or export is not bundled: {stated}")

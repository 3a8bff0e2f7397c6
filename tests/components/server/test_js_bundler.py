"""Modules as one script: the same order, the same names, and no form that is guessed at."""

from __future__ import annotations

import re

import pytest

from components.server.js_bundler import BundleError, bundle_modules

USES_BOTH = """import { one, two as second } from "./b.js";
import {
  three,
} from "../c/d.js";
export const four = one + second + three;
"""
FILES = {
    "a/a.js": USES_BOTH,
    "a/b.js": 'import { three } from "../c/d.js";\nexport const one = three;\n'
    "export function two() {}\n",
    "c/d.js": 'import "../vendor/v.js";\n/** @type {import("./x.js").X} */\n'
    "export const three = 3;\n",
    "vendor/v.js": "window.v = 1;\n",
}


def test_every_module_once_and_before_those_that_import_it() -> None:
    script = bundle_modules(FILES, "a/a.js", "atlas")
    order = re.findall(r"^// (\S+\.js)$", script, re.M)
    assert order == ["vendor/v.js", "c/d.js", "a/b.js", "a/a.js"]
    assert "const { one, two: second } = modules['a/b.js'];" in script
    assert "return { one, two };" in script
    assert "window.atlas = modules['a/a.js'];" in script
    assert not re.search(r"^\s*(import|export)\b", script, re.M)


@pytest.mark.parametrize(
    "form",
    [
        'import all from "./b.js";',
        'import * as all from "./b.js";',
        'import { one } from "bare";',
        "export default function () {}",
        "export let changing = 1;",
        "export { one };",
        'const late = import("./b.js");',
        "const here = import.meta.url;",
    ],
)
def test_other_forms_are_refused_by_file_and_line(form: str) -> None:
    files = FILES | {"a/a.js": f"{USES_BOTH}\n{form}\n"}
    with pytest.raises(BundleError, match=r"^a/a\.js:7: "):
        bundle_modules(files, "a/a.js", "atlas")


def test_missing_and_circular_modules_are_refused() -> None:
    with pytest.raises(BundleError, match=r"a/a\.js:1: there is no module a/none\.js"):
        bundle_modules({"a/a.js": 'import { x } from "./none.js";\n'}, "a/a.js", "atlas")
    circle = {
        "a/a.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
        "a/b.js": 'import { a } from "./a.js";\nexport const b = 1;\n',
    }
    with pytest.raises(BundleError, match=r"a/a\.js imports a/b\.js imports a/a\.js"):
        bundle_modules(circle, "a/a.js", "atlas")


def test_a_text_that_would_end_the_script_is_refused() -> None:
    with pytest.raises(BundleError, match="</script"):
        bundle_modules({"a/a.js": 'export const a = "</script>";\n'}, "a/a.js", "atlas")

"""The settings in `deploy/README.md` against whatever reads them: code and configurations."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from typing import NamedTuple

import uvicorn.config
from streamlit import config

from components.core.i18n.locale import PSEUDO_VARIABLE
from components.server import drain
from components.server.rate_limits import NUMBERS, RATES
from components.workers.settings import SETTINGS
from tests.app_process import ROOT
from tests.deploy.test_files import COMPOSE, CONTAINERFILE, PROXY, REPLICAS, UNIT
from tests.proxy_programs import APACHE, CADDYFILE, DEPLOY, HAPROXY, NGINX, SITE_CADDYFILE
from tests.test_structure import MODULES

README = (DEPLOY / "README.md").read_text(encoding="utf-8")
NAME = r"ATLAS_[A-Z_]+"
# Read by Python, matplotlib and the C library.
OF_THE_SYSTEM = {"HOME", "MPLCONFIGDIR", "TMPDIR"}
OF_UVICORN = "FORWARDED_ALLOW_IPS"
# Depends on the machine.
COUNTED = "ATLAS_WORKERS"


class Row(NamedTuple):
    """A row of the tables: a variable, its default as written, letters of what reads it."""

    variable: str
    default: str
    readers: frozenset[str]


def read_rows() -> Iterator[Row]:
    """The rows of every table of settings."""
    for name, default, readers in re.findall(
        r"^\| `([A-Z_]+)` \| ([^|]+) \| ([A-Z ]+) \| \S.* \|$", README, re.M
    ):
        yield Row(name, default, frozenset(readers.split()))


ROWS = {row.variable: row for row in read_rows()}
# Those of Caddy are split at the first colon of `{$NAME:default}`.
CADDY = {
    letter: file.read_text(encoding="utf-8") + (DEPLOY / "site.caddy").read_text(encoding="utf-8")
    for letter, file in (("C", CADDYFILE), ("S", SITE_CADDYFILE))
}


def find_names_in_code() -> set[str]:
    """Every string of the code that is the name of a setting."""
    found = set()
    for path in (*MODULES, ROOT / "app.py", *DEPLOY.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(f"^{NAME}$", node.value))
    # Tests alone set it.
    return found - {PSEUDO_VARIABLE}


def find_readers() -> dict[str, set[str]]:
    """What each of the readers that have a letter reads."""
    haproxy = HAPROXY.read_text(encoding="utf-8")
    compose = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    return {
        "R": find_names_in_code(),
        **{letter: set(re.findall(rf"\{{\$({NAME})", text)) for letter, text in CADDY.items()},
        "H": set(re.findall(rf"(?:\"\$\{{|\benv\(|\^\$\{{)({NAME})", haproxy)),
        "A": set(re.findall(rf"^Define ({NAME}) ", APACHE.read_text(encoding="utf-8"), re.M)),
        "K": set(re.findall(rf"\$\{{({NAME})", compose))
        | {name for name, value in PROXY["environment"].items() if value is None},
    }


def find_defaults() -> Iterator[tuple[str, str]]:
    """Each variable and its default, where it has one; several readers must agree."""
    yield drain.VARIABLE, f"{drain.DEFAULT_SECONDS:g}"
    for rate in RATES:
        yield rate.variable, rate.default
    for number in NUMBERS:
        yield number.variable, str(number.default)
    for name, setting in SETTINGS.items():
        if name != COUNTED:
            yield name, str(setting.default)
    for text in CADDY.values():
        yield from re.findall(rf"\{{\$({NAME}):([^}}/][^}}]*|/[^.}}][^}}]*)\}}", text)
    yield from re.findall(rf"^\tpresetenv ({NAME}) (.+)$", HAPROXY.read_text("utf-8"), re.M)
    for name, value in re.findall(rf"^Define ({NAME}) (.+)$", APACHE.read_text("utf-8"), re.M):
        yield name, value.strip('"')
    for name in ("ATLAS_MEMORY", "ATLAS_SUBNET", "ATLAS_VERSION"):
        (value,) = set(
            re.findall(rf"\$\{{{name}:-([^}}]+)\}}", (DEPLOY / "compose.yaml").read_text())
        )
        yield name, value


def test_every_variable_is_documented_with_what_reads_it() -> None:
    readers = find_readers()
    read = {
        name: frozenset(letter for letter, names in readers.items() if name in names)
        for name in sorted(set().union(*readers.values()))
    }
    documented = {name: row.readers for name, row in ROWS.items() if name.startswith("ATLAS_")}
    assert documented == read
    # Settings that are named anywhere else, in a comment or a unit, exist too.
    files = [path for path in DEPLOY.rglob("*") if path.suffix != ".md" and path.is_file()]
    texts = [path.read_text(encoding="utf-8") for path in files if "__pycache__" not in path.parts]
    named = set(re.findall(NAME, "".join(texts)))
    assert named <= set(documented)
    assert set(re.findall(rf"`({NAME})[`=]", README)) <= set(documented)


def test_every_default_is_the_documented_one() -> None:
    defaults = list(find_defaults())
    assert len(defaults) > 50
    wrong = [(name, value) for name, value in defaults if f"`{value}`" not in ROWS[name].default]
    assert wrong == []


def test_what_others_read_is_documented_where_it_matters() -> None:
    others = {name for name in ROWS if not name.startswith("ATLAS_")}
    options = {option.env_var for option in config.get_config_options().values()}
    assert {name for name in others if name.startswith("STREAMLIT_")} <= options
    assert f'"{OF_UVICORN}"' in inspect.getsource(uvicorn.config)
    assert {name for name in others if not name.startswith("STREAMLIT_")} == {
        *OF_THE_SYSTEM,
        OF_UVICORN,
    }
    given = re.findall(r"\b((?:STREAMLIT)_[A-Z_]+|MPLCONFIGDIR|HOME)=", CONTAINERFILE + UNIT)
    given += [name for replica in REPLICAS.values() for name in replica["environment"]]
    assert set(given) <= others
    assert COMPOSE["services"]


def test_settings_of_nginx_are_documented() -> None:
    settings = (NGINX / "settings.conf").read_text(encoding="utf-8")
    names = re.findall(r'^map "" (\$atlas_\w+) ', settings, re.M)
    assert len(names) == 5
    assert all(f"`{name}`" in README for name in names)
    proxy = (NGINX / "proxy.conf").read_text(encoding="utf-8")
    zones = set(re.findall(r"zone=(atlas_\w+):", proxy))
    assert {zone for zone in zones if zone in README} == zones

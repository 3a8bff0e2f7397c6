"""The files of `deploy/` against each other and against what the other tests here run."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import Any

import pytest
import yaml

from tests.find_programs import find_program
from tests.proxy_programs import CADDYFILE
from tests.server_process import ROOT
from tests.test_structure import FOLDERS

DEPLOY = ROOT / "deploy"
README = (DEPLOY / "README.md").read_text(encoding="utf-8")
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
REPLICAS = {name: row for name, row in COMPOSE["services"].items() if name != "proxy"}
PROXY = COMPOSE["services"]["proxy"]
UNIT = (DEPLOY / "atlas@.service").read_text(encoding="utf-8")
PINNED = re.compile(r"docker\.io/library/[a-z]+:\d+\.\d+\.\d+-[a-z0-9-]+@sha256:[0-9a-f]{64}")


def run_caddy(command: str, environment: dict[str, str]) -> str:
    caddy = find_program("caddy")
    options = [] if command == "fmt" else ["--adapter", "caddyfile", "--config"]
    done = subprocess.run(
        [caddy, command, *options, str(CADDYFILE)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def find_variables() -> set[str]:
    """Every variable that a file here reads or sets."""
    compose = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    caddyfile = CADDYFILE.read_text(encoding="utf-8")
    example = (DEPLOY / "atlas.env.example").read_text(encoding="utf-8")
    return {
        *re.findall(r"\{\$([A-Z_]+)", caddyfile + compose),
        *re.findall(r"^([A-Z_]+)=", example, re.M),
        *re.findall(r"\b((?:ATLAS|STREAMLIT)_[A-Z_]+|MPLCONFIGDIR|HOME)=", CONTAINERFILE + UNIT),
    }


def test_every_variable_is_documented() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)` ", README, re.M))
    assert documented == find_variables()


def test_the_proxy_of_the_containers_is_the_one_tested() -> None:
    assert f"./{CADDYFILE.name}:/etc/caddy/Caddyfile:ro" in PROXY["volumes"]
    assert PROXY["environment"]["ATLAS_UPSTREAMS"] == " ".join(f"{n}:8501" for n in REPLICAS)
    read = set(re.findall(r"\{\$([A-Z_]+)", CADDYFILE.read_text(encoding="utf-8")))
    assert set(PROXY["environment"]) == read
    assert f"../dist:{PROXY['environment']['ATLAS_SITE']}:ro" in PROXY["volumes"]


def test_replicas_can_write_nothing_and_reach_nobody() -> None:
    assert len(REPLICAS) >= 2
    for replica in REPLICAS.values():
        assert replica["read_only"] is True
        assert replica["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in replica["security_opt"]
        assert replica["mem_limit"]
        assert "ports" not in replica
        assert all(COMPOSE["networks"][name]["internal"] for name in replica["networks"])
        assert json.dumps(replica["healthcheck"]["test"][1:]) in CONTAINERFILE
    assert all(row["condition"] == "service_healthy" for row in PROXY["depends_on"].values())


def test_images_are_pinned_and_run_as_nobody_in_particular() -> None:
    bases = re.findall(r"^FROM (\S+)", CONTAINERFILE, re.M)
    assert len(set(bases)) == 1
    assert all(PINNED.fullmatch(image) for image in [*bases, PROXY["image"]])
    assert re.findall(r"^USER (\d+):(\d+)$", CONTAINERFILE, re.M) == [("10001", "10001")]
    assert PROXY["read_only"] is True


def test_the_image_holds_what_the_app_needs_and_no_more() -> None:
    copied = {
        source
        for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE, re.M)
        for source in sources.split()
    }
    assert {"app.py", ".streamlit", "locks/app.txt", *FOLDERS} <= copied
    assert all((ROOT / source).exists() for source in copied)
    sent = (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert {line[1:] for line in sent if line.startswith("!")} == copied


@pytest.mark.parametrize(
    ("address", "listens"),
    [("atlas.example.org", ":443"), ("localhost", ":443"), ("http://localhost:8080", ":8080")],
)
def test_the_caddyfile_serves_a_real_name_and_a_local_one(address: str, listens: str) -> None:
    adapted = json.loads(run_caddy("adapt", {"ATLAS_ADDRESS": address}))
    (site,) = adapted["apps"]["http"]["servers"].values()
    assert site["listen"] == [listens]
    assert site["routes"][0]["match"] == [{"host": [re.sub(r"\w+://|:\d+", "", address)]}]
    assert adapted["admin"] == {"disabled": True}


def test_the_caddyfile_is_formatted() -> None:
    assert run_caddy("fmt", {}) == CADDYFILE.read_text(encoding="utf-8")


def test_the_unit_starts_the_same_app_behind_walls() -> None:
    settings = dict(re.findall(r"^(\w+)=(.*)$", UNIT, re.M))
    command = " ".join(json.loads(re.findall(r"^CMD (\[.*)$", CONTAINERFILE, re.M)[0]))
    assert settings["ExecStart"].removeprefix("/opt/atlas/.venv/bin/") == command
    assert settings["ExecStartPost"].split()[1] == "deploy/check_health.py"
    assert settings["ProtectSystem"] == "strict"
    assert settings["CapabilityBoundingSet"] == ""
    assert {settings[name] for name in ("DynamicUser", "NoNewPrivileges", "PrivateTmp")} == {"yes"}
    assert (settings["IPAddressDeny"], settings["IPAddressAllow"]) == ("any", "localhost")
    assert settings["MemoryMax"]

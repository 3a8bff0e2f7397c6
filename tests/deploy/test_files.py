"""The files of `deploy/` against each other and against what the other tests here run."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from components.server.drain import DEFAULT_SECONDS, ENDING_SECONDS
from tests.app_process import ROOT
from tests.find_programs import find_program
from tests.proxy_programs import CADDYFILE, DEPLOY, SITE_CADDYFILE
from tests.test_structure import FOLDERS

CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
REPLICAS = {name: row for name, row in COMPOSE["services"].items() if name != "proxy"}
PROXY = COMPOSE["services"]["proxy"]
UNIT = (DEPLOY / "atlas@.service").read_text(encoding="utf-8")
PINNED = re.compile(r"docker\.io/library/[a-z]+:\d+\.\d+\.\d+-[a-z0-9-]+@sha256:[0-9a-f]{64}")


def run_caddy(command: str, environment: dict[str, str], file: Path = CADDYFILE) -> str:
    caddy = find_program("caddy")
    options = [] if command == "fmt" else ["--adapter", "caddyfile", "--config"]
    done = subprocess.run(
        [caddy, command, *options, str(file)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_proxy_of_the_containers_is_the_one_tested() -> None:
    caddyfile = CADDYFILE.read_text(encoding="utf-8")
    imported = re.findall(r"^import (\S+\.caddy)$", caddyfile, re.M)
    assert imported
    for name in (CADDYFILE.name, *imported):
        assert f"./{name}:/etc/caddy/{name}:ro" in PROXY["volumes"]
    assert PROXY["environment"]["ATLAS_UPSTREAMS"] == " ".join(f"{n}:8501" for n in REPLICAS)
    texts = [caddyfile, *((DEPLOY / name).read_text(encoding="utf-8") for name in imported)]
    assert set(PROXY["environment"]) == set(re.findall(r"\{\$([A-Z_]+)", "".join(texts)))
    # Set but empty they would be no paths: they are passed on where they are set at all.
    given = {name for name, value in PROXY["environment"].items() if value is None}
    assert given == {"ATLAS_PREFIX", "ATLAS_REPLICA_PREFIX"}
    assert f"../dist:{PROXY['environment']['ATLAS_SITE']}:ro" in PROXY["volumes"]


def test_the_example_names_every_setting_of_the_containers() -> None:
    example = (DEPLOY / "atlas.env.example").read_text(encoding="utf-8")
    compose = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    named = set(re.findall(r"^([A-Z_]+)=", example, re.M))
    assert set(re.findall(r"\$\{([A-Z_]+)", compose)) <= named
    assert all(replica["env_file"] == ["atlas.env"] for replica in REPLICAS.values())


def test_whoever_stops_a_replica_gives_it_time_to_drain() -> None:
    least = DEFAULT_SECONDS + ENDING_SECONDS
    assert all(int(row["stop_grace_period"].removesuffix("s")) > least for row in REPLICAS.values())
    (unit,) = re.findall(r"^TimeoutStopSec=(\d+)$", UNIT, re.M)
    assert int(unit) > least


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


@pytest.mark.parametrize("name", [CADDYFILE.name, SITE_CADDYFILE.name, "site.caddy"])
def test_files_of_caddy_are_formatted(name: str) -> None:
    assert run_caddy("fmt", {}, DEPLOY / name) == (DEPLOY / name).read_text(encoding="utf-8")


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

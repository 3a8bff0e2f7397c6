"""The static atlas that tests read: built once for all processes of a run, as it takes a while."""

from __future__ import annotations

import fcntl
import os
import pickle
from pathlib import Path

import pytest

from components.core.clock import read_today
from components.core.link_rules import build_link_rules
from components.outputs.static_site.build import build_site
from components.outputs.static_site.og_images import list_previews
from components.outputs.static_site.output_manifest import SiteFiles
from data.load import read_record

BASE = "https://a-host-of-usual-length.example/atlas/"
# The one picture of the site that does not know its address.
PICTURES = {"event-april-war-2016": b"\xff\xd8 a picture \xff\xd9"}
A_PICTURE = 3_420  # bytes, a little more than link previews have on average
TODAY = read_today()


def read_built_site(folder: Path, name: str) -> SiteFiles:
    """The site `plain` or `addressed`, from a folder of this run's processes or built into it."""
    path = folder / f"{name}.site"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():
            files = pickle.loads(path.read_bytes())
            assert isinstance(files, SiteFiles)
        else:
            files = build_plain() if name == "plain" else build_addressed()
            path.write_bytes(pickle.dumps(files))
    return files


def build_plain() -> SiteFiles:
    """The site that does not know its address, with one picture."""
    return build_site(pictures=PICTURES, today=TODAY)


def build_addressed() -> SiteFiles:
    """The site with its address, given without the slash at its end, and as many pictures."""
    previews = list_previews(build_link_rules(read_record(), TODAY))
    return build_site(BASE.rstrip("/"), {name: bytes(A_PICTURE) for name in previews}, TODAY)


def find_shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder of this run; processes of pytest-xdist have theirs within it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

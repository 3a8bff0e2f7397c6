"""Auditing what a server's processes ask of other hosts: names, and addresses they connect to."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]


def build_environment(log: Path) -> dict[str, str]:
    """The variables that make a server's processes note in `log` whom they ask, a line each."""
    folders = [Path(__file__).parent, ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(map(str, folders)), "ATLAS_AUDIT_LOG": str(log)}

"""Another revision of this repository in a folder of its own, to be measured beside this one."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.variants import ROOT


class Checkout:
    """A revision as a temporary work tree of git; a context manager. `folder` is where it lies."""

    def __init__(self, revision: str) -> None:
        """Name the revision; nothing is written yet."""
        self.revision = revision
        self.temporary = tempfile.TemporaryDirectory(prefix="bench-")
        self.folder = Path(self.temporary.name) / "checkout"

    def __enter__(self) -> Self:
        """Check it out; RuntimeError with what git says when it cannot."""
        self.call_git("worktree", "add", "--detach", str(self.folder), self.revision)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove it."""
        self.call_git("worktree", "remove", "--force", str(self.folder))
        self.temporary.cleanup()

    def call_git(self, *arguments: str) -> None:
        """Run git in this repository."""
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"git {arguments[0]} {self.revision}: {done.stderr.strip()}")

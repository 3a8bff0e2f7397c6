"""What requirements*.txt lead to: the packages that locks/*.txt name, with versions and hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCKS = ROOT / "locks"
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})(?:\s|$)")


@dataclass(frozen=True)
class LockedPackage:
    """A package of a lock: its requirement with its marker, the SHA-256 of each of its files."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name, normalised as registries write it."""
        return normalise_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The one version; ValueError when the lock leaves a choice."""
        (specifier,) = self.requirement.specifier
        if specifier.operator != "==" or "*" in specifier.version:
            raise ValueError(f"{self.requirement} names no one version")
        return specifier.version


def normalise_name(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_requirements(path: Path) -> list[Requirement]:
    """The requirements of a file, without its comments; InvalidRequirement for any other line."""
    return [entry.requirement for entry in read_lock(path)]


def read_lock(path: Path) -> list[LockedPackage]:
    """The packages of a lock, in its order; InvalidRequirement for a line that names none."""
    text = re.sub(r"\\\n", " ", path.read_text(encoding="utf-8"))
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in text.splitlines())
    return [
        LockedPackage(Requirement(HASH.sub("", line).strip()), tuple(HASH.findall(line)))
        for line in lines
        if line
    ]

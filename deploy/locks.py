"""What requirements*.txt lead to: the packages that locks/*.txt name, with versions and hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCKS = ROOT / "locks"
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})(?:\s|$)")
# Below a package, what asked for it: in one line, or one in each.
VIA = re.compile(r"^ +# +(?:via )?(?!via$)(.+)$", re.M)


@dataclass(frozen=True)
class LockedPackage:
    """A package of a lock: its requirement with its marker, the SHA-256 of each of its files.

    `via` are the packages that need it, and files of requirements as `-r requirements.txt`.
    """

    requirement: Requirement
    hashes: tuple[str, ...]
    via: tuple[str, ...]

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
    text = path.read_text(encoding="utf-8")
    return [read_package(block) for block in re.split(r"^(?=[^\s#])", text, flags=re.M)[1:]]


def read_package(block: str) -> LockedPackage:
    """A package from its requirement, hashes and comments."""
    stated = re.sub(r"(^|\s)#.*", "", block).replace("\\\n", " ").strip()
    requirement = Requirement(HASH.sub("", stated).strip())
    return LockedPackage(requirement, tuple(HASH.findall(stated)), tuple(VIA.findall(block)))

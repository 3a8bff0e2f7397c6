"""Find the programs, other than a browser, that tests run, and install those that are missing.

`python -m tests.find_programs --install` uses Debian's packages where it may (as root) and
otherwise says plainly what is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Each program by name, and the Debian packages it comes in.
PROGRAMS = {
    "Rscript": "r-base-core",
    "apache2": "apache2-bin media-types",
    "caddy": "caddy",
    "haproxy": "haproxy",
    "nginx": "nginx",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-impress",
}

# Debian asks this program before it starts a service of a package; 101 means: do not.
POLICY = Path("/usr/sbin/policy-rc.d")
FORBID = "#!/bin/sh\nexit 101\n"


def find_program(name: str) -> str:
    """The path of a program. FileNotFoundError says which package has it."""
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(f"tests need {name}: apt-get install {PROGRAMS[name]}")
    return path


def find_missing() -> list[str]:
    """The programs that are not on the PATH."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def install(names: list[str]) -> None:
    """Install the packages of these programs, if this machine allows it."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = sorted({package for name in names for package in PROGRAMS[name].split()})
    with starting_no_service():
        for command in (
            ["update", "-qq"],
            ["install", "-y", "-qq", "--no-install-recommends", *packages],
        ):
            subprocess.run(
                ["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, check=False
            )


@contextmanager
def starting_no_service() -> Iterator[None]:
    """Install without starting what is installed: a proxy would hold ports 80 and 443.

    A policy that this machine has already is left as it is.
    """
    if POLICY.exists():
        yield
        return
    POLICY.write_text(FORBID, encoding="utf-8")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def main() -> int:
    """Say what is missing; install it first if asked."""
    missing = find_missing()
    if missing and "--install" in sys.argv:
        install(missing)
        missing = find_missing()
    for name in missing:
        print(
            f"tests need {name}: install it (Debian, Ubuntu: apt-get install {PROGRAMS[name]})",
            file=sys.stderr,
        )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m deploy.audit`: known vulnerabilities of the packages that locks/app.txt names.

Ends with 0 when advisory services know of none, 1 when they know of some, which are listed, and 2
when that could not be found out.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deploy.locks import LOCKS

NONE_KNOWN, VULNERABLE, NOT_CHECKED = 0, 1, 2
# Asked in turn until one answers for every package.
SERVICES = {"pypi": "PyPI", "osv": "OSV"}
# A mirror of a registry may answer and know of no advisory at all: a service is believed when it
# knows those of this release.
KNOWN_VULNERABLE = "jinja2==2.4.1"


class NoAnswer(Exception):
    """An advisory service did not answer, or not with advisories; says what came instead."""


@dataclass
class Findings:
    """What a service says: a line for each vulnerability, and the packages it does not know."""

    vulnerabilities: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def run_pip_audit(service: str, requirements: Path, *options: str) -> Findings:
    """Ask a service about a file of requirements; NoAnswer when it gives none."""
    with tempfile.TemporaryDirectory() as cache:
        command = [
            *(sys.executable, "-m", "pip_audit", "--vulnerability-service", service),
            *("--requirement", str(requirements), "--disable-pip", *options),
            # What was answered before must not pass for an answer.
            *("--format", "json", "--progress-spinner", "off", "--cache-dir", cache),
        ]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    # pip-audit ends with 1 for vulnerabilities and for a service out of reach alike, and with 0
    # when the service knew none of the packages: only its report tells.
    try:
        dependencies = json.loads(ended.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = ended.stderr.strip().splitlines()[-1:] or ["no words"]
        raise NoAnswer(last[0]) from None
    return read_report(dependencies)


def read_report(dependencies: list[dict[str, Any]]) -> Findings:
    """What is said of each package of a report of pip-audit."""
    findings = Findings()
    for package in dependencies:
        if "vulns" not in package:
            findings.unknown.append(package["name"])
            continue
        findings.vulnerabilities += describe_vulnerabilities(package)
    return findings


def describe_vulnerabilities(package: dict[str, Any]) -> Iterator[str]:
    """A line for each vulnerability of a package: its names, and the versions that mend it."""
    for each in package["vulns"]:
        names = ", ".join([each["id"], *each.get("aliases", ())])
        mended = ", ".join(each.get("fix_versions", ())) or "no version"
        yield f"{package['name']} {package['version']}: {names}; mended in {mended}"


def ask_service(service: str, lock: Path) -> Findings:
    """What a service says of a lock; NoAnswer when it does not answer or knows no advisories."""
    with tempfile.TemporaryDirectory() as folder:
        probe = Path(folder, "requirements.txt")
        probe.write_text(KNOWN_VULNERABLE, encoding="utf-8")
        if not run_pip_audit(service, probe, "--no-deps").vulnerabilities:
            raise NoAnswer(f"it answers, and knows no advisory, not even of {KNOWN_VULNERABLE}")
    return run_pip_audit(service, lock, "--require-hashes")


def main(lock: Path = LOCKS / "app.txt") -> int:
    """Print what is known of a lock; 0, 1 or 2 as the head of this file says."""
    reasons = []
    for service, title in SERVICES.items():
        try:
            findings = ask_service(service, lock)
        except NoAnswer as reason:
            reasons.append(f"{title}: {reason}")
            continue
        if findings.vulnerabilities:
            print("\n".join([f"Known vulnerabilities, by {title}:", *findings.vulnerabilities]))
            return VULNERABLE
        if not findings.unknown:
            print(f"No known vulnerabilities in {lock.name}, by {title}.")
            return NONE_KNOWN
        reasons.append(f"{title}: it does not know {', '.join(findings.unknown)}")
    print("Could not be checked: no advisory service answered for every package.", file=sys.stderr)
    print("\n".join(reasons), file=sys.stderr)
    return NOT_CHECKED


if __name__ == "__main__":
    sys.exit(main())

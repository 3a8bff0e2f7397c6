"""`python -m components.outputs.notices.packages FILE`: licences of the packages installed here.

An image holds them all, so it holds this file too. A package's own files of licences and notices
are read where it was installed; what a package leaves out is taken from works.csv.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackagePath, distributions
from pathlib import Path

from components.outputs.notices.notices import RULE, read_works

LEGAL = re.compile(r"(?i)^(licen[cs]e|notice|copying|copyright|authors)[^/]*$|/licenses/")


def write_packages() -> str:
    """Name, version, licence and texts of each package, by name."""
    found = {name_package(each): each for each in distributions()}
    parts = ["\n\n".join(describe_package(found[name])) for name in sorted(found)]
    return f"\n\n{RULE}\n\n".join(parts) + "\n"


def describe_package(package: Distribution) -> Iterator[str]:
    """What a package says of its licence, and the texts."""
    yield f"{name_package(package)} {package.version}: {name_licence(package)}"
    texts = dict.fromkeys(path.read_text().strip() for path in list_legal_files(package))
    if not texts:
        own = {work.package: work for work in read_works() if work.registry == "pypi"}
        work = own.get(name_package(package))
        texts = dict.fromkeys([work.copyright, work.read_text()] if work else [])
    yield from filter(None, texts)


def list_legal_files(package: Distribution) -> list[PackagePath]:
    """The files of licences and notices beside a package's metadata."""
    return sorted(
        path
        for path in package.files or ()
        if ".dist-info" in path.parts[0]
        and (LEGAL.search(path.name) or "licenses" in path.parts)
        and path.locate().exists()  # type: ignore[attr-defined]
    )


def name_package(package: Distribution) -> str:
    """The name as registries write it."""
    return re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()


def name_licence(package: Distribution) -> str:
    """The licence as the package names it: an SPDX expression, a name, or a classifier."""
    metadata = package.metadata
    expression, short = (
        str((metadata.get_all(name) or [""])[0]).strip()
        for name in ("License-Expression", "License")
    )
    if expression:
        return expression
    classifiers = [
        row.rpartition(" :: ")[2]
        for row in metadata.get_all("Classifier") or []
        if row.startswith("License :: ")
    ]
    if short and "\n" not in short and len(short) < 60:
        return short
    return "; ".join(classifiers) or "see the text"


def main() -> int:
    """Write the file that is named."""
    Path(sys.argv[1]).write_text(write_packages(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

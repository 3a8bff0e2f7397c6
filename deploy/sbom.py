"""`python -m deploy.sbom`: write sbom.cdx.json, what is shipped, as CycloneDX 1.6.

The packages of locks/app.txt, what is vendored, and the shapes of others. The file says neither
when nor where it was made, so that equal contents are equal bytes.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License, LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from components.outputs.notices.notices import COMPONENTS, Work, read_works
from components.outputs.notices.packages import name_licence
from data.downloads import read_descriptor
from deploy.locks import LOCKS, ROOT, LockedPackage, read_lock
from geodata.read import read_index

FILE = ROOT / "sbom.cdx.json"
ATLAS = "csto-stance-atlas"
DIRECT = "-r requirements.txt"
# Names that packages give to licences which SPDX knows by another.
SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "CC BY 4.0": "CC-BY-4.0",
    "CC0 1.0": "CC0-1.0",
    "MIT License": "MIT",
    "ODbL 1.0": "ODbL-1.0",
}
HASHES_NOTE = "of each file that is published of the version, for every system, as locks/app.txt"


def write_sbom() -> str:
    """The document as JSON text, the same for the same contents."""
    document = json.loads(JsonV1Dot6(build_bom()).output_as_string())
    # The library sets both anew each time; the format wants neither.
    del document["serialNumber"], document["metadata"]["timestamp"]
    return json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def build_bom() -> Bom:
    """The atlas, all that it is shipped with, and what needs what."""
    atlas = Component(
        name=ATLAS, type=ComponentType.APPLICATION, bom_ref=ATLAS, licenses=[declare("MIT")]
    )
    note = Property(name=f"{ATLAS}:package-hashes", value=HASHES_NOTE)
    bom = Bom(metadata=BomMetaData(component=atlas, properties=[note]))
    works = {work.purl: work for work in read_works()}
    locked = read_lock(LOCKS / "app.txt")
    packages = {package.name: describe_package(package, works) for package in locked}
    there = {str(package.purl) for package in packages.values()}
    brought = [describe_work(work) for purl, work in works.items() if purl not in there]
    others = [*brought, describe_record(), *describe_shapes()]
    for component in (*packages.values(), *others):
        bom.components.add(component)
        bom.register_dependency(component)
    direct = (packages[each.name] for each in locked if DIRECT in each.via)
    bom.register_dependency(atlas, [*direct, *others])
    for name, package in packages.items():
        bom.register_dependency(
            package, [packages[each.name] for each in locked if name in each.via]
        )
    return bom


def describe_package(package: LockedPackage, works: dict[str, Work]) -> Component:
    """A package of the lock; PackageNotFoundError when it is not installed here."""
    purl = PackageURL("pypi", name=package.name, version=package.version)
    work = works.get(str(purl))
    return Component(
        name=package.name,
        version=package.version,
        bom_ref=str(purl),
        purl=purl,
        hashes=list_hashes(package.hashes),
        licenses=[declare(work.licence if work else name_licence(distribution(package.name)))],
    )


def describe_work(work: Work) -> Component:
    """A work that the repository holds, with its files where they are as they were published."""
    with (COMPONENTS / "vendor" / "vendor.csv").open(encoding="utf-8", newline="") as table:
        files = [row for row in csv.DictReader(table) if row["package"] == work.package]
    # Of typefaces there are files; of scripts that our own are built with, the licence alone.
    code = files and not any(row["file"].endswith(".woff2") for row in files)
    namespace, _, name = work.package.rpartition("/")
    return Component(
        name=name,
        group=namespace or None,
        description=work.work,
        version=work.version,
        type=ComponentType.LIBRARY if code else ComponentType.DATA,
        bom_ref=work.purl,
        purl=PackageURL.from_string(work.purl),
        licenses=[declare(work.licence)],
        copyright=work.copyright or None,
        components=[
            describe_file(f"components/vendor/{row['file']}", row["sha256"]) for row in files
        ],
    )


def describe_record() -> Component:
    """The atlas's own record."""
    descriptor = read_descriptor()
    return Component(
        name=f"{descriptor['name']}-record",
        version=descriptor["version"],
        type=ComponentType.DATA,
        bom_ref=f"{ATLAS}/data",
        licenses=[declare(licence["name"]) for licence in descriptor["licenses"]],
    )


def describe_shapes() -> Iterator[Component]:
    """Each file of shapes, with whose work it was made from."""
    for row in read_index():
        path = f"geodata/shapes/{row['file']}"
        yield Component(
            name=path,
            description=f"{row['title']}: {row['source']}",
            type=ComponentType.DATA,
            bom_ref=path,
            hashes=list_hashes([row["sha256"]]),
            licenses=[declare(row["licence"])],
            copyright=row["attribution"],
        )


def describe_file(path: str, sha256: str) -> Component:
    """A file of the repository."""
    return Component(name=path, type=ComponentType.FILE, bom_ref=path, hashes=list_hashes([sha256]))


def list_hashes(hashes: Iterable[str]) -> list[HashType]:
    """SHA-256 sums, in hexadecimal, as the format has them."""
    return [HashType(alg=HashAlgorithm.SHA_256, content=each) for each in hashes]


def declare(licence: str) -> License:
    """A licence that is declared: an SPDX identifier or expression, else its name."""
    return LicenseFactory().make_from_string(
        SPDX.get(licence, licence), license_acknowledgement=LicenseAcknowledgement.DECLARED
    )


if __name__ == "__main__":
    FILE.write_text(write_sbom(), encoding="utf-8")

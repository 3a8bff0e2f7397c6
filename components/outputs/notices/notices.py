"""The text that goes with the atlas wherever its files go: whose works are in it, on what terms."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from data.downloads import name_licence, read_descriptor
from geodata.read import read_index

COMPONENTS = Path(__file__).parents[2]
ROOT = COMPONENTS.parent
TABLE = Path(__file__).parent / "works.csv"
# What a work may go with: the running app, the static atlas, a page that is one file.
APP, SITE, FILE = "app", "site", "file"
# Licences of data that ask for their address rather than their text.
ADDRESSES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ODbL 1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}
RULE = "-" * 72


@dataclass(frozen=True)
class Work:
    """A work of others that is passed on: package and version, its licence (SPDX), where it goes.

    `copyright` is said where the text of the licence does not; `source` is a further note.
    """

    work: str
    registry: str
    package: str
    version: str
    licence: str
    copyright: str
    text: str
    goes: tuple[str, ...]
    source: str

    @property
    def purl(self) -> str:
        """The package URL of the work."""
        name = self.package.replace("@", "%40")
        return f"pkg:{self.registry}/{name}@{self.version}"

    def read_text(self) -> str:
        """The text of its licence."""
        return (COMPONENTS / self.text).read_text(encoding="utf-8").strip("\n")


def read_works() -> list[Work]:
    """Every work of the table, in its order."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        return [
            Work(**{**row, "goes": tuple(row["goes"].split())})  # type: ignore[arg-type]
            for row in csv.DictReader(table)
        ]


@lru_cache(maxsize=3)
def write_notices(goes: str) -> str:
    """Every notice of what goes with the `app`, the `site` or a `file`; in English, as they are."""
    parts = [
        "CSTO Stance Atlas: licences and notices",
        (ROOT / "LICENSE").read_text(encoding="utf-8").strip(),
        "\n".join(list_data()),
        *list_texts([work for work in read_works() if goes in work.goes]),
    ]
    return f"\n\n{RULE}\n\n".join(parts) + "\n"


def list_data() -> Iterator[str]:
    """A line for each licence and attribution of the record and the shapes."""
    yield "The record and the shapes"
    yield ""
    yield f"- The record: {name_licence(read_descriptor())}, {ADDRESSES['CC BY 4.0']}"
    rows = sorted(read_index(), key=lambda row: (row["attribution"], row["licence"]))
    for (attribution, licence), group in groupby(
        rows, key=lambda row: (row["attribution"], row["licence"])
    ):
        titles = "; ".join(row["title"] for row in group)
        address = f" ({ADDRESSES[licence]})" if licence in ADDRESSES else ""
        yield f"- {titles}: {licence}{address}. {attribution}"


def list_texts(works: list[Work]) -> Iterator[str]:
    """Each work with the text of its licence; works under the very same text share it."""
    texts: dict[str, list[Work]] = {}
    for work in works:
        texts.setdefault(work.read_text(), []).append(work)
    for text, sharing in texts.items():
        heads = [
            "\n".join(
                part
                for part in (
                    f"{work.work}, version {work.version}: {work.licence}",
                    work.copyright,
                    work.source,
                )
                if part
            )
            for work in sharing
        ]
        yield "\n\n".join([*heads, text])

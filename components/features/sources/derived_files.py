"""The derived tables as a reader takes them away: every file with what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from components.core.i18n import record_locale
from components.features.sources.content import read_texts
from data.derived.files import BOOK, MEDIA_TYPES, SHEET, WRITERS, build_file, list_files
from data.derived.schema import read_derived
from data.load import read_record
from data.localize import pick

FOLDER = "derived"
PARTS = ("title", "description")


def list_derived() -> Iterator[tuple[str, str, str, str, Callable[[], bytes]]]:
    """Each file: its name, what it holds, the title to cite, its media type and what makes it."""
    texts = read_texts()["shelves"]["derived"]
    for name, table in read_derived(read_record()).items():
        title, about = (pick(vars(table), part, record_locale()) for part in PARTS)
        for suffix in WRITERS:
            file = f"{name}.{suffix}"
            words = f"{title}. {texts[suffix]} {about}"
            yield file, words, title, MEDIA_TYPES[suffix], partial(make_derived, file)
    for file in (SHEET, BOOK):
        kind = MEDIA_TYPES[file.rpartition(".")[2]]
        yield file, texts["codebook"], texts["codebook_title"], kind, partial(make_derived, file)


@cache
def make_derived(file: str) -> bytes:
    """One file of the derived tables."""
    return build_file(read_record(), file)


def make_derived_folder() -> dict[str, bytes]:
    """All of them, by their paths in the archive."""
    return {f"{FOLDER}/{file}": make_derived(file) for file in list_files(read_record())}

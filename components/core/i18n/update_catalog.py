"""`make messages`: update each messages.po from the code, without guessing a translation."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from components.core.i18n.catalog import find_catalogue, is_translated, name_message
from components.core.i18n.extract import extract_messages
from data.languages import TRANSLATIONS


def update_catalogue(path: Path, language: str) -> Catalog:
    """Add new messages, drop those no longer said, and write the file; the rest stays as it is."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    created = catalogue.creation_date
    catalogue.update(extract_messages(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    # The day the file was made: a new one at each run would conflict with everybody's work.
    catalogue.creation_date = created
    catalogue.revision_date = created
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=0,
            sort_by_file=True,
            include_lineno=False,
            ignore_obsolete=True,
        )
    return catalogue


def list_missing(catalogue: Catalog) -> list[str]:
    """Messages without a translation, or with an empty form of one."""
    return [
        name_message(message) for message in catalogue if message.id and not is_translated(message)
    ]


def main() -> None:
    """Update the catalogues and name what waits for a translation."""
    for language in TRANSLATIONS:
        path = find_catalogue(language)
        missing = list_missing(update_catalogue(path, language))
        for message in missing:
            sys.stdout.write(f"{message}\n")
        place = f"{language}/{path.name}"
        sys.stdout.write(f"{len(missing)} messages wait for a translation in {place}\n")


if __name__ == "__main__":
    main()

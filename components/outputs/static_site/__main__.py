"""The static atlas.

`python -m components.outputs.static_site [--base https://host/folder/] [folder]` writes them.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
from pathlib import Path

from components.core.clock import read_today
from components.server.security_txt import PATH, read_security_contacts, write_security_txt

MARK = "sitemap.xml"


def main() -> int:
    """Build the site and write it; prints what it weighs. 1 when it may not be written."""
    parser = argparse.ArgumentParser(
        prog="python -m components.outputs.static_site", description=__doc__
    )
    parser.add_argument("folder", nargs="?", default="dist", type=Path)
    parser.add_argument("--base", default="", help="the address the site will have")
    parser.add_argument("--no-pictures", action="store_true", help="without link previews")
    given = parser.parse_args()
    # Streamlit warns that its parts are read outside a page.
    logging.disable(logging.WARNING)
    from components.outputs.static_site.build import build_site, check_base
    from components.outputs.static_site.size_report import LARGEST, write_table

    try:
        base = check_base(given.base)
        contacts = read_security_contacts(os.environ)
        clear_folder(given.folder)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    files = build_site(given.base, {} if given.no_pictures else draw_pictures())
    if contacts:
        text = write_security_txt(contacts, base.rstrip("/"), read_today())
        files.add(PATH.lstrip("/"), text)
    files.write(given.folder)
    print(write_table(files.weigh()))
    if not given.base:
        print(
            "No BASE: link previews, sitemap.xml and canonical addresses want the site's address."
        )
    size = sum(len(content) for content in files.contents.values())
    if size > LARGEST:
        print(f"The site weighs {size:,} bytes, more than {LARGEST:,}", file=sys.stderr)
        return 1
    return 0


def draw_pictures() -> dict[str, bytes]:
    """The link previews, counted as they are drawn."""
    from components.core.link_rules import build_link_rules
    from components.outputs.static_site.og_images import draw_previews, list_previews
    from data.load import read_record

    views = list_previews(build_link_rules(read_record(), read_today()))
    pictures = {}
    for name, content in draw_previews(views, os.cpu_count() or 1):
        pictures[name] = content
        print(f"\rlink previews: {len(pictures)} of {len(views)}", end="", flush=True)
    print()
    return pictures


def clear_folder(folder: Path) -> None:
    """Remove an earlier site; ValueError for a folder that holds anything else."""
    if not folder.exists():
        return
    if any(folder.iterdir()) and not (folder / MARK).exists():
        raise ValueError(f"{folder} is not empty and holds no site: it is left as it is")
    shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())

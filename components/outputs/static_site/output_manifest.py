"""The files of the site as they are made: assets by the hash of their content, pages by path."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from data.languages import ALL

LANGUAGE_FOLDERS = {language.folder for language in ALL.values()}


@dataclass
class SiteFiles:
    """Contents by path within the site, and the hashed names of assets by their plain ones."""

    contents: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def add(self, path: str, content: bytes | str) -> None:
        """Put a file; ValueError where there is one already."""
        if path in self.contents:
            raise ValueError(f"{path} is made twice")
        self.contents[path] = content.encode() if isinstance(content, str) else content

    def add_asset(self, name: str, content: bytes | str) -> str:
        """Put an asset; its name within `assets/`, which changes with its content."""
        data = content.encode() if isinstance(content, str) else content
        plain = PurePosixPath(name)
        hashed = f"{plain.stem}-{hashlib.sha256(data).hexdigest()[:8]}{plain.suffix}"
        if self.contents.get(f"assets/{hashed}") != data:
            self.add(f"assets/{hashed}", data)
        self.names[name] = hashed
        return hashed

    def write(self, folder: Path) -> None:
        """Write every file into a folder that is empty or not there yet."""
        for path, content in sorted(self.contents.items()):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def weigh(self) -> dict[str, tuple[int, int]]:
        """Number of files and bytes by kind, the heaviest first."""
        counts: Counter[str] = Counter()
        sizes: Counter[str] = Counter()
        for path, content in self.contents.items():
            kind = name_kind(path)
            counts[kind] += 1
            sizes[kind] += len(content)
        return {kind: (counts[kind], size) for kind, size in sizes.most_common()}


def name_kind(path: str) -> str:
    """What a file is, for the table of sizes."""
    parts = PurePosixPath(path)
    if parts.parts[0] == "assets":
        kinds = {".avif": "relief", ".woff2": "typefaces", ".css": "styles", ".svg": "styles"}
        if parts.suffix == ".js":
            return "documents" if parts.stem.startswith(("document-", "names-")) else "scripts"
        return kinds.get(parts.suffix, "other")
    if parts.suffix in {".jpg", ".png"}:
        return "pictures"
    inner = len(parts.parts) > 1 and f"{parts.parts[0]}/" in LANGUAGE_FOLDERS
    folder = parts.parts[1] if inner else parts.parts[0]
    return f"pages: {folder}" if parts.suffix == ".html" and "." not in folder else "other pages"

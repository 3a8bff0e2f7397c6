"""Documents inside a page: packed, since the record repeats itself and a file may fetch nothing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from typing import Any

from components.outputs.static_site.json_dedupe import dedupe_json

# 91 letters that a script, a text in JSON and an element of a page take as they are.
LETTERS = [chr(code) for code in range(33, 127) if chr(code) not in '"\\<']
BITS, BITS_OF_ONE = 13, 6  # that two letters hold, and one


def write_json(content: Any) -> bytes:
    """Compact JSON in UTF-8; half characters of a bad upload become question marks."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def write_shared(content: Any) -> bytes:
    """JSON in which a part that comes again is written once; `embedded_data.ts` reads it back."""
    return write_json(dedupe_json(content))


def pack_document(content: bytes) -> str:
    """A document as text for a page: gzip in letters, the same for the same content."""
    packed = bytearray(gzip.compress(content, 9, mtime=0))
    packed[9] = 255  # the byte that names the system it was made on
    return write_letters(packed)


def write_letters(content: bytes | bytearray) -> str:
    """Bytes as text, 13 bits in two letters; base64 would be a twelfth longer."""
    found: list[str] = []
    held = count = 0
    for byte in content:
        held |= byte << count
        count += 8
        if count >= BITS:
            found += spell(held & (1 << BITS) - 1)
            held >>= BITS
            count -= BITS
    if count:
        found += LETTERS[held] if count <= BITS_OF_ONE else spell(held)
    return "".join(found)


def spell(value: int) -> tuple[str, str]:
    """Two letters for 13 bits."""
    return LETTERS[value % len(LETTERS)], LETTERS[value // len(LETTERS)]


def embed_json(content: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def pack_documents(documents: Mapping[str, bytes]) -> dict[str, str]:
    """Every document, packed, by name."""
    return {name: pack_document(content) for name, content in sorted(documents.items())}

"""Documents inside a page: packed, since the record repeats itself and a file may fetch nothing."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import deflate

from components.outputs.static_site.json_dedupe import dedupe_documents, dedupe_json

# The parts that documents of the site share, in the language they are in.
PARTS = "parts.json"
# Levels of libdeflate. The first is smaller than zlib at its best, in half the time: a visitor
# waits for a single file. The other is a twentieth smaller, in seven times that.
QUICK, SMALLEST = 9, 12


def write_json(content: Any) -> bytes:
    """Compact JSON in UTF-8; half characters of a bad upload become question marks."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def write_shared(content: Any) -> bytes:
    """JSON in which a part that comes again is written once; `embedded_data.ts` reads it back."""
    return write_json(dedupe_json(content))


def write_documents(contents: Mapping[str, Any]) -> dict[str, bytes]:
    """JSON of each document by name, with the parts that they repeat in one more, `PARTS`."""
    parts, filled = dedupe_documents(contents)
    written = {name: write_json({"content": each, "parts": PARTS}) for name, each in filled.items()}
    return {PARTS: write_json({"parts": parts}), **written}


def pack_document(content: bytes, level: int = QUICK) -> str:
    """A document as text for a page: gzip in base64, the same for the same content."""
    return base64.b64encode(compress(content, level)).decode()


def compress(content: bytes, level: int = QUICK) -> bytes:
    """The content in gzip, the same for the same content."""
    packed = bytearray(deflate.gzip_compress(content, level))
    packed[4:8] = bytes(4)  # the time
    packed[9] = 255  # the byte that names the system it was made on
    return bytes(packed)


def embed_json(content: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def pack_documents(documents: Mapping[str, bytes]) -> dict[str, str]:
    """Every document, packed, by name."""
    return {name: pack_document(content) for name, content in sorted(documents.items())}

"""Documents inside a page: packed, since the record repeats itself and a file may fetch nothing."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Mapping
from typing import Any

from components.outputs.static_site.json_dedupe import dedupe_json


def write_json(content: Any) -> bytes:
    """Compact JSON in UTF-8; half characters of a bad upload become question marks."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def write_shared(content: Any) -> bytes:
    """JSON in which a part that comes again is written once; `embedded_data.ts` reads it back."""
    return write_json(dedupe_json(content))


def pack_document(content: bytes) -> str:
    """A document as text for a page: gzip in base64, the same for the same content."""
    packed = bytearray(gzip.compress(content, 9, mtime=0))
    packed[9] = 255  # the byte that names the system it was made on
    return base64.b64encode(packed).decode()


def embed_json(content: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def pack_documents(documents: Mapping[str, bytes]) -> dict[str, str]:
    """Every document, packed, by name."""
    return {name: pack_document(content) for name, content in sorted(documents.items())}

"""One file held in memory with its compressed forms, and the HTTP answer that serves it."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import brotli
from starlette.requests import Request
from starlette.responses import Response

YEAR_CACHE = "public, max-age=31536000, immutable"
NO_CACHE = "no-cache"
SHORT_CACHE = "public, max-age=600"
PLAIN = "text/plain; charset=utf-8"

MEDIA_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": PLAIN,
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
COMPRESSIBLE = (
    *(".css", ".csv", ".geojson", ".html", ".js", ".json", ".mjs"),
    *(".svg", ".ttf", ".txt", ".wasm"),
)
SMALLEST_COMPRESSED = 256  # bytes; below it the header costs more than is saved

# At quality 5 the whole front end packs in 0.1 s, at 11 in 3 s and 10 % smaller: the first answers
# are sent at 5 and a thread replaces them (see lifespan.py).
QUICK_QUALITY = 5
BEST_QUALITY = 11
GZIP_LEVEL = 6


@dataclass
class CompressedFile:
    """The bytes of a file, its type and caching rule, and its encodings once made."""

    content: bytes
    name: str
    cache_control: str = YEAR_CACHE
    digest: str = ""
    encodings: dict[str, bytes] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Derive the digest that the ETag carries."""
        self.digest = self.digest or hash_content(self.content)

    @property
    def suffix(self) -> str:
        """The file name's suffix, in lower case."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def media_type(self) -> str:
        """The Content-Type; bytes of no known kind are offered as a download."""
        return MEDIA_TYPES.get(self.suffix, "application/octet-stream")

    @property
    def compressible(self) -> bool:
        """Whether a compressed form is worth its header."""
        return self.suffix in COMPRESSIBLE and len(self.content) >= SMALLEST_COMPRESSED

    def encode(self, encoding: str) -> bytes:
        """The content as `br`, `gzip` or `identity`; made on first use."""
        if encoding == "identity":
            return self.content
        if encoding not in self.encodings:
            self.encodings[encoding] = (
                brotli.compress(self.content, quality=QUICK_QUALITY)
                if encoding == "br"
                else gzip.compress(self.content, GZIP_LEVEL, mtime=0)
            )
        return self.encodings[encoding]

    def compress(self) -> None:
        """Replace the quick Brotli form by the smallest one; slow, for a background thread."""
        if self.compressible:
            self.encodings["br"] = brotli.compress(self.content, quality=BEST_QUALITY)


def hash_content(content: bytes) -> str:
    """The first 16 hex digits of the sha256 of some bytes."""
    return hashlib.sha256(content).hexdigest()[:16]


def choose_encoding(accept: str) -> str:
    """`br`, else `gzip`, else `identity`, by what an Accept-Encoding header allows."""
    allowed: dict[str, bool] = {}
    for item in accept.lower().split(","):
        coding, _, parameter = item.strip().partition(";")
        quality = parameter.strip().removeprefix("q=")
        allowed[coding.strip()] = quality.strip("0.") != "" or not parameter
    anything = allowed.get("*", False)
    for encoding in ("br", "gzip"):
        if allowed.get(encoding, anything):
            return encoding
    return "identity"


def answer_with(file: CompressedFile, request: Request) -> Response:
    """The response for one file: negotiated encoding, validators, 304 where nothing changed."""
    encoding = "identity"
    headers = {"Cache-Control": file.cache_control}
    if file.compressible:
        headers["Vary"] = "Accept-Encoding"
        encoding = choose_encoding(request.headers.get("accept-encoding", ""))
    headers["ETag"] = f'"{file.digest}-{encoding}"'
    if f'"{file.digest}-' in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    body = file.encode(encoding)
    headers["Content-Length"] = str(len(body))
    content = b"" if request.method == "HEAD" else body
    return Response(content, headers=headers, media_type=file.media_type)

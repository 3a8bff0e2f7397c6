from __future__ import annotations

import gzip

import brotli
import pytest
from starlette.requests import Request

from components.server.compressed_file import (
    COMPRESSIBLE,
    MEDIA_TYPES,
    CompressedFile,
    answer_with,
    choose_encoding,
)

TEXT = b"a country is outlined by its neighbours " * 40


def make_request(method: str = "GET", **headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": method, "path": "/", "headers": pairs})


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0, gzip;q=0", "identity"),
        ("br;q=0.001", "br"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("br;q=0, *", "gzip"),
        ("identity", "identity"),
        ("", "identity"),
        ("brotli", "identity"),
        (" br ;q=1.0", "br"),
    ],
)
def test_encoding_is_what_the_header_allows(accept: str, encoding: str) -> None:
    assert choose_encoding(accept) == encoding


@pytest.mark.parametrize("packed", [False, True])
def test_every_encoding_unpacks_to_the_content(packed: bool) -> None:
    file = CompressedFile(TEXT, "a.js")
    if packed:
        file.compress()
    assert brotli.decompress(file.encode("br")) == TEXT
    assert gzip.decompress(file.encode("gzip")) == TEXT
    assert file.encode("identity") == TEXT


def test_packing_makes_the_brotli_form_no_larger() -> None:
    file = CompressedFile(bytes(range(256)) * 20 + TEXT * 3, "a.json")
    quick = len(file.encode("br"))
    file.compress()
    assert len(file.encode("br")) <= quick


@pytest.mark.parametrize("suffix", sorted(set(MEDIA_TYPES) - set(COMPRESSIBLE)))
def test_images_and_fonts_are_not_compressed_again(suffix: str) -> None:
    response = answer_with(CompressedFile(TEXT, f"a{suffix}"), make_request(accept_encoding="br"))
    assert response.body == TEXT
    assert "content-encoding" not in response.headers
    assert "vary" not in response.headers


def test_small_files_are_sent_as_they_are() -> None:
    response = answer_with(CompressedFile(b"{}", "a.json"), make_request(accept_encoding="br"))
    assert response.body == b"{}"


def test_encodings_have_different_etags_and_any_of_them_validates() -> None:
    file = CompressedFile(TEXT, "a.css")
    tags = {
        answer_with(file, make_request(accept_encoding=encoding)).headers["etag"]
        for encoding in ("br", "gzip", "identity")
    }
    assert len(tags) == 3
    for tag in tags:
        again = answer_with(file, make_request(if_none_match=f'"other", {tag}'))
        assert (again.status_code, again.body) == (304, b"")
    other = CompressedFile(TEXT + b"!", "a.css")
    assert answer_with(other, make_request(if_none_match=tags.pop())).status_code == 200


def test_head_tells_the_length_and_sends_nothing() -> None:
    response = answer_with(CompressedFile(TEXT, "a.js"), make_request("HEAD"))
    assert response.headers["content-length"] == str(len(TEXT))
    assert response.body == b""


def test_unknown_kinds_are_offered_as_a_download() -> None:
    assert CompressedFile(b"", "a.exe").media_type == "application/octet-stream"

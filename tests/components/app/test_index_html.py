from __future__ import annotations

import base64
import hashlib
import json
import re
from urllib.parse import urljoin

import pytest

from components.app.index_html import build_shell, fill_script, replace_once, rewrite_shell
from components.server.streamlit_static import STREAMLIT
from components.server.theme import read_theme
from tests.components.server.http_client import fetch

INDEX = (STREAMLIT / "index.html").read_text(encoding="utf-8")
# What a messenger reads of a link; tests of sharing hold it.
HEAD = re.compile(r'<title>.*?</title>|<meta (name|property)="[^>]*>|<link rel="canonical"[^>]*>')
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)


@pytest.fixture(scope="module")
def page(server: str) -> str:
    return fetch(server, "/", {"Accept-Encoding": "br"}).text


@pytest.mark.parametrize("path", ["/", "/sources", "/?year=2016", "/events?event=%7B%7B1%7D%7D"])
def test_every_deep_link_gets_the_same_shell(server: str, page: str, path: str) -> None:
    answer = fetch(server, path)
    assert answer.status == 200
    # Addresses are relative, so a page that lies deeper writes them another way.
    way = "../" * (path.split("?")[0].count("/") - 1) or "./"
    found = re.sub(r'((?:href|src)="|url\(")' + re.escape(way), r"\1./", answer.text)
    assert HEAD.sub("", found) == HEAD.sub("", page)
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(("accept", "encoding"), [("gzip, br", "br"), ("gzip", "gzip"), ("", None)])
def test_the_shell_is_compressed(server: str, page: str, accept: str, encoding: str | None) -> None:
    answer = fetch(server, "/", {"Accept-Encoding": accept})
    assert answer.headers.get("content-encoding") == encoding
    assert answer.text == page


def test_the_policy_allows_exactly_the_inline_scripts(server: str, page: str) -> None:
    # What has a type holds data and runs nothing.
    inline = [match["code"] for match in SCRIPT.finditer(page) if not match["attributes"]]
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
        for code in inline
    }
    policy = fetch(server, "/").headers["content-security-policy"]
    assert len(inline) == 2
    assert hashes == set(re.findall(r"'sha256-[^']+'", policy))


def test_it_names_the_atlas(page: str) -> None:
    assert "<title>CSTO Stance Atlas</title>" in page
    assert '<html lang="en">' in page
    assert [lang in page for lang in ('<p lang="en">', '<p lang="ru">')] == [True, True]
    assert '<meta name="description"' in page
    assert page.count('name="theme-color"') == 2
    assert "needs JavaScript" in page


@pytest.mark.parametrize(
    "gone", ["Streamlit</title>", "_stcore/agent", "SourceSansVF", "favicon.png", "{{"]
)
def test_it_drops_what_is_streamlits(page: str, gone: str) -> None:
    assert gone not in page


def test_the_icon_is_where_browsers_look_for_it(server: str, page: str) -> None:
    icon = fetch(server, "/favicon.ico")
    assert icon.status == 200
    assert icon.headers["content-type"] == "image/svg+xml"
    assert base64.b64encode(icon.content).decode() in page


def test_everything_it_links_is_served(server: str, page: str) -> None:
    linked = re.findall(r'(?:href|src)="(\./[^"]+)"', page)
    spoken = json.loads(re.search(r'id="atlas-spoken">(.*?)</script>', page)[1])  # type: ignore[index]
    assert set(spoken) == {"en", "ru"}
    early = json.loads(re.search(r'\{"code": \[.*?\}', page)[0])  # type: ignore[index]
    assert set(early) == {"code", "others"}
    fetched = [address for each in [*early.values(), *spoken.values()] for address in each]
    fonts = re.findall(r'url\("(\./[^"]+)"\)', page)
    assert len(linked) > 50
    assert len(fetched) > 5
    assert len(fonts) > 3
    for address in {*linked, *fetched, *fonts}:
        answer = fetch(server, urljoin("/", address), method="HEAD")
        assert answer.status == 200, address
        assert "text/html" not in answer.headers["content-type"], address


def test_nothing_it_links_is_elsewhere_or_holds_at_one_path_only(page: str) -> None:
    for address in re.findall(r'(?:href|src)="([^"]+)"', HEAD.sub("", page)):
        kinds = ("./static/", "./atlas/", "data:image/svg+xml", "?lang=", "#root")
        assert address.startswith(kinds), address


def test_the_theme_is_that_of_the_settings(page: str) -> None:
    for base in ("light", "dark"):
        assert f'"{base}": {json.dumps(read_theme(base))}' in page
    assert read_theme("light")["base"] == 0
    assert read_theme("dark")["bodyFont"].startswith("'Source Sans 3'")  # type: ignore[union-attr]
    assert read_theme("light")["backgroundColor"] != read_theme("dark")["backgroundColor"]


@pytest.mark.parametrize(
    "part", ["<title>", "</head>", "<noscript>", 'rel="preload"', "service-desc"]
)
def test_a_front_end_without_a_part_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="not one"):
        rewrite_shell(INDEX.replace(part, "<other>"))


def test_an_inline_script_has_its_values_once_and_ends_no_element() -> None:
    script = fill_script("server/preload.js", "PRELOAD_VALUES", code=["</script>"], others=[])
    assert '{"code": ["\\u003c/script>"], "others": []}' in script
    with pytest.raises(ValueError, match="has SHELL_VALUES 0 times, not once"):
        fill_script("server/preload.js", "SHELL_VALUES", code=[], others=[])


def test_a_replacement_is_only_text() -> None:
    assert replace_once("<a>1</a>", r"<a>(.)</a>", r"\1\g<0>") == r"\1\g<0>"


def test_the_shell_is_made_once() -> None:
    assert build_shell() is build_shell()

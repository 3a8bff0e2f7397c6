"""Reading the static atlas: the cohesion page, large type, and pages as browsers read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

import pytest
from playwright.sync_api import Page

from components.core.i18n import locale_context
from components.core.link_rules import FIRST_YEAR
from components.features.cohesion.matrix import describe_matrix
from components.features.cohesion.query_params import Choice
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.size_report import LARGEST
from data.load import read_record
from tests.browser.conftest import find_map
from tests.browser.static_site_server import OpenElements, PageReader, read_sitemap
from tests.built_site import BASE, TODAY

Open = Callable[..., Page]
EVENT = "april-war-2016"
COHESION = "cohesion/index.html"


@pytest.fixture(scope="module")
def files(addressed_site: SiteFiles) -> SiteFiles:
    return addressed_site


@pytest.fixture(scope="module")
def folder(files: SiteFiles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site") / "atlas"
    files.write(root)
    return root


def describe(language: str) -> dict[str, Any]:
    with locale_context(language):
        return describe_matrix(Choice(FIRST_YEAR, TODAY.year))


def test_it_has_room_left_with_address_and_pictures(files: SiteFiles) -> None:
    assert sum(map(len, files.contents.values())) < LARGEST - 50_000


@pytest.mark.parametrize(("language", "home"), [("en", ""), ("ru", "ru/")])
def test_findings_and_tables_are_read_without_scripts(
    files: SiteFiles, language: str, home: str
) -> None:
    page = PageReader(files.contents[home + COHESION].decode())
    matrix = describe(language)
    text = " ".join(page.texts)
    assert f"{matrix['finding']}." in text
    layers = [layer for group in matrix["groups"] for layer in group["layers"]]
    links = {address for _tag, address in page.links}
    assert {f"../events/{each['event']}.html?toward={each['toward']}" for each in layers} <= links
    codes = [each for each in page.texts if each in matrix["codes"]]
    own = sum(each["toward"] in {m["id"] for m in matrix["members"]} for each in layers)
    assert len(codes) == len(layers) * len(matrix["members"]) - own
    assert f"{home}{COHESION}</loc>" in read_sitemap(files.contents, BASE)
    for path, content in files.contents.items():
        if path.endswith(".html") and path != "404.html":
            linked = {href for _tag, href in PageReader(content.decode()).links}
            assert any(href.endswith(COHESION) for href in linked), path


@pytest.mark.parametrize(("language", "home"), [("en", ""), ("ru", "ru/")])
def test_who_came_is_read_without_scripts(files: SiteFiles, language: str, home: str) -> None:
    record = read_record()
    for request in record.rows("requests"):
        page = PageReader(files.contents[f"{home}events/{request['event_id']}.html"].decode())
        assert request[f"finding_{language}"] in map(str.strip, page.texts)
        told = " ".join(page.texts)
        for row in record.rows("request_answers"):
            if row["event_id"] == request["event_id"]:
                kind = record.row("answer_kinds", row["kind"])
                assert kind[f"label_{language}"] in told


def test_the_typefaces_have_every_letter_that_is_written(files: SiteFiles) -> None:
    for path, content in files.contents.items():
        if path.endswith(".html"):
            text = " ".join(PageReader(content.decode()).texts)
            assert not re.search("[\u0100-\u02af\u1e00-\u1eff]", text), path


@pytest.mark.browser
def test_cohesion_from_a_disk(folder: Path, open_page: Open) -> None:
    link = f"?event={EVENT}&toward=AZE&pair=ARM-KAZ&by=kind&from=2010&lang=ru"
    page = open_page((folder / COHESION).as_uri() + link)
    page.context.set_offline(True)
    page.wait_for_selector(".st-key-atlas-cohesion[data-drawn]")
    page.wait_for_selector(".arcs[data-drawn] .arc")
    assert page.url.startswith((folder / "ru" / COHESION).as_uri())
    matrix = describe("ru")
    layers = [layer for group in matrix["groups"] for layer in group["layers"]]
    cells = page.locator(".by-kind a[data-cell]")
    assert cells.count() == len(layers) * len(matrix["seats"])
    assert page.locator(".by-kind a.chosen").count() == len(matrix["seats"])
    assert page.locator(".evidence .sides").count() == 1
    assert page.locator(".ledger tbody tr").count() > 0
    # What only a server can answer is not there, and a chart's numbers are.
    assert page.locator("select").count() == 0
    assert page.locator("table[data-table]").count() >= 4
    page.locator(".evidence button").click()
    page.wait_for_selector(".evidence", state="detached")
    assert "pair=" not in page.url
    page.locator("[data-key='size-read']").click()
    page.wait_for_selector(".matrix.read")
    assert "size=read" in page.url
    page.go_back()
    page.wait_for_selector(".matrix.by-kind")
    page.locator(".by-kind a.chosen").first.click()
    page.wait_for_selector(f".event-dossier[data-drawn='{EVENT}']")
    assert page.url == (folder / "ru" / "events" / f"{EVENT}.html").as_uri() + "?toward=AZE"
    page.locator(".site-pages a[aria-current]").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 390])
def test_large_type_is_kept_from_page_to_page(folder: Path, width: int, open_page: Open) -> None:
    page = open_page((folder / COHESION).as_uri(), width)
    page.wait_for_selector(".st-key-atlas-cohesion[data-drawn]")
    title = page.locator(".cohesion h1")
    before = title.bounding_box()
    page.get_by_role("button", name="Larger text").click()
    after = title.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"] * 1.2
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Map", exact=True).click()
    frame = find_map(page)
    assert frame.evaluate("() => document.documentElement.dataset.type") == "large"
    page.get_by_role("button", name="Larger text").click()
    frame.wait_for_function("() => document.documentElement.dataset.type !== 'large'")


OUTLINE = """() => {
  const kept = (node) => node.nodeType === 1 || node.data.trim();
  const outline = (node) => (node.nodeType === 1
    ? [node.localName, [...node.childNodes].filter(kept).map(outline)]
    : node.data.trim());
  return outline(document.body);
}"""


class BodyReader(HTMLParser):
    """The body of a page as a tree, by its tags alone."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.open = OpenElements()
        self.feed(text)
        self.end(self.open.finish())
        self.body = self.builder.close()

    def end(self, tags: list[str]) -> None:
        for tag in tags:
            self.builder.end(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end(self.open.start(tag))
        self.builder.start(tag, {})

    def handle_endtag(self, tag: str) -> None:
        self.end(self.open.end(tag))

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def outline(element: Element) -> list[Any]:
    found: list[Any] = [(element.text or "").strip()]
    for child in element:
        found += [outline(child), (child.tail or "").strip()]
    return [element.tag, [each for each in found if each]]


@pytest.mark.browser
@pytest.mark.parametrize("path", [COHESION, f"events/{EVENT}.html", "members/ARM.html"])
def test_a_page_is_read_as_it_is_written(path: str, files: SiteFiles, open_page: Open) -> None:
    text = files.contents[path].decode()
    body = text[text.index("<body") :].strip()
    body = re.sub(r'<script src="[^"]*"></script>', "", body)
    page = open_page("about:blank")
    page.set_content(body)
    assert page.evaluate(OUTLINE) == outline(BodyReader(body).body)

"""The static atlas: whole, closed to the network, and the same from a disk and from a host."""

from __future__ import annotations

import os
import posixpath
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from components.core.alt_text.requests import format_requests
from components.core.clock import read_today
from components.core.i18n import locale_context
from components.outputs.static_site.build import build_site
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.size_report import LARGEST
from components.outputs.static_site.templates import clean, read_templates
from components.server.security_txt import PATH, VARIABLE
from data.differences import Moment, find_differences
from data.load import read_record
from data.request_list import list_requests
from tests.browser.conftest import drag_slider, find_map, read_state, wait_for_title
from tests.browser.injection_detectors import assert_quiet
from tests.browser.injection_project import HostileProject
from tests.browser.static_site_server import PageReader, read_sitemap, serving
from tests.browser.test_compare import find_pair
from tests.built_site import BASE, build_plain
from tests.components.server.test_security_txt import CONTACTS, assert_contacts
from tests.injection_strings import CORPUS, TOUCHED

Open = Callable[..., Page]
EVENT = "april-war-2016"


@pytest.fixture(scope="module")
def files(plain_site: SiteFiles) -> SiteFiles:
    return plain_site


@pytest.fixture(scope="module")
def pages(files: SiteFiles) -> dict[str, PageReader]:
    return {
        path: PageReader(content.decode())
        for path, content in files.contents.items()
        if path.endswith(".html")
    }


@pytest.fixture(scope="module")
def folder(files: SiteFiles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("host") / "some folder" / "atlas"
    files.write(root)
    return root


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[str]:
    with serving(folder.parents[1]) as address:
        yield f"{address}some%20folder/atlas/"


def title_of(event: str, language: str = "en") -> str:
    return str(read_record().row("events", event)[f"title_{language}"])


def test_every_event_member_and_source_has_its_page_in_both_languages(files: SiteFiles) -> None:
    record = read_record()
    for folder in ("", "ru/"):
        for row in record.rows("events"):
            assert f"{folder}events/{row['id']}.html" in files.contents
        for row in record.rows("sources"):
            assert f"{folder}method/{row['id']}.html" in files.contents
        assert f"{folder}method/index.html" in files.contents
        assert f"{folder}sources/index.html" in files.contents
        assert f"{folder}members/ARM.html" in files.contents
        assert f"{folder}stories/index.html" in files.contents
        assert f"{folder}cohesion/index.html" in files.contents
        assert f"{folder}votes/index.html" in files.contents
    assert sum(map(len, files.contents.values())) <= LARGEST


def test_it_is_the_same_each_time(files: SiteFiles) -> None:
    assert build_plain().contents == files.contents


def test_no_dead_link_and_nothing_from_elsewhere(
    files: SiteFiles, pages: dict[str, PageReader]
) -> None:
    for path, page in pages.items():
        for tag, address in page.links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                # A source may be followed to where it was published; nothing is loaded from there.
                assert tag == "a", (path, tag, address)
                assert parts.scheme in {"http", "https"}, (path, address)
            elif parts.path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
                assert target in files.contents, (path, address)


def test_every_page_is_closed_and_runs_nothing_inline(pages: dict[str, PageReader]) -> None:
    for path, page in pages.items():
        policy = page.metas["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';"), path
        assert "unsafe" not in policy, path
        assert "http" not in policy, path
        assert not page.handlers, path


def test_every_element_ends_where_it_should(pages: dict[str, PageReader]) -> None:
    assert not {path: page.faults for path, page in pages.items() if page.faults}


def test_a_page_can_be_read_without_scripts(pages: dict[str, PageReader]) -> None:
    for language, folder in (("en", ""), ("ru", "ru/")):
        page = pages[f"{folder}events/{EVENT}.html"]
        text = " ".join(page.texts)
        assert title_of(EVENT, language) in text
        row = read_record().row("requests", EVENT, "event_id")
        assert page.metas["description"] == row[f"finding_{language}"]
        claims = [each for each in read_record().rows("claims") if each["event_id"] == EVENT]
        column = "summary_ru" if language == "ru" else "summary"
        assert all((claim[column] or claim["summary"]) in text for claim in claims)
        home = " ".join(pages[f"{folder}index.html"].texts)
        with locale_context(language):
            assert format_requests(read_record()) in home
        for line in list_requests(read_record(), language):
            assert line["asked"] in home
            assert line["came"] in home
    source = read_record().rows("claims")[0]
    text = " ".join(pages[f"method/{source['source_id']}.html"].texts)
    assert source["summary"] in text


def test_addresses_are_absolute_where_the_site_knows_its_own(addressed_site: SiteFiles) -> None:
    with pytest.raises(ValueError, match="BASE"):
        build_site("atlas.example")
    files = addressed_site
    page = PageReader(files.contents[f"ru/events/{EVENT}.html"].decode())
    assert page.metas["og:image"] == f"{BASE}previews/event-{EVENT}.jpg"
    own = f"{BASE}ru/events/{EVENT}.html"
    assert ("link", own) in page.links
    assert ("a", f"../../events/{EVENT}.html?lang=en") in page.links
    sitemap = read_sitemap(files.contents, BASE)
    assert f"<loc>{own}</loc>" in sitemap
    # Which page is the same in another language is said there, once for all.
    other = f"{BASE}events/{EVENT}.html"
    for language, address in (("ru", own), ("en", other)):
        link = f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}" />'
        assert sitemap.count(link) == 2
    assert f"Sitemap: {BASE}sitemap.xml".encode() in files.contents["robots.txt"]


@pytest.mark.browser
def test_a_journey_from_a_disk(folder: Path, open_page: Open) -> None:
    page = open_page((folder / "index.html").as_uri())
    page.context.set_offline(True)
    frame = find_map(page)
    drag_slider(page, frame, 0.9, 0.3)
    page.wait_for_function("() => /^200/.test(document.querySelector('.dossier h1')?.textContent)")
    page.goto((folder / "index.html").as_uri() + f"?event={EVENT}&toward=AZE")
    frame = find_map(page)
    wait_for_title(page, title_of(EVENT))
    assert read_state(frame)["toward"] == "AZE"
    assert page.locator(".dossier .claim").count() > 0
    # From the panel to the whole dossier, and from there to the other reference party.
    page.locator(".dossier a[href*='events/']").first.click()
    page.wait_for_selector(".event-dossier[data-drawn]")
    assert page.url.endswith(f"/events/{EVENT}.html?toward=AZE")
    page.wait_for_selector(".event-dossier svg[role=img] path", state="attached")
    page.get_by_role("button", name="Armenia").click()
    page.wait_for_url("**?toward=ARM")
    page.get_by_role("link", name="Members", exact=True).first.click()
    page.get_by_role("link", name="Armenia", exact=True).click()
    page.wait_for_selector(".member-page[data-drawn='ARM']")
    page.get_by_role("link", name="Русский").click()
    page.wait_for_selector(".member-page[data-drawn='ARM'] h1:text-is('Армения')")
    assert page.url.endswith("/ru/members/ARM.html")


@pytest.mark.browser
def test_a_story_from_a_disk(folder: Path, open_page: Open) -> None:
    page = open_page((folder / "stories" / "index.html").as_uri())
    page.context.set_offline(True)
    page.locator(".stories a.main").first.click()
    page.wait_for_selector(".stories[data-mode='play'] .caption h1")
    first = page.locator(".caption h1").inner_text()
    page.keyboard.press("PageDown")
    page.wait_for_function(
        "first => document.querySelector('.caption h1').textContent !== first", arg=first
    )
    assert "step=2" in page.url


@pytest.mark.browser
@pytest.mark.parametrize("place", ["disk", "host"])
def test_links_of_the_apps_form_open_the_same_view(
    place: str, folder: Path, host: str, open_page: Open
) -> None:
    root = f"{folder.as_uri()}/" if place == "disk" else host
    index = "index.html" if place == "disk" else ""
    page = open_page(f"{root}events/{index}?event={EVENT}&toward=AZE&lang=ru")
    page.wait_for_selector(f".event-dossier[data-drawn='{EVENT}']")
    assert page.url == f"{root}ru/events/{EVENT}.html?toward=AZE"
    assert page.locator(".event-dossier h2").first.inner_text() == title_of(EVENT, "ru")
    page.goto(f"{root}members/{index}?panel=KAZ&lang=en")
    page.wait_for_selector(".member-page[data-drawn='KAZ']")
    assert page.url == f"{root}members/KAZ.html"
    page.goto(f"{root}members/{index}?panel=FRA")
    page.wait_for_selector(".member-page[data-drawn='FRA']")
    source = read_record().rows("sources")[0]["id"]
    for folder_name in ("method", "sources"):
        page.goto(f"{root}{folder_name}/{index}?source={source}")
        page.wait_for_url(f"{root}method/{source}.html")
    page.goto(f"{root}cohesion/{index}?pair=ARM-KAZ")
    page.wait_for_selector(".st-key-atlas-cohesion[data-drawn] .evidence")
    page.goto(f"{root}{index}?year=2010&panel=ARM")
    state = read_state(find_map(page))
    assert (state["year"], state["panel"]) == (2010, "ARM")
    wait_for_title(page, "Armenia")


@pytest.mark.browser
@pytest.mark.parametrize("place", ["disk", "host"])
def test_two_maps_side_by_side(place: str, folder: Path, host: str, open_page: Open) -> None:
    root = f"{folder.as_uri()}/" if place == "disk" else host
    index = "index.html" if place == "disk" else ""
    page = open_page(f"{root}compare/{index}")
    left, right = find_pair(page)
    assert (read_state(left)["year"], read_state(right)["year"]) == (read_today().year, 1995)
    assert page.locator(".differences tbody tr").count() > 9
    # A link of the app's form, in the other language: any pair is compared, with its evidence.
    page.goto(f"{root}compare/{index}?event={EVENT}&b-event={EVENT}&b-toward=AZE&lang=ru")
    left, right = find_pair(page)
    assert [read_state(frame)["toward"] for frame in (left, right)] == ["ARM", "AZE"]
    assert page.url.startswith(f"{root}ru/compare/")
    day = read_record().row("events", EVENT)["date_start"]
    armenia, azerbaijan = (Moment(day, EVENT, toward) for toward in ("ARM", "AZE"))
    rows = page.locator(".differences tbody tr")
    found = find_differences(read_record(), armenia, azerbaijan, "ru")
    assert rows.count() == len(found["stances"]) > 0
    page.locator(".differences thead a").last.click()
    page.wait_for_selector(f".event-dossier[data-drawn='{EVENT}']")
    assert page.url.endswith(f"/ru/events/{EVENT}.html?toward=AZE")


@pytest.mark.browser
def test_no_text_of_a_table_becomes_markup(
    project: HostileProject, tmp_path: Path, open_page: Open
) -> None:
    template = read_templates().from_string('<html><p title="{{ text }}">{{ text }}</p></html>')
    for text in CORPUS:
        read = PageReader(template.render(text=text))
        assert "".join(read.texts).strip() == clean(text).strip()
    dist = tmp_path / "dist"
    built = subprocess.run(
        [sys.executable, "-m", "components.outputs.static_site", str(dist), "--no-pictures"],
        cwd=project.root,
        env={**os.environ, VARIABLE: CONTACTS},
        capture_output=True,
        text=True,
        check=False,
    )
    # Hostile texts may weigh more than the site may.
    assert built.returncode == 0 or f"more than {LARGEST:,}" in built.stderr, built.stderr[-2000:]
    assert_contacts((dist / PATH.lstrip("/")).read_text(encoding="utf-8"))
    assert not list(project.root.rglob(f"{TOUCHED}*"))
    source = project.tables["claims"][0]["source_id"]
    for path in (
        "index.html",
        f"events/{EVENT}.html",
        "members/ARM.html",
        "cohesion/index.html",
        "votes/index.html",
        f"method/{source}.html",
    ):
        page = open_page((dist / path).as_uri())
        page.wait_for_load_state()
        if path == "index.html":
            find_map(page)
        elif not path.startswith("method/"):
            page.wait_for_selector("[data-drawn]")
        assert_quiet(page, everywhere=False)

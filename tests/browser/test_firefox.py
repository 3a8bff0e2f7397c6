"""Every place that offers a file, in Firefox: what it says was handed over lies on the disk."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from components.outputs.static_site.output_manifest import SiteFiles
from data.story_yaml import read_story
from tests.app_process import ServerProcess
from tests.browser.static_site_server import serving
from tests.firefox import Firefox, FirefoxPage

pytestmark = pytest.mark.browser
EVENT = "april-war-2016"
FRAME = ".st-key-atlas-map iframe"
DIALOG = "dialog.share"
AGAIN = f"{DIALOG} .status a.again"
STARTS = {
    "png": b"\x89PNG\r\n\x1a\n",
    "png2": b"\x89PNG\r\n\x1a\n",
    "svg": b"<?xml",
    "pdf": b"%PDF-",
    "pptx": b"PK\x03\x04",
    "html": b"<!doctype html>",
    "csv": b"\xef\xbb\xbfevent_id,",
}


@pytest.fixture(scope="module")
def atlas() -> Iterator[str]:
    """A server that pages of this machine may frame."""
    with ServerProcess({"ATLAS_FRAME_ANCESTORS": "http://127.0.0.1:*"}) as process:
        yield process.url


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with Firefox(tmp_path_factory.mktemp("downloads")) as browser:
        yield browser


def save(firefox: Firefox, page: FirefoxPage, kind: str) -> bytes:
    """Press a button of the dialog; the bytes of what was saved then."""
    page.click(f'{DIALOG} [data-format="{kind}"]')
    content = firefox.take_download(f"csto-stance-atlas-*.{kind.removesuffix('2')}")
    assert content.startswith(STARTS[kind])
    page.wait("document.querySelector(arg)?.checkVisibility()", AGAIN)
    return content


def test_every_format_is_saved_from_the_dialog_in_the_frame_of_the_map(
    atlas: str, firefox: Firefox
) -> None:
    page = firefox.open(f"{atlas}/?event={EVENT}&lang=en")
    frame = page.frame(FRAME)
    frame.click('.tools [aria-label="Share, embed, export"]')
    files = {kind: save(firefox, frame, kind) for kind in STARTS}
    assert len(files["png2"]) > len(files["png"])
    assert ElementTree.fromstring(files["svg"]).tag.endswith("svg")
    assert len(PdfReader(io.BytesIO(files["pdf"])).pages) == 1
    assert "ppt/presentation.xml" in zipfile.ZipFile(io.BytesIO(files["pptx"])).namelist()
    assert files["html"].rstrip().endswith(b"</html>")
    assert EVENT in files["csv"].decode("utf-8-sig")
    frame.click(AGAIN)
    assert firefox.take_download("csto-stance-atlas-*.csv") == files["csv"]
    assert not [text for text in firefox.read_console() if "Security-Policy" in text]
    page.close()


@pytest.mark.parametrize(
    ("path", "button", "kind"),
    [
        (f"events?event={EVENT}", ".event-dossier .share-button", "csv"),
        ("compare?year=2016&b-year=1994", ".differences .share-button", "svg"),
        ("stories?lang=ru", ".stories .share-button", "csv"),
    ],
)
def test_a_page_beside_the_map_saves_its_file(
    atlas: str, firefox: Firefox, path: str, button: str, kind: str
) -> None:
    page = firefox.open(f"{atlas}/{path}")
    page.click(button)
    assert len(save(firefox, page, kind)) > 500
    page.close()


def test_the_sources_page_gives_tables_shapes_and_all_together(
    atlas: str, firefox: Firefox
) -> None:
    page = firefox.open(f"{atlas}/sources?lang=en")
    button = "[class*='st-key-download-{}'] button"
    page.click(button.format("states-csv"))
    assert b"\r\n" in firefox.take_download("states.csv")
    page.click(button.format("zones-geojson"))
    assert json.loads(firefox.take_download("zones.geojson"))["type"] == "FeatureCollection"
    page.click(button.format("") + "[data-testid*='Download'], " + button.format(""))
    archive = zipfile.ZipFile(io.BytesIO(firefox.take_download("*.zip")))
    assert archive.testzip() is None
    page.close()


def test_a_story_of_the_readers_own_is_saved_by_the_app_and_from_a_disk(
    atlas: str, firefox: Firefox, plain_site: SiteFiles, tmp_path: Path
) -> None:
    plain_site.write(tmp_path)
    for address in (f"{atlas}/stories", (tmp_path / "stories/index.html").as_uri()):
        page = firefox.open(f"{address}?build=1")
        page.click(".builder .add")
        page.click(".builder .download")
        story = firefox.take_download("*.yaml")
        assert len(read_story(story, "saved").steps) == 1
        page.click(".builder .said a.again")
        assert firefox.take_download("*.yaml") == story
        page.close()


def test_the_link_saves_where_a_page_of_another_site_lets_no_blob_in(
    atlas: str, firefox: Firefox, tmp_path: Path
) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="frame-src {atlas}">'
    framed = f'<iframe width="1200" height="800" src="{atlas}/events?event={EVENT}">'
    (tmp_path / "index.html").write_text(f"<!doctype html>{policy}{framed}", encoding="utf-8")
    with serving(tmp_path) as address:
        page = firefox.open(address)
        frame = page.frame("iframe")
        frame.click(".event-dossier .share-button")
        frame.click(f'{DIALOG} [data-format="csv"]')
        frame.click(AGAIN)
        assert firefox.take_download("*.csv").startswith(STARTS["csv"])
        page.close()

"""The texts of the bent record in every file that can be taken away: each is there as text."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from components.outputs.export.pptx_base import clean
from components.outputs.static_map.text_layout import clean as clean_drawn
from data.downloads import guard_cell
from data.story_schema import MOST_STEPS
from tests.app_process import ServerProcess
from tests.browser.conftest import find_map
from tests.browser.injection_detectors import (
    Surprises,
    assert_quiet,
    assert_shown,
    wait_for_dossier,
)
from tests.browser.injection_expectations import Shown, expect_event
from tests.browser.injection_exports import (
    EVENT,
    check_document,
    count_pages,
    order_each,
    order_file,
    read_cells,
    read_drawing,
    read_slides,
    unpack,
    write_story,
)
from tests.browser.injection_project import HostileProject
from tests.browser.test_compare import find_pair
from tests.find_programs import find_program
from tests.injection_strings import MARK, TOUCHED

pytestmark = pytest.mark.browser
Order = Callable[[str], dict[str, bytes]]
# A text of so few letters stands on one line of a picture.
SHORT = 24
STEPS = 4


@pytest.fixture(scope="module")
def told(project: HostileProject) -> list[str]:
    """The events of a story: spread over the record, so that each brings other texts."""
    events = [event["id"] for event in project.tables["events"]]
    return [EVENT, *events[:: len(events) // (STEPS - 1)]][:STEPS]


@pytest.fixture
def order(
    hostile_server: ServerProcess, project: HostileProject, told: list[str]
) -> Iterator[Order]:
    """Order a view, an event, a comparison and a story; nothing has run on the server then."""
    story = write_story(f"event={event}" for event in told)
    yield lambda suffix: order_each(hostile_server.url, suffix, story)
    assert not list(project.root.rglob(f"{TOUCHED}*"))
    assert "Traceback" not in hostile_server.read_log()


def find_titles(project: HostileProject, events: list[str]) -> list[str]:
    """The titles of events."""
    return [project.row("events", event)["title_en"] for event in events]


def test_slides(
    order: Order,
    project: HostileProject,
    hostile_server: ServerProcess,
    told: list[str],
    tmp_path: Path,
) -> None:
    files = order("pptx")
    found = {kind: read_slides(file, hostile_server.url) for kind, file in files.items()}
    titles = [clean(title) for title in find_titles(project, told)]
    heads = [slide.shapes.title.text for slide in found["story"]]
    assert [head for head in heads if not head.endswith(" (continued)")] == ["A story", *titles]
    assert {head.removesuffix(" (continued)") for head in heads[1:]} == set(titles)
    cells = {
        cell.removesuffix(" (sources disagree)") for s in found["event"] for cell in read_cells(s)
    }
    notes = [slide.notes_slide.notes_text_frame.text for slide in found["event"]]
    claims = project.select("claims", event_id=EVENT)
    assert claims
    for claim in claims:
        assert clean(project.name(claim["actor"])) in cells
        for column in ("author", "title", "publisher"):
            text = clean(project.row("sources", claim["source_id"])[column])
            assert [said for said in notes if text in said], text[:80]
    labels = {clean(row["label_en"]) for row in project.tables["scale"]}
    assert len(labels & cells) > 1
    for kind, pages in convert(files, tmp_path).items():
        assert pages == len(found[kind])


def convert(files: dict[str, bytes], folder: Path) -> dict[str, int]:
    """How many pages LibreOffice makes of each presentation."""
    for kind, content in files.items():
        (folder / f"{kind}.pptx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run = [find_program("soffice"), profile, "--headless", "--convert-to", "pdf"]
    sources = [str(folder / f"{kind}.pptx") for kind in files]
    subprocess.run(
        [*run, "--outdir", str(folder), *sources], check=True, capture_output=True, timeout=240
    )
    return {kind: count_pages((folder / f"{kind}.pdf").read_bytes()) for kind in files}


def test_documents(
    order: Order,
    project: HostileProject,
    hostile_server: ServerProcess,
    told: list[str],
    tmp_path: Path,
) -> None:
    files = order("pdf")
    pages = {kind: check_document(content, hostile_server.url) for kind, content in files.items()}
    parties = project.select("parties", event_id=EVENT, role="reference")
    assert pages == {"view": 1, "event": len(parties), "comparison": 1, "story": len(told)}
    for kind, content in files.items():
        (tmp_path / "file.pdf").write_bytes(content)
        run = [find_program("pdftotext"), "-layout", str(tmp_path / "file.pdf"), "-"]
        read = subprocess.run(run, capture_output=True, check=True)
        assert not read.stderr
        said = " ".join(read.stdout.decode().split())
        for title in find_titles(project, told if kind == "story" else [EVENT]):
            assert len(title) > SHORT or not title.isascii() or title in said
        assert find_titles(project, [EVENT])[0] in said
        assert MARK not in said


def test_drawings_and_pictures(order: Order, project: HostileProject, told: list[str]) -> None:
    for kind, content in order("svg").items():
        drawings = [read_drawing(each) for each in unpack(content)]
        for lines, title in zip(drawings, find_titles(project, told), strict=False):
            wanted = clean_drawn(title if kind == "story" else find_titles(project, [EVENT])[0])
            assert len(wanted) > SHORT or wanted in lines
            assert not [line for line in lines if MARK in line]
        assert len(drawings) == {"story": len(told)}.get(kind, 1)
    for content in order("png").values():
        for each in unpack(content):
            with Image.open(io.BytesIO(each)) as picture:
                picture.load()
                assert picture.width == 1600


def test_tables(order: Order, project: HostileProject, hostile_server: ServerProcess) -> None:
    events = [event["id"] for event in project.tables["events"]]
    stories = [events[at : at + MOST_STEPS] for at in range(0, len(events), MOST_STEPS)]
    views = [write_story(f"event={event}" for event in some) for some in stories]
    long = [order_file(hostile_server.url, "story.csv", story) for story in views]
    rows = [row for file in (*long, *order("csv").values()) for row in read_table(file)]
    assert not [cell for row in rows for cell in row.values() if cell.lstrip()[:1] in tuple("=+-@")]
    columns = ("event_id", "toward", "actor_name", "summary", "locator")
    written = {tuple(row[column] for column in columns) for row in rows}
    layers = {row[:2] for row in written}
    for claim in project.tables["claims"]:
        layer = (claim["event_id"], claim["toward"])
        texts = (project.name(claim["actor"]), claim["summary"], claim["locator"])
        assert layer not in layers or (*layer, *map(guard_cell, texts)) in written
    titles = {guard_cell(title) for title in find_titles(project, events)}
    assert {row["event"] for row in rows} - {""} == titles


def read_table(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, none with a cell too many or too few."""
    text = content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert not [row for row in rows if None in row or None in row.values()]
    return rows


@pytest.fixture
def open_file(
    hostile_server: ServerProcess, open_page: Callable[..., Page], tmp_path: Path
) -> Iterator[Callable[..., Page]]:
    """Open an HTML file of the exports from a disk, without a network; nothing may surprise."""
    surprises = Surprises()

    def open_(name: str, story: bytes = b"") -> Page:
        file = tmp_path / name
        file.write_bytes(order_file(hostile_server.url, name, story))
        page = open_page("about:blank", width=1000, height=600)
        page.context.set_offline(True)
        surprises.follow(page)
        page.goto(file.as_uri())
        return page

    yield open_
    assert surprises.found == []


def test_the_live_map_as_a_file(project: HostileProject, open_file: Callable[..., Page]) -> None:
    page = open_file("view.html")
    find_map(page)
    wait_for_dossier(page, "event", EVENT)
    toward = project.select("parties", event_id=EVENT, role="reference")[0]["actor"]
    assert_shown(page, expect_event(project, EVENT, toward))


def test_a_comparison_as_a_file(project: HostileProject, open_file: Callable[..., Page]) -> None:
    page = open_file("comparison.html")
    find_pair(page)
    title = project.row("events", EVENT)["title_en"]
    assert_shown(page, [Shown("a", title, whole=False)], ".differences")


def test_a_story_as_a_file(
    project: HostileProject, told: list[str], open_file: Callable[..., Page]
) -> None:
    page = open_file("story.html", write_story(f"event={event}&panel=off" for event in told))
    page.locator(".briefing .caption").wait_for()
    for event in told:
        heading = page.frame_locator(".st-key-atlas-stage iframe").locator(".headline .first")
        expect(heading).to_have_text(project.row("events", event)["title_en"])
        page.keyboard.press("ArrowRight")
    assert_quiet(page, everywhere=False)

"""Reading comfort: large type, less motion, paper, and everything by keyboard."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import find_map, read_state, resize
from tests.browser.test_lost_connection import NEXT_FRAMES

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
EVENT = "april-war-2016"
SIZES = [(1920, 1080), (1440, 900), (390, 844)]
PHONES = [(844, 390), (360, 640)]
# Pairs of the map's furniture that lie over each other, and parts that stick out of the frame.
CROWDED = """() => {
  const names = ['.headline', '.search', '.legend', '.slider', '.slider .choices',
    '.tools .group', '.group + .group'].filter((name) => name !== '.slider .choices'
    || getComputedStyle(document.querySelector(name)).position === 'absolute');
  const parts = names.map((name) => [name, document.querySelector(name).getBoundingClientRect()]);
  const inside = (box) => box.left >= 0 && box.top >= 0
    && box.right <= innerWidth && box.bottom <= innerHeight;
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const found = parts.filter(([, box]) => !inside(box)).map(([name]) => name);
  for (const [one, a] of parts)
    for (const [two, b] of parts) if (one < two && over(a, b)) found.push(`${one} ${two}`);
  return found;
}"""
# Buttons of the map that are smaller than a finger needs.
SMALL = """() => [...document.querySelectorAll(".overlay :is(button:not(.close), input)")]
  .filter((each) => each.type !== "checkbox")
  .filter((each) => each.checkVisibility())
  .map((each) => [each.ariaLabel ?? each.textContent, each.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 43.5).map(([name]) => name)"""
# Pixels between the name of the atlas and the buttons beside it.
NAME_ROOM = """() => {
  const header = document.querySelector('[data-testid=stHeader]');
  const name = getComputedStyle(header, '::before');
  const outside = name.boxSizing === 'border-box' ? 0
    : parseFloat(name.paddingLeft) + parseFloat(name.paddingRight);
  const right = header.getBoundingClientRect().left + parseFloat(name.width) + outside;
  return document.querySelector('.atlas-corner').getBoundingClientRect().left - right;
}"""
HEIGHT = "(name) => document.querySelector(name).getBoundingClientRect().height"
DRAWN = """() => document.querySelector('iframe')?.contentDocument?.documentElement?.dataset.atlas
  === 'complete'"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """() => {
  const inner = document.activeElement?.contentDocument?.activeElement ?? document.activeElement;
  return inner.ariaLabel || inner.textContent.trim() || inner.className;
}"""


# Sizes of phones on their side, of pages enlarged and of narrow projectors.
LOW = [(1366, 625), (740, 360), (844, 390), (720, 450), (683, 384), (320, 256), (800, 600)]
STANDING = [(320, 568), (430, 932)]
LARGE = [(2560, 1440), (3840, 2160)]
# What a pointer cannot press, in the page and in its map's frame: something lies over it.
COVERED = """() => [document, frames[0].document].flatMap((inside) => {
  const { innerWidth: wide, innerHeight: high } = inside.defaultView;
  const controls = [...inside.querySelectorAll('button, a[href], input, [role=slider]')];
  return controls.filter((control) => {
    if (control.closest('.legend .body, .days, .dossier, dialog, .caption')) return false;
    if (!control.checkVisibility({ visibilityProperty: true })) return false;
    if (getComputedStyle(control).pointerEvents === 'none') return false;
    const box = control.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (!box.width || x < 0 || y < 0 || x > wide || y > high) return false;
    const top = inside.elementFromPoint(x, y);
    return !control.contains(top) && !control.closest('label')?.contains(top);
  }).map((control) => control.ariaLabel || control.textContent || control.className);
})"""
# What a contrast theme leaves: the map's colours, its theme, and what is chosen told from the rest.
CONTRAST = """() => {
  const paint = (name) => getComputedStyle(document.querySelector(name));
  const [one, other] = ['true', 'false'].map((on) => paint(`.toward [aria-pressed=${on}]`));
  return {
    label: paint('.map-label span').forcedColorAdjust,
    sea: paint('.leaflet-container').forcedColorAdjust,
    button: paint('.tools button').forcedColorAdjust,
    differs: one.backgroundColor !== other.backgroundColor,
  };
}"""


def tab_to(page: Page, wanted: str, most: int = 40, key: str = "Tab") -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED) == wanted:
            return
    pytest.fail(f"Tab does not reach {wanted!r}")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_large_type_has_room(server: str, open_page: Open, language: str) -> None:
    row = ".legend .row, .legend .fold"
    page = open_page(f"{server}/?event={EVENT}&lang={language}", *SIZES[0])
    frame = find_map(page)
    small = {}
    for size in SIZES:
        resize(page, *size)
        small[size] = frame.evaluate(HEIGHT, row)
        assert frame.evaluate(CROWDED) == [], size
    assert frame.evaluate(SMALL) == []
    for size in PHONES:
        resize(page, *size)
        assert frame.evaluate(CROWDED) == [], size
    # Drawn larger, the slider has the way back to all years.
    frame.locator(".slider .into").click()
    expect(frame.locator(".slider .whole")).to_be_visible()
    assert [frame.evaluate(CROWDED), frame.evaluate(SMALL)] == [[], []]
    frame.locator(".slider .whole").click()
    toggle = page.locator(".atlas-type")
    toggle.click()
    assert toggle.get_attribute("aria-pressed") == "true"
    frame.wait_for_function("() => document.documentElement.dataset.type === 'large'")
    for size in reversed(SIZES):
        resize(page, *size)
        assert frame.evaluate(HEIGHT, row) >= 1.2 * small[size], size
        assert frame.evaluate(CROWDED) == [], size
        assert page.evaluate(WIDER) <= 0, size
    page.reload()
    assert page.evaluate("() => document.documentElement.dataset.type") == "large"
    frame = find_map(page)
    for size in SIZES:
        resize(page, *size)
        assert frame.evaluate(CROWDED) == [], size


@pytest.mark.parametrize("path", ["?lang=ru", "sources?lang=ru"])
def test_the_name_of_the_atlas_ends_before_the_buttons(
    server: str, open_page: Open, path: str
) -> None:
    page = open_page(f"{server}/{path}", 430, 844)
    page.locator("h1").first.wait_for()
    for width in (430, 390, 360, 320):
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate(NEXT_FRAMES)
        assert page.evaluate(NAME_ROOM) >= 0, width


@pytest.mark.parametrize("path", ["events", "members?panel=ARM", "cohesion", "sources", "stories"])
def test_large_type_fits_every_page_of_a_phone(server: str, open_page: Open, path: str) -> None:
    page = open_page(f"{server}/{path}", 390, 844)
    page.locator("h1").first.wait_for()
    page.locator(".atlas-type").click()
    page.locator("h1").first.wait_for()
    assert page.evaluate(WIDER) <= 0


def test_less_motion_is_respected(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?lang=en")
    page.emulate_media(reduced_motion="reduce")
    frame = find_map(page)
    # A flight would still be on its way when the call returns.
    frame.evaluate("() => void window.atlas.camera.showPlace([40.2, 44.5])")
    assert frame.evaluate("() => window.atlas.map.getZoom()") >= 7
    assert frame.evaluate("() => window.atlas.map._flyToFrame ?? null") is None
    before = frame.evaluate("() => window.atlas.map.getZoom()")
    frame.get_by_role("button", name="Zoom out").click()
    assert frame.evaluate(
        "() => [window.atlas.map.getZoom(), !!window.atlas.map._animatingZoom]"
    ) == [before - 0.5, False]


def read_sheets(path: Path, *options: str) -> list[str]:
    """The text of each sheet of a PDF, as pdftotext reads it."""
    assert shutil.which("pdftotext"), "pdftotext (poppler-utils) is not installed"
    command = ["pdftotext", *options, str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return text.split("\f")


def test_the_map_on_paper(server: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{server}/?event={EVENT}&lang=en", dark=True)
    frame = find_map(page)
    path = tmp_path / "map.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    # A wide map has a sheet that lies on its side.
    sheet = pypdf.PdfReader(path).pages[0].mediabox
    assert sheet.width > sheet.height
    first = " ".join(read_sheets(path, "-layout")[0].split())
    assert "April war in Karabakh" in first
    assert "Neutral, restraint, mediation" in first
    assert "2016" in first
    assert "Show full year" not in first
    # The dossier has columns, each to be read by itself.
    dossier = "\n".join(read_sheets(path, "-raw")[1:])
    assert "Fair-Weather Allies" in dossier
    spoken = "".join(dossier.split())
    # On paper each address stands once, behind the last link to it.
    links = page.locator(".dossier .cite a").evaluate_all(
        "all => all.map((a) => a.attributes.href.value)"
    )
    assert links
    for link in set(links):
        assert spoken.count(f"({link})") == 1, link
        spoken = spoken.replace(f"({link})", "")
    for cited in page.locator(".dossier .cite").all_text_contents():
        assert "".join(cited.split()) in spoken
    assert f"event={EVENT}" in dossier
    assert frame.evaluate("() => document.documentElement.dataset.theme") == "dark"


def test_everything_by_keyboard(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?lang=en")
    frame = find_map(page)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to the content"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Colours: as the system has them"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Larger text"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert frame.evaluate("() => document.activeElement.className").startswith("leaflet-container")
    page.keyboard.press("?")
    keys = frame.get_by_role("dialog", name="Keyboard shortcuts")
    keys.wait_for()
    page.keyboard.press("Escape")
    keys.wait_for(state="detached")
    reach_country(page, frame)
    tab_to(page, "Year", most=400)
    page.keyboard.press("ArrowLeft")
    frame.wait_for_function("() => window.atlas.store.view.year < window.atlas.atlas.last")
    page.keyboard.press("PageUp")
    frame.wait_for_function("() => window.atlas.store.view.event !== null")


def reach_country(page: Page, frame: Frame) -> None:
    """Tab to a country and open it by Enter; what has the focus is outlined."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if frame.evaluate("() => document.activeElement.ariaLabel?.startsWith('Kazakhstan')"):
            break
    outline = "() => getComputedStyle(document.activeElement).outlineStyle"
    assert frame.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    frame.wait_for_function("() => window.atlas.store.view.panel === 'KAZ'")
    assert read_state(frame)["panel"] == "KAZ"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_pages_are_reached_with_the_focus_in_sight(
    server: str, open_page: Open, dark: bool
) -> None:
    page = open_page(f"{server}/stories?lang=en", dark=dark)
    page.locator(".stories h1").first.wait_for()
    for name in ("Map", "Sources"):
        tab_to(page, name)
        assert (
            page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
        )
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Which borders are shown").wait_for()


def test_tab_stays_in_the_dialog_and_escape_gives_the_focus_back(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/?lang=en")
    frame = find_map(page)
    frame.get_by_role("button", name="Share").focus()
    page.keyboard.press("Enter")
    frame.locator("dialog").wait_for()
    inside = "() => document.activeElement.closest('dialog') && document.hasFocus()"
    for key in ("Tab", "Shift+Tab"):
        walked = []
        for _ in range(30):
            page.keyboard.press(key)
            assert frame.evaluate(inside)
            walked.append(page.evaluate(FOCUSED))
        assert {"Close", "PDF", "Copy: Link"} <= set(walked)
    page.keyboard.press("Escape")
    frame.locator("dialog").wait_for(state="detached")
    assert page.evaluate(FOCUSED) == "Share, embed, export"


@pytest.mark.parametrize("path", [f"?event={EVENT}&lang=ru", "stories?story=five-articles&step=4"])
def test_no_control_lies_under_another(server: str, open_page: Open, path: str) -> None:
    page = open_page(f"{server}/{path}", *LOW[0])
    page.wait_for_function(DRAWN)
    for width, height in [*LOW, *STANDING, *LARGE]:
        page.set_viewport_size({"width": width, "height": height})
        # Laid out anew before the second of two frames.
        page.evaluate(NEXT_FRAMES)
        assert page.evaluate(COVERED) == [], (width, height)
        if path.startswith("?"):
            assert page.frames[1].evaluate(CROWDED) == [], (width, height)


def test_a_contrast_theme_keeps_the_colours_of_the_map(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/?event={EVENT}")
    frame = find_map(page)
    page.emulate_media(forced_colors="active")
    assert frame.evaluate(CONTRAST) == {
        "label": "none",
        "sea": "none",
        "button": "auto",
        "differs": True,
    }

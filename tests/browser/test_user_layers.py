"""A reader's own file on the map: dropped, checked, followed through time, kept, and removed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import drag_slider, find_map
from tests.browser.injection_detectors import Surprises, assert_quiet
from tests.browser.test_axe import find_grave
from tests.injection_strings import FAMILIES

pytestmark = pytest.mark.browser
HOSTILE = [text for texts in FAMILIES.values() for text in texts if len(text) < 300]
DROP = """([name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name, { type: "text/csv" }));
  document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def write_rows() -> str:
    """Incidents of two years with hostile labels and categories, and two rows that are wrong."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["date", "latitude", "longitude", "deaths", "category", "name"])
    for at in range(18):
        year = 2016 if at < 12 else 2020
        texts = HOSTILE[at % 3], HOSTILE[at % len(HOSTILE)]
        writer.writerow([f"{year}-04-{at + 1:02d}", 40 + at / 10, 45, at, *texts])
    writer.writerow(["2020-02-31", 40, 45, 1, "a", "no day"])
    writer.writerow(["2020-02-01", 140, 300, 1, "a", "nowhere"])
    return file.getvalue()


def wait_for_shown(frame: Frame, text: str) -> None:
    expect(frame.locator(".user-panel .shown")).to_contain_text(text)


def test_a_file_is_dropped_followed_kept_and_removed(
    server: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server}/?year=2016&lang=en")
    surprises = Surprises()
    surprises.follow(page)
    frame = find_map(page)
    frame.evaluate(DROP, ["<img src=x onerror=__pwned>.csv", write_rows()])
    form = frame.locator("dialog.user-import")
    expect(form.locator(".outcome")).to_have_text("18 rows can be shown; 2 rows have a problem.")
    expect(form.locator("tbody tr").first).to_have_text("20date2020-02-31is no day of the calendar")
    add = form.get_by_role("button", name="Show on the map")
    expect(add).to_be_disabled()
    assert find_grave(frame) == []
    form.get_by_label("Leave these rows out and show the other 18").check()
    add.click()
    wait_for_shown(frame, "12 of 18 rows")
    expect(frame.locator(".user-panel .places")).to_contain_text("Azerbaijan")
    assert find_grave(frame) == []
    frame.get_by_role("button", name="Table", exact=True).click()
    expect(form.locator("tbody tr")).to_have_count(12)
    expect(form.locator("tbody tr").nth(3).locator("td").nth(1)).to_have_text(HOSTILE[3])
    form.get_by_label("Close").click()
    assert_quiet(page, everywhere=False)

    # The thumb stands at 2016: the counts follow it, and go on to what has been accumulated.
    drag_slider(page, frame, 25.5 / 36, 29.5 / 36)
    wait_for_shown(frame, "6 of 18 rows")
    frame.locator(".user-panel select").select_option("all")
    wait_for_shown(frame, "18 of 18 rows")

    page.reload()
    frame = find_map(page)
    frame.locator("canvas.user-layer").wait_for(state="attached")
    frame.get_by_role("button", name="Your data").click()
    wait_for_shown(frame, "18 of 18 rows")
    frame.get_by_role("button", name="Remove all my data").click()
    expect(frame.locator("canvas.user-layer")).to_have_count(0)
    frame.wait_for_function("() => localStorage.getItem('atlas-user-layers') === null")
    page.reload()
    frame = find_map(page)
    frame.get_by_role("button", name="Your data").click()
    frame.locator(".user-panel .file").wait_for()
    expect(frame.locator(".user-layers > li")).to_have_count(0)
    assert not surprises.found

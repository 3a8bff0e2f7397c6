"""The pages beside the map: cold and warm over the link, and both sliders of the comparison."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace

from playwright.sync_api import Browser, Frame
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from bench.app_process import Server, find_free_port
from bench.browser import COMPLETE, USABLE_SECONDS, Visit
from bench.drag import Measured, measure_sweep
from bench.network_throttle import start_link
from bench.stats import find_median
from bench.variants import ATLAS, Variant

MAPS_READY = (
    "[...document.querySelectorAll('iframe')].filter((frame) => ['ready', 'complete']"
    ".includes(frame.contentDocument?.documentElement.dataset.atlas)).length === 2"
)
# Where each page is opened, and the JavaScript that is true once its first screen is there.
OPENED: Mapping[str, tuple[str, str]] = {
    "events": (
        "events?event=april-war-2016",
        "document.querySelector('.mark') && document.querySelector('.stance-map[data-drawn]')",
    ),
    "members": (
        "members?panel=ARM",
        "document.querySelector('.member-page[data-drawn=ARM] .tile')",
    ),
    "cohesion": (
        "cohesion",
        "document.querySelector('.matrix a[data-cell]')",
    ),
    "votes": (
        "votes",
        "document.querySelector('.votes-page .rolls td')",
    ),
    "compare": (
        "compare?event=april-war-2016",
        f"document.querySelector('.differences h1') && {MAPS_READY}",
    ),
    "sources": (
        "sources",
        "document.querySelector('.document h1') && document.querySelector('.document table')",
    ),
}
PAGES = {
    name: replace(ATLAS, query=query, usable=usable, in_frame=False)
    for name, (query, usable) in OPENED.items()
}
ICONS_COME_SECONDS = 8.0
SWEPT = ("frames_a_second", "frame_p95_ms", "dropped_percent", "messages")


def measure_pages(
    browser: Browser, rounds: int, link: str = "office", slowed: float = 1
) -> Measured:
    """Medians over rounds, each with servers of its own."""
    found = [visit_pages(browser, ATLAS, link, slowed) for _ in range(rounds)]
    return {key: find_median(row[key] for row in found) for key in found[0]}


def visit_pages(
    browser: Browser, atlas: Variant = ATLAS, link: str = "office", slowed: float = 1
) -> Measured:
    """Every page cold, then warm: files kept by the browser, a server that has shown the page.

    A page that a revision does not have, or shows in another way, is left out.
    """
    port = find_free_port()
    measured: Measured = {}
    with ExitStack() as stack:
        process, (shaped,) = start_link([port], link)
        stack.callback(process.wait)
        stack.callback(process.terminate)
        address = f"http://127.0.0.1:{shaped}"
        visits = {
            name: stack.enter_context(Visit(browser, page, address, slowed))
            for name, page in PAGES.items()
        }
        with Server(atlas, port=port) as server:
            server.wait_until_idle()
            for kind in ("cold", "warm"):
                for name, visit in visits.items():
                    try:
                        usable = visit.open()
                    except PlaywrightTimeout:
                        if atlas is ATLAS:
                            raise
                        continue
                    measured[f"{name}_{kind}_ms"] = 1000 * (usable - visit.read_start())
                    visit.wait_until_quiet()
                    visit.leave()
    return measured


def measure_comparison(
    browser: Browser, server: Server, sweeps: int, slowed: float = 1
) -> Measured:
    """Both sliders of the compare page dragged in turn; of the two the worse."""
    with Visit(browser, PAGES["compare"], server.address, slowed) as visit:
        visit.open()
        frames = find_maps(visit)
        # Streamlit's icon font comes six seconds late: it is no message of the sliders.
        visit.wait_until_quiet(ICONS_COME_SECONDS)
        found = []
        for frame in frames:
            runs = [measure_sweep(visit, frame) for _ in range(sweeps)]
            found.append({key: find_median(run[key] for run in runs) for key in SWEPT})
            visit.wait_until_quiet()
    worst = {key: max(row[key] for row in found) for key in SWEPT}
    worst["frames_a_second"] = min(row["frames_a_second"] for row in found)
    return {f"compare_{key}": value for key, value in worst.items()}


def find_maps(visit: Visit) -> list[Frame]:
    """The frames of both maps, drawn."""
    frames = [frame for frame in visit.page.frames if "streamlit_folium" in frame.url]
    for frame in frames:
        frame.wait_for_function(COMPLETE, timeout=USABLE_SECONDS * 1000)
    return frames

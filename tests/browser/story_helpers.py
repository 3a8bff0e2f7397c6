"""Steps that tests of the stories page share."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame, Page

STAGE = ".st-key-atlas-stage iframe"


def find_stage(page: Page) -> Frame:
    """The frame of the map that a story leads, every layer drawn."""
    element = page.wait_for_selector(STAGE, state="attached")
    frame = element.content_frame() if element else None
    assert frame is not None
    frame.wait_for_function("() => document.documentElement.dataset.atlas === 'complete'")
    return frame


def find_player(page: Page) -> Frame:
    """The frame of the map, once the player leads it."""
    page.wait_for_selector(".briefing .caption h1")
    return find_stage(page)


def wait_for_step(page: Page, step: int, of: int) -> None:
    """Wait until the player stands at a step."""
    page.get_by_text(f"{step} / {of}", exact=True).wait_for()


def wait_for_event(frame: Frame, event: str | None) -> None:
    """Wait until the map has arrived at an event, or at a year (None)."""
    frame.wait_for_function(
        "wanted => window.atlas.store.view.event === wanted && !window.atlas.map._animatingZoom",
        arg=event,
    )


def read_view(frame: Frame) -> dict[str, Any]:
    """The view the map is in."""
    return dict(frame.evaluate("() => structuredClone(window.atlas.store.view)"))

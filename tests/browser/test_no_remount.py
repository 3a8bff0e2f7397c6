"""The map is drawn once: fifty interactions leave its node, its instance and its camera alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from components.server.assets import TODAY
from tests.browser.conftest import drag_slider, find_map, wait_for_title

pytestmark = pytest.mark.browser

REMEMBER = """() => {
  window.kept = {
    map: window.map, node: document.querySelector('.leaflet-map-pane'),
    paths: [...document.querySelectorAll('.leaflet-land-pane path')],
    made: 0, removed: 0,
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      kept.made += change.addedNodes.length; kept.removed += change.removedNodes.length;
    }
  }).observe(document.querySelector('.leaflet-land-pane'), { childList: true, subtree: true });
}"""
COMPARE = """() => ({
  map: window.map === kept.map, node: document.querySelector('.leaflet-map-pane') === kept.node,
  paths: kept.paths.every((path) => path.isConnected), made: kept.made, removed: kept.removed,
})"""
ASKED = """() => performance.getEntriesByType('resource').map(({ name }) => name)
  .filter((name) => name.includes('/atlas/record-'))"""
CAMERA = "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"


def test_fifty_interactions_keep_the_map(server: str, open_page: Callable[..., Page]) -> None:
    page = open_page(server)
    frame = find_map(page)
    # The page names the documents of the day, so none is asked for by way of a redirect.
    record = frame.evaluate(ASKED)
    assert record
    assert not [address for address in record if f"record-{TODAY}" in address]
    frame.evaluate("() => void map.setView([44, 60], 4.5, { animate: false })")
    frame.evaluate(REMEMBER)
    frame.evaluate(
        "() => { parent.frameKept = parent.document.querySelector('.st-key-atlas-map iframe'); }"
    )
    camera = frame.evaluate(CAMERA)
    done = 0
    for year in range(1992, 2012):
        share = (year - 1991 + 0.5) / 36
        drag_slider(page, frame, share - 0.02, share, steps=3)
        done += 1
    wait_for_title(page, "2011")
    for layer in ("Relief", "Labels", "Zones", "Members", "Detailed borders", "Who controls what"):
        frame.evaluate(
            "name => [...document.querySelectorAll('.layers label')]"
            ".find((label) => label.textContent === name).querySelector('input').click()",
            layer,
        )
        done += 1
    for subject in ("KAZ", "ARM", "vorukh", "crimea", "BLR", "RUS", "abkhazia", "TJK"):
        frame.evaluate("id => window.atlas.choosePanel(id)", subject)
        page.wait_for_function("id => location.search.includes(`panel=${id}`)", arg=subject)
        done += 1
    # Up to here nothing asked the camera to move; an event out of view may.
    assert frame.evaluate(CAMERA) == pytest.approx(camera)
    frame.locator(".thumb").focus()
    for _ in range(16):
        page.keyboard.press("PageDown")
        done += 1
    page.wait_for_function("() => location.search.includes('event=')")
    assert done == 50
    assert frame.evaluate(COMPARE) == {
        "map": True,
        "node": True,
        "paths": True,
        "made": 0,
        "removed": 0,
    }
    assert page.evaluate("() => frameKept === document.querySelector('.st-key-atlas-map iframe')")

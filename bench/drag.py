"""Dragging through all the years and back with the mouse in six seconds, without the link."""

from __future__ import annotations

import time

from playwright.sync_api import FloatRect, Frame

from bench.browser import Visit
from bench.stats import rate_frames
from bench.variants import ATLAS, PLOTLY, USUAL

SWEEP_SECONDS = 6.0
MOVES_A_SECOND = 60
Measured = dict[str, float]

# The control that is dragged.
SLIDERS = {
    ATLAS.kind: ".slider .track",
    USUAL.kind: "[data-testid=stSlider] [role=group] > [data-orientation=horizontal]",
    PLOTLY.kind: ".slider-rail-touch-rect",
}
RECORD = """
window.benchFrames = [];
window.benchShown = new Set();
window.benchRecording = true;
(function next(now) {
  if (!window.benchRecording) return;
  if (now) window.benchFrames.push(now);
  const shown = %s;
  if (shown !== undefined) window.benchShown.add(String(shown));
  requestAnimationFrame(next);
})();
"""
# Long tasks of the page are told to it with those of its same-origin frames.
OBSERVE = """
window.benchLong = [];
window.benchObserver = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.benchLong.push(entry.duration);
});
window.benchObserver.observe({ type: "longtask" });
"""
NOTE_ANIMATED = """
const plot = document.querySelector(".js-plotly-plot");
let asked = "";
plot.on("plotly_animatingframe", (event) => { asked = event.name; });
plot.on("plotly_redraw", () => { window.benchAnimated = asked; });
"""


def find_slider(visit: Visit, frame: Frame | None = None) -> FloatRect:
    """The box of the slider on the page, or in one of its frames, in pixels."""
    box = (frame or visit.find_frame()).locator(SLIDERS[visit.variant.kind]).first.bounding_box()
    if box is None:
        raise RuntimeError(f"{visit.variant.name}: no slider on the page")
    return box


def measure_sweep(visit: Visit, frame: Frame | None = None) -> Measured:
    """Drag from the last year to the first and back; the page must be settled."""
    page, frame = visit.page, frame or visit.find_frame()
    box = find_slider(visit, frame)
    if visit.variant is PLOTLY:
        frame.evaluate(f"() => {{ {NOTE_ANIMATED} }}")
    middle = box["y"] + box["height"] / 2
    left, right = box["x"] + 2, box["x"] + box["width"] - 2
    page.mouse.move(right, middle)
    page.mouse.down()
    page.wait_for_timeout(300)
    page.main_frame.evaluate(f"() => {{ {OBSERVE} }}")
    frame.evaluate(f"() => {{ {RECORD % visit.variant.shown} }}")
    sent, fetched = len(visit.traffic.socket_sent), len(visit.traffic.transfers)
    drag(visit, [(right, left), (left, right - 6)], middle)
    page.wait_for_timeout(50)  # what the page sent reaches our count
    messages = len(visit.traffic.socket_sent) - sent + len(visit.traffic.transfers) - fetched
    frame.evaluate("() => { window.benchRecording = false; }")
    stamps: list[float] = frame.evaluate("() => window.benchFrames")
    shown: int = frame.evaluate("() => window.benchShown.size")
    long: list[float] = page.main_frame.evaluate("() => window.benchLong")
    page.mouse.up()
    rate = rate_frames(stamps)
    return {
        "frames_a_second": rate.per_second,
        "frame_p95_ms": rate.p95_ms,
        "dropped_percent": rate.dropped_percent,
        "long_tasks": len(long),
        "long_tasks_ms": sum(long),
        "years_shown": shown if shown > 1 else 0,
        "messages": messages,
    }


def drag(visit: Visit, legs: list[tuple[float, float]], height: float) -> None:
    """Move the pressed mouse along each leg in small moves at an even pace."""
    pace = SWEEP_SECONDS / len(legs)
    for start, end in legs:
        began = time.perf_counter()
        while (spent := time.perf_counter() - began) < pace:
            visit.page.mouse.move(start + (end - start) * spent / pace, height)
            rest = 1 / MOVES_A_SECOND - (time.perf_counter() - began - spent)
            if rest > 0:
                visit.page.wait_for_timeout(1000 * rest)
        visit.page.mouse.move(end, height)

"""One step of the slider to its repaint; a release of the mouse to the panel."""

from __future__ import annotations

import random

from bench.browser import Visit
from bench.drag import Measured, find_slider
from bench.stats import find_median, find_percentile
from bench.variants import ATLAS, LEAST_PATHS, PLOTLY, USUAL

STEP_SECONDS = 30
# A key at a random moment between two frames, as a hand would press it.
PRESS = """
async ([key, times]) => {
  const thumb = document.querySelector(".thumb");
  const steps = [];
  for (let step = 0; step < times; step += 1) {
    await new Promise((then) => setTimeout(then, 40 + Math.random() * 50));
    const before = performance.now();
    thumb.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const handled = performance.now();
    const [painted, frame] = await new Promise((then) =>
      window.benchAfterPaint((done, started) => then([done, started])));
    steps.push({ whole: painted - before, work: handled - before + painted - frame });
  }
  return steps;
}
"""
# Watches for a condition from before the mouse or key goes, and tells when it was painted.
WATCH_PAINT = """
() => {
  const old = %(old)s;
  window.benchStarted = 0;
  const frames = [...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow);
  for (const target of [window, ...frames]) {
    target.addEventListener("%(event)s", (event) => {
      window.benchStarted = event.view.performance.timeOrigin + event.timeStamp;
    }, { capture: true, once: true });
  }
  window.benchPainted = new Promise((then) => {
    const ask = () => {
      if (window.benchStarted && (%(condition)s)) {
        return window.benchAfterPaint((done) =>
          then(performance.timeOrigin + done - window.benchStarted));
      }
      requestAnimationFrame(ask);
    };
    requestAnimationFrame(ask);
  });
}
"""
HELD_YEAR = {
    ATLAS.kind: ATLAS.shown,
    USUAL.kind: "document.querySelector('[data-testid=stSlider] input').value",
}
AWAIT = """
(limit) => Promise.race([window.benchPainted, new Promise((_, fail) =>
  setTimeout(() => fail(new Error(`nothing painted in ${limit} ms`)), limit))])
"""
USUAL_FRAMES = "[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)"
USUAL_DRAWN = (
    f"{USUAL_FRAMES}.some((inside) => inside && !old.includes(inside) && "
    f"inside.querySelectorAll('.leaflet-overlay-pane path').length >= {LEAST_PATHS})"
)
WATCH_ANIMATED = """
() => {
  const plot = document.querySelector(".js-plotly-plot");
  window.benchStarted = 0;
  window.addEventListener("mousedown", (event) => {
    window.benchStarted = event.timeStamp;
  }, { capture: true, once: true });
  window.benchPainted = new Promise((then) => {
    plot.once("plotly_redraw", () =>
      window.benchAfterPaint((done) => then(done - window.benchStarted)));
  });
}
"""


def await_painted(visit: Visit) -> float:
    """What the watch found, ms; Playwright's error when it never came."""
    return float(visit.page.main_frame.evaluate(AWAIT, 1000 * STEP_SECONDS))


def measure_steps(visit: Visit, times: int) -> Measured:
    """Median and slow steps of a settled page, ms."""
    if visit.variant.kind == ATLAS.kind:
        return measure_own_steps(visit, times)
    take = step_usual if visit.variant is USUAL else step_plotly
    steps = [take(visit, number) for number in range(1, max(4, times // 9))]
    return {"step_ms": find_median(steps), "step_p95_ms": find_percentile(steps, 95)}


def measure_own_steps(visit: Visit, times: int) -> Measured:
    """Steps back through the years and forward again with the arrow keys."""
    frame = visit.find_frame()
    steps: list[dict[str, float]] = []
    for key in ("ArrowLeft", "ArrowRight"):
        steps += frame.evaluate(PRESS, [key, times])
    return {
        "step_ms": find_median(step["whole"] for step in steps),
        "step_p95_ms": find_percentile((step["whole"] for step in steps), 95),
        "step_work_ms": find_median(step["work"] for step in steps),
    }


def step_usual(visit: Visit, _number: int) -> float:
    """One arrow key on Streamlit's slider until the new map is painted, ms."""
    watch = WATCH_PAINT % {"old": USUAL_FRAMES, "event": "keydown", "condition": USUAL_DRAWN}
    visit.page.locator("[data-testid=stSlider] input").focus()
    visit.page.main_frame.evaluate(watch)
    visit.page.keyboard.press("ArrowLeft")
    found = await_painted(visit)
    visit.page.wait_for_timeout(300)
    return found


def step_plotly(visit: Visit, number: int) -> float:
    """One press on Plotly's slider until the frame of that year is painted, ms."""
    box = find_slider(visit)
    visit.page.main_frame.evaluate(WATCH_ANIMATED)
    across = box["x"] + box["width"] * (0.9 - 0.07 * number)
    visit.page.mouse.click(across, box["y"] + box["height"] / 2)
    found = await_painted(visit)
    visit.page.wait_for_timeout(500)
    return found


def measure_releases(visit: Visit, times: int) -> Measured:
    """Releases of the dragged slider at other years until the panel tells of that year, ms."""
    page, frame = visit.page, visit.find_frame()
    box = find_slider(visit)
    middle = box["y"] + box["height"] / 2
    heading = ".dossier h1" if visit.variant.kind == ATLAS.kind else "h2"
    found = []
    for place in random.Random(1991).sample(range(1, 20), times):
        page.mouse.move(box["x"] + box["width"] * 0.98, middle)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * place / 20, middle, steps=12)
        page.wait_for_timeout(120)
        # The slider names its year while it is held; the panel is to name the same.
        year = frame.evaluate(HELD_YEAR[visit.variant.kind])
        told = f"document.querySelector('{heading}')?.textContent.includes('{year}')"
        page.main_frame.evaluate(
            WATCH_PAINT % {"old": "[]", "event": "pointerup", "condition": told}
        )
        page.mouse.up()
        found.append(await_painted(visit))
        page.wait_for_timeout(400)
    return {"release_ms": find_median(found), "release_worst_ms": max(found)}


def can_release(visit: Visit) -> bool:
    """Whether the variant has a panel that a release fills."""
    return visit.variant is not PLOTLY

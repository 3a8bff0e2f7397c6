"""Moving through a story as a presenter does: years and camera fly, the server is silent."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Browser

from bench.app_process import Server
from bench.browser import Visit
from bench.drag import RECORD, Measured
from bench.stats import rate_frames
from bench.variants import ATLAS
from data.stories import read_stories

STORY = "thirty-five-years"
STEP_MS = 2000
BEGUN = replace(
    ATLAS,
    query=f"stories?story={STORY}&step=1",
    usable="document.querySelector('.briefing .caption h1')",
    shown="undefined",
)


def measure_story(
    browser: Browser, server: Server, moves: int, late: float, slowed: float = 1
) -> Measured:
    """Frames while the arrow key moves from step to step, at most `moves` times."""
    (story,) = (each for each in read_stories() if each.id == STORY)
    moves = min(moves, len(story.steps) - 1)
    with Visit(browser, BEGUN, server.address, slowed) as visit:
        visit.settle(late)
        page, frame = visit.page, visit.find_frame()
        sent, fetched = len(visit.traffic.socket_sent), len(visit.traffic.transfers)
        frame.evaluate(f"() => {{ {RECORD % BEGUN.shown} }}")
        for _ in range(moves):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(STEP_MS)
        stamps: list[float] = frame.evaluate(
            "() => { window.benchRecording = false; return window.benchFrames; }"
        )
        messages = len(visit.traffic.socket_sent) - sent + len(visit.traffic.transfers) - fetched
        if f"step={moves + 1}" not in page.url:
            raise RuntimeError(f"the story did not come to step {moves + 1}: {page.url}")
    rate = rate_frames(stamps)
    return {
        "story_frames_a_second": rate.per_second,
        "story_frame_p95_ms": rate.p95_ms,
        "story_dropped_percent": rate.dropped_percent,
        "story_messages": messages,
    }

"""A headless Chromium that reaches only this machine, and pages that say they are usable."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Frame, Page, sync_playwright

from bench.traffic import Traffic
from bench.variants import Variant
from tests.find_browser import ADVICE, FLAGS, find_browser

COMPLETE = "document.documentElement.dataset.atlas === 'complete'"
VIEWPORT = {"width": 1440, "height": 900}
# Where a visitor is between two visits: at another site, which browsers give a process of its own.
# From `about:blank` a page without `Cross-Origin-Opener-Policy` would go on in the process of the
# first visit, its scripts compiled and its files in memory; one with the header never does.
ELSEWHERE = "data:text/html,elsewhere"
USABLE_SECONDS = 60
QUIET_SECONDS = 1.0
QUIET_AT_MOST_SECONDS = 15.0

# Asked every 8 ms in every frame until true; the answer is a message in the console.
WATCH = """
(() => {
  const ask = () => {
    let usable = false;
    try { usable = Boolean(%s); } catch {}
    if (!usable) return setTimeout(ask, 8);
    console.log(`bench-usable ${performance.timeOrigin + performance.now()}`);
  };
  ask();
})();
"""
AFTER_PAINT = """
window.benchAfterPaint = (then) => requestAnimationFrame(() => {
  const started = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => then(performance.now(), started);
  channel.port2.postMessage(0);
});
"""


@contextmanager
def launch_browser() -> Iterator[Browser]:
    """A fresh Chromium; RuntimeError when there is none."""
    path = find_browser()
    if path is None:
        raise RuntimeError(ADVICE)
    resolver = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, resolver])
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """One visitor's browser on one variant: its own cache, its traffic counted."""

    def __init__(self, browser: Browser, variant: Variant, address: str, slowed: float = 1) -> None:
        """Make the browser's context, its processor `slowed` times; nothing is opened yet."""
        self.variant = variant
        self.url = f"{address}/{variant.query}"
        self.context: BrowserContext = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.page.add_init_script(WATCH % variant.usable + AFTER_PAINT)
        session = self.context.new_cdp_session(self.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        self.traffic = Traffic(session)

    def __enter__(self) -> Visit:
        """Nothing is open yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the browser's context with its cache."""
        self.context.close()

    def open(self) -> float:
        """Open the page; returns when the map was usable, epoch s."""
        with self.page.expect_console_message(
            lambda message: message.text.startswith("bench-usable"), timeout=USABLE_SECONDS * 1000
        ) as message:
            self.page.goto(self.url, wait_until="commit")
        return float(message.value.text.split()[1]) / 1000

    def leave(self) -> None:
        """Go to another site, as before a second visit."""
        self.page.goto(ELSEWHERE)

    def read_start(self) -> float:
        """When the page was asked for, epoch s."""
        return float(self.page.evaluate("performance.timeOrigin")) / 1000

    def wait_until_quiet(self, at_least: float = 0.0) -> None:
        """Wait until nothing has crossed the network for a second; bounded."""
        began = time.time()
        while time.time() < began + QUIET_AT_MOST_SECONDS:
            self.page.wait_for_timeout(200)
            quiet = time.time() - self.traffic.last_at > QUIET_SECONDS
            if quiet and time.time() - began >= at_least:
                return

    def find_frame(self) -> Frame:
        """The frame that draws the map: the component's for the atlas, else the page."""
        if not self.variant.in_frame:
            return self.page.main_frame
        return next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)

    def settle(self, late: float) -> None:
        """Open the page; wait until all of it is drawn and, for some seconds, what it puts off."""
        self.open()
        if self.variant.in_frame:
            self.find_frame().wait_for_function(COMPLETE, timeout=USABLE_SECONDS * 1000)
        self.wait_until_quiet(late)

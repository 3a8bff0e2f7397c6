"""What tests of faults share: a server that dies and comes back, and what a reader is told."""

from __future__ import annotations

from types import TracebackType

from playwright.sync_api import Page

from tests.app_process import ServerProcess

# What of Streamlit's own is seen by a reader. Its navigation is part of the atlas's head.
FRAMEWORK = """() => {
  const own = ["Dialog", "StatusWidget", "ConnectionStatus", "MainMenu", "MainMenuPopover", "Toast",
    "ToastContainer", "SkipToContent", "AppDeployButton", "ToolbarActions", "ElementToolbar",
    "Exception", "ErrorElementStack", "SkillsNudge", "ScreencastInstruction", "ClearCacheDialog"];
  const said = /Streamlit|Connecting|Connection error|Running\\.\\.\\.|Rerun|Skip to main/;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const found = own.filter((name) =>
    [...document.querySelectorAll(`[data-testid="st${name}"]`)].some(seen));
  const words = [...document.querySelectorAll("body *")]
    .filter((element) => !element.children.length && said.test(element.textContent)
      && !element.matches("script, style, noscript") && seen(element))
    .map((element) => element.textContent);
  return [...found, ...words];
}"""
# What the note of the connection lies over that can be pressed, or is the map.
COVERED = """() => {
  const note = document.querySelector(".atlas-note").getBoundingClientRect();
  const over = (box) => box.width && box.height
    && Math.min(note.right, box.right) - Math.max(note.left, box.left) > 1
    && Math.min(note.bottom, box.bottom) - Math.max(note.top, box.top) > 1;
  const inside = (element) => {
    const box = element.getBoundingClientRect();
    let clipped = box;
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflow === "visible") continue;
      const around = at.getBoundingClientRect();
      const top = Math.max(clipped.top, around.top);
      const bottom = Math.min(clipped.bottom, around.bottom);
      clipped = new DOMRect(clipped.left, top, clipped.width, Math.max(0, bottom - top));
    }
    return clipped;
  };
  const places = "a[href], button, input, select, iframe, .caption h1, .words";
  return [...document.querySelectorAll(places)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => over(inside(element)))
    .map((element) => element.outerHTML.slice(0, 90));
}"""
STATE = "state => document.documentElement.dataset.connection === state"
PATIENCE = 90_000


class MortalServer:
    """A server that can be killed and come back at the same address."""

    def __init__(self) -> None:
        """Not started yet."""
        self.process = ServerProcess()

    @property
    def url(self) -> str:
        """The address, the same in every life."""
        return self.process.url

    def __enter__(self) -> MortalServer:
        """Start it."""
        self.process.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self.process.__exit__(kind, error, trace)

    def kill(self) -> None:
        """End it as a crash does."""
        process = self.process.process
        assert process is not None
        process.kill()
        process.wait()

    def revive(self) -> None:
        """Start it again."""
        port = self.process.port
        self.process.__exit__(None, None, None)
        self.process = ServerProcess()
        self.process.port = port
        self.process.url = f"http://127.0.0.1:{port}"
        self.process.__enter__()


def wait_for_state(page: Page, state: str) -> None:
    """Wait until the page takes its connection for so."""
    page.wait_for_function(STATE, arg=state, timeout=PATIENCE)


def read_note(page: Page) -> str:
    """What the page says of its connection."""
    return page.locator(".atlas-note").inner_text()

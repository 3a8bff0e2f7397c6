"""The traces a text leaves in a page that took it for more than text."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Dialog, Page

from tests.browser.injection_expectations import Shown, find_missing
from tests.injection_strings import MARK

# Where the atlas shows texts, elements it never makes there, and where Streamlit shows errors.
HOSTS = (
    ".dossier, .document, .overlay, .card, .leaflet-marker-icon,"
    " .event-timeline, .member-page, .cohesion, .votes-page, .differences"
)
MADE = "script, iframe, object, embed, link, style, base, meta, form, video, math, img"
ERRORS = '[data-testid="stException"], [data-testid="stAlert"]'
# A text may be spoken by an attribute or describe the page; the address of a source is followed.
FIND_TRACES = f"""(everywhere) => {{
  const traces = window.__pwned === undefined ? [] : ["a script ran"];
  const isFair = (element, name) => name.startsWith("aria-") || name === "title"
    || (name === "content" && element.localName === "meta" && !element.httpEquiv)
    || (name === "href" && element.localName === "a" && /^https?:$/.test(element.protocol));
  const within = everywhere ? "*" : ":is({HOSTS}) *";
  for (const element of document.querySelectorAll(within)) {{
    for (const {{ name, value }} of element.attributes) {{
      const carries = /hostile\\.invalid|__pwned/.test(value);
      if (/^on/i.test(name) || (carries && !isFair(element, name))) {{
        traces.push(`${{element.localName}} ${{name}}=${{value.slice(0, 80)}}`);
      }}
    }}
  }}
  for (const element of document.querySelectorAll(`:is({HOSTS}) :is({MADE}), {ERRORS}`)) {{
    traces.push(element.outerHTML.slice(0, 200));
  }}
  for (const host of document.querySelectorAll("{HOSTS}")) {{
    if (host.textContent.includes("{MARK}")) traces.push("a template was rendered");
  }}
  return traces;
}}"""


class Surprises:
    """Dialogs and windows that a page opened."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.found: list[str] = []

    def follow(self, page: Page) -> None:
        """Note what a page opens."""
        page.on("dialog", self._note_dialog)
        page.on("popup", lambda popup: self.found.append(f"popup: {popup.url}"))

    def _note_dialog(self, dialog: Dialog) -> None:
        self.found.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()


def assert_quiet(page: Page, *, everywhere: bool = True) -> None:
    """No frame of the page shows a trace of anything that ran."""
    for frame in page.frames:
        traces = frame.evaluate(FIND_TRACES, everywhere)
        assert not traces, traces


def wait_for_dossier(page: Page, panel: str, drawn: str) -> None:
    """Wait until the dossier is that of a subject."""
    page.locator(f'.dossier[data-panel="{panel}"][data-drawn="{drawn}"]').wait_for(state="attached")


def assert_shown(page: Page, expected: Iterable[Shown], host: str = ".dossier") -> None:
    """Every text stands in its element, and nothing came of it."""
    missing = find_missing(page, host, expected)
    assert not missing, [[kind, text[:80], whole] for kind, text, whole in missing[:5]]
    assert_quiet(page, everywhere=False)

"""No text in a link ever becomes more than text: the page opens and a quiet notice quotes it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from components.core.clock import read_today
from components.core.link_rules import build_link_rules
from components.core.view_state import PARAMETERS, LinkRules, read_link
from data.load import read_record
from tests.app_process import ServerProcess
from tests.browser.conftest import find_map
from tests.browser.injection_detectors import Surprises, assert_quiet, wait_for_dossier
from tests.injection_strings import CORPUS, FAMILIES, RAW_LINK_VALUES

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def rules() -> LinkRules:
    return build_link_rules(read_record(), read_today())


def encode(text: str) -> str:
    """A text as a link carries it, lone surrogates and all."""
    return quote(text, safe="", errors="surrogatepass")


RESTORE = """async (queries) => {
  const shown = [];
  for (const query of queries) {
    document.querySelector(".notice span")?.replaceChildren();
    parent.history.replaceState({}, "", `${parent.location.pathname}?${query}`);
    parent.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    const notice = document.querySelector(".notice span")?.textContent ?? "";
    shown.push([notice, { ...window.atlas.store.view }]);
    await new Promise(requestAnimationFrame);
  }
  return shown;
}"""


def read_notices(values: dict[str, str], rules: LinkRules) -> str:
    """The quiet notice that parameters with these decoded values earn."""
    return " · ".join(read_link(values, rules).notices)


def test_every_text_in_every_parameter(
    server_process: ServerProcess, open_page: Open, rules: LinkRules
) -> None:
    page = open_page(server_process.url)
    surprises = Surprises()
    surprises.follow(page)
    frame = find_map(page)
    names = (*PARAMETERS, "unknown", "__proto__")
    queries = ["&".join(f"{name}={encode(text)}" for name in names) for text in CORPUS]
    queries += ["&".join(f"{name}={raw}" for name in PARAMETERS) for raw in RAW_LINK_VALUES]
    shown = frame.evaluate(RESTORE, queries)
    for text, (notice, view) in zip(CORPUS, shown, strict=False):
        value = encode_and_decode(text)
        assert notice == read_notices(dict.fromkeys(PARAMETERS, value), rules)
        assert (view["year"], view["event"], view["panel"]) == (rules.last_year, None, None)
    for notice, _ in shown[len(CORPUS) :]:
        assert notice.count(" was ignored: ") == len(PARAMETERS)
    # The server was told of each of these addresses: it is there still, and follows.
    frame.evaluate("() => window.atlas.chooseYear(2003)")
    wait_for_dossier(page, "year", "2003")
    assert_quiet(page)
    assert surprises.found == []
    log = server_process.read_log()
    assert "Traceback" not in log, log


def encode_and_decode(text: str) -> str:
    """What a browser makes of a text that it finds in a link."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


FRESH = [
    ("year", FAMILIES["script"][0]),
    ("event", FAMILIES["handler"][0]),
    ("toward", FAMILIES["template"][4]),
    ("layers", FAMILIES["template"][6]),
    ("at", FAMILIES["breakout"][0]),
    ("panel", FAMILIES["name"][0]),
    ("year", FAMILIES["control"][0]),
    ("event", FAMILIES["long"][0]),
    ("panel", FAMILIES["long"][1]),
    ("layers", FAMILIES["surrogate"][0]),
    ("panel", FAMILIES["direction"][1]),
    ("event", FAMILIES["style"][0]),
]


def test_links_opened_fresh(
    server_process: ServerProcess, open_page: Open, rules: LinkRules
) -> None:
    sources = f"{server_process.url}/sources?{encode(FAMILIES['script'][0])}=1"
    page = open_page(sources, width=1000, height=600)
    surprises = Surprises()
    surprises.follow(page)
    page.locator(".document h1").wait_for()
    assert_quiet(page)
    for name, text in FRESH:
        query = f"{name}={encode(text)}&{encode(text)[:99]}=1"
        answer = page.goto(f"{server_process.url}/?{query}")
        assert answer is not None
        assert answer.status == 200
        assert FAMILIES["script"][0] not in answer.text()
        frame = find_map(page)
        wait_for_dossier(page, "year", str(rules.last_year))
        notice = frame.locator(".notice span").text_content()
        assert notice == read_notices({name: encode_and_decode(text)}, rules)
        assert_quiet(page)
    assert surprises.found == []
    log = server_process.read_log()
    assert "Traceback" not in log, log

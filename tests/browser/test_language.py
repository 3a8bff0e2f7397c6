"""Two languages in the browser: nothing unmarked, the choice, the link, and forms of number."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, Request

from components.core.i18n import locale_context, ngettext
from components.core.i18n.catalog import build_catalogues
from data.load import read_record
from tests.app_process import ServerProcess
from tests.browser.conftest import PATIENCE, find_map, read_state, wait_until_at_rest
from tests.browser.test_compare import find_pair
from tests.browser.visible_text import find_unmarked, read_words
from tests.scripts import run_script

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
MAPS_DRAWN = """() => [...document.querySelectorAll("iframe")].every((frame) =>
  frame.contentDocument?.documentElement?.dataset.atlas === "complete")"""
PAUSE = 250
# A page, what it shows last, and how many texts it has at least.
PAGES = [
    ("/?event=karabakh-2020", ".dossier h1", 120),
    ("/?panel=karabakh-control-1994&year=2005&layers=members,zones,control", ".dossier h1", 100),
    ("/?panel=KAZ&year=2010", ".dossier h1", 200),
    ("/events?event=kazakhstan-2022", ".event-dossier h2", 400),
    ("/members?panel=ARM", ".member-page h1", 400),
    ("/cohesion", ".cohesion table", 1000),
    ("/votes", ".votes-page .rolls", 200),
    ("/compare?event=kgz-tjk-2022-clash", ".differences h2", 100),
    ("/sources", ".document table", 800),
    ("/stories", ".stories h1", 60),
    ("/search?q=2016", ".search-results .results a", 40),
    ("/coding", ".coding .sample", 40),
]


@pytest.fixture(scope="module")
def pseudo_server() -> Iterator[str]:
    """A server that also speaks the language in which every message stands in brackets."""
    with ServerProcess({"ATLAS_PSEUDO_LANGUAGE": "1"}) as process:
        yield process.url


def read_all(page: Page) -> list[str]:
    """The words of a page and of its frames."""
    return [text for frame in page.frames for text in read_words(frame)]


@pytest.mark.parametrize(("path", "shown", "least"), PAGES, ids=lambda value: str(value)[:24])
def test_every_word_is_a_message_or_of_the_record(
    pseudo_server: str, open_page: Open, path: str, shown: str, least: int
) -> None:
    page = open_page(f"{pseudo_server}{path}{'&' if '?' in path else '?'}lang=qps")
    page.locator(shown).first.wait_for(state="attached")
    wait_until_at_rest(page)
    page.wait_for_function(MAPS_DRAWN)
    words = read_all(page)
    # Parts of a page arrive one after another, and the server is at rest before the last is drawn.
    waited = 0
    while len(words) < least and waited < PATIENCE:
        page.wait_for_timeout(PAUSE)
        waited += PAUSE
        words = read_all(page)
    assert len(words) >= least
    assert sum("⟦" in text for text in words) > 20
    unmarked = {text: rest for text in words if (rest := find_unmarked(text))}
    assert unmarked == {}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("⟦stances toward Armenia⟧", ""),
        ("⟦{a ⟦b⟧}⟧ · 2–5 April 2016", ""),
        ("Armenia", ""),
        ("Stances toward Armenia", "Stances toward"),
        ("Mayor", "Mayor"),
    ],
)
def test_the_reader_of_words_tells_what_is_unmarked(text: str, rest: str) -> None:
    assert find_unmarked(text) == rest


def open_in(browser: Browser, locale: str, url: str, width: int = 1440) -> Page:
    """A page in a browser of a language; its context is closed with the page."""
    context = browser.new_context(
        locale=locale, viewport={"width": width, "height": 844}, has_touch=width < 700
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    return page


@pytest.mark.parametrize(
    ("locale", "query", "language"),
    [
        ("ru-RU", "", "ru"),
        ("ru", "?lang=en", "en"),
        ("en-GB", "?lang=ru", "ru"),
        ("ru-RU", "?lang=fr", "ru"),
    ],
)
def test_page_and_server_choose_the_same_language(
    server: str, browser: Browser, locale: str, query: str, language: str
) -> None:
    page = open_in(browser, locale, f"{server}/{query}")
    frame = find_map(page)
    title = {"en": "CSTO Stance Atlas", "ru": "Атлас позиций ОДКБ"}[language]
    page.wait_for_function("title => document.title === title", arg=title)
    assert page.locator("html").get_attribute("lang") == language
    assert frame.locator("html").get_attribute("lang") == language
    home = {"en": "Reset view", "ru": "Исходный вид"}[language]
    assert frame.get_by_role("button", name=home).is_visible()
    members = {"en": "members: Armenia", "ru": "членов: Армения"}[language]
    assert page.locator(".dossier").get_by_text(members).is_visible()
    label = {"en": "Russia", "ru": "Россия"}[language]
    assert frame.locator(".map-label", has_text=label).count() == 1
    refused = frame.locator(".notice").is_visible()
    assert refused == ("fr" in query)
    page.context.close()


def note_address(seen: list[str], request: Request) -> None:
    """Note where a request goes."""
    seen.append(request.url)


def test_english_costs_nothing_extra(server: str, browser: Browser) -> None:
    for locale, asked in (("en-GB", 0), ("ru-RU", 1)):
        page = browser.new_context(locale=locale).new_page()
        seen: list[str] = []
        page.on("request", partial(note_address, seen))
        page.goto(server)
        find_map(page)
        assert sum("messages-" in url for url in seen) >= asked
        assert (sum("messages-" in url for url in seen) == 0) == (asked == 0)
        other = {"en-GB": "ru", "ru-RU": "en"}[locale]
        assert not [url for url in seen if f"-{other}.json" in url]
        page.context.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_choice_keeps_the_view_and_goes_from_page_to_page(
    server: str, browser: Browser, width: int
) -> None:
    page = open_in(browser, "en-GB", f"{server}/?event=kgz-tjk-2022-clash&toward=TJK", width)
    state = read_state(find_map(page))
    choice = page.get_by_role("navigation", name="Language")
    assert choice.locator("[aria-current]").inner_text() == "EN"
    choice.get_by_role("link", name="RU").click()
    page.wait_for_url("**lang=ru*")
    frame = find_map(page)
    assert read_state(frame) == state
    assert choice.locator("[aria-current]").inner_text() == "RU"
    page.get_by_role("heading", name="Рассматриваемая сторона: Таджикистан").wait_for()
    if width > 700:
        page.get_by_role("link", name="Сравнение").click()
        page.wait_for_url("**/compare?*lang=ru*")
        # The frame of the page that is left may still be there: the pair's own are asked.
        for frame in find_pair(page):
            assert frame.locator("html").get_attribute("lang") == "ru"
    page.reload()
    event = read_record().row("events", "kgz-tjk-2022-clash")["title_ru"]
    page.wait_for_function("title => document.title === title", arg=f"{event} · Атлас позиций ОДКБ")
    page.context.close()


COUNT = """
  const { ngettext, useCatalogue } = modules.messages;
  useCatalogue(argument.catalogue);
  return argument.numbers.map((number) => ngettext("{count} step", "{count} steps", number));
"""


def test_forms_of_number_are_those_of_the_server() -> None:
    numbers = [*range(0, 130), 1000, 1001, 1002, 1011, 12345]
    catalogues = build_catalogues(("ru",))
    for language in ("en", "ru"):
        content = catalogues.get(f"messages-{language}.json")
        catalogue = json.loads(content) if content else {"language": "en", "messages": {}}
        told = run_script(
            {"messages": "i18n/gettext.ts"},
            COUNT,
            {"catalogue": catalogue, "numbers": numbers},
        )
        with locale_context(language):
            assert told == [ngettext("{count} step", "{count} steps", n) for n in numbers]

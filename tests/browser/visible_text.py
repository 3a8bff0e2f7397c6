"""What a page shows in words, and what of it is neither a message nor a text of the record."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml
from playwright.sync_api import Frame, Page

from tests.app_process import ROOT

# Streamlit's own words, and the names that languages have in themselves.
EXEMPT = (
    "script, style, noscript, .atlas-language, [data-testid=stSkipToContent],"
    " [data-testid=stMainMenu], [data-testid=stStatusWidget], [data-testid=stElementToolbar]"
)
# Streamlit names its navigation; the sign of large type and four formats are the same everywhere;
# the browser joins the last two names of a list, in English where it does not know the language.
NAMES = {"Aa", "App pages", "BibTeX", "BibLaTeX", "CSL-JSON", "RIS", "and"}
READ = """(exempt) => {
  const said = [];
  const seen = (element) => {
    const style = getComputedStyle(element);
    return style.visibility !== "hidden" && element.getClientRects().length > 0;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    // A label of the compact legend is one text, the end of which is read out only.
    const whole = element.closest(".legend .text") ?? node;
    if (node.data.trim() && !element.closest(exempt) && seen(element)) said.push(whole.textContent);
  }
  const told = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-description"];
  for (const name of told) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (!element.closest(exempt)) said.push(element.getAttribute(name));
    }
  }
  return [...new Set([document.title, ...said])];
}"""
BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE_WORD = re.compile(rf"\b(?:{MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b")
WORD = re.compile(r"[^\W\d_]+")
FILE = re.compile(r"[\w.-]+\.(?:csv|geojson|json|md|zip|dta|parquet)\b")
FIELD = re.compile(r"\{[^{}]*\}")
FEATURES = ("components/features/events", "components/features/cohesion")
# Columns of the record that have no language; tables of other folders are translated beside them.
PROPER = {
    *("author", "title", "publisher", "locator", "locator_a", "locator_b", "url", "id"),
    *("code", "resolution", "symbol", "draft", "meeting"),
}


def read_words(place: Page | Frame) -> list[str]:
    """Every text that a page shows or tells a screen reader, and its title."""
    return list(place.evaluate(READ, EXEMPT))


@cache
def read_record_texts() -> list[str]:
    """The texts of the record, of the tables beside it and of the stories; longest first."""
    texts: set[str] = set()
    for folder in ("data", "geodata", "components/core/palette", *FEATURES):
        for path in sorted((ROOT / folder).glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    texts.update(row.values() if folder != "data" else list_row_texts(row))
    for path in sorted((ROOT / "components").rglob("*.toml")):
        texts.update(list_texts(tomllib.loads(path.read_text(encoding="utf-8"))))
    for path in sorted((ROOT / "data" / "stories").glob("*.yaml")):
        texts.update(list_texts(yaml.safe_load(path.read_text(encoding="utf-8"))))
    texts |= NAMES
    # A label may stand within a sentence.
    texts |= {text[:1].lower() + text[1:] for text in texts}
    return sorted((text for text in texts if WORD.search(text)), key=len, reverse=True)


@cache
def read_patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The texts to look for: a part that stands in them as it is, and all of them with values."""
    patterns = []
    for text in read_record_texts():
        parts = FIELD.split(text)
        fixed = max(parts, key=len)
        # A message that stood in a field is gone by now, and the spaces about it are one.
        escaped = [re.escape(part).replace(r"\ ", r"\s*") for part in parts]
        if WORD.search(fixed):
            whole = ".{0,200}?".join(escaped)
            patterns.append((fixed.strip(), re.compile(rf"(?<!\w){whole}(?!\w)")))
    return patterns


def list_row_texts(row: dict[str, str]) -> Iterator[str]:
    """The cells of a row that are texts for readers."""
    for column, cell in row.items():
        if column in PROPER or column.endswith(("_en", "_ru")) or f"{column}_ru" in row:
            yield " ".join(cell.split())


def list_texts(content: Any) -> Iterator[str]:
    """Every text within plain data."""
    if isinstance(content, str):
        yield " ".join(content.split())
    elif isinstance(content, dict):
        for value in content.values():
            yield from list_texts(value)
    elif isinstance(content, list):
        for value in content:
            yield from list_texts(value)


def find_unmarked(text: str) -> str:
    """What is left of a text without messages, names of files, dates and texts of the record."""
    rest = text
    while BRACKETS.search(rest):
        rest = BRACKETS.sub(" ", rest)
    rest = " ".join(rest.split())
    for fixed, pattern in read_patterns() if has_words(rest) else ():
        if fixed in rest:
            rest = pattern.sub(" ", rest)
            if not has_words(rest):
                return ""
    return rest.strip() if has_words(rest) else ""


def has_words(text: str) -> bool:
    """Whether a text has letters that are neither the month of a date nor the name of a file."""
    return bool(WORD.search(DATE_WORD.sub(" ", FILE.sub(" ", text))))

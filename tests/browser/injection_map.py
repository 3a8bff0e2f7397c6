"""Checks of what the map itself says of a bent record: headline, cards, captions, search."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame

from components.core.clock import read_today
from tests.browser.injection_project import FITTING, HostileProject
from tests.injection_strings import CORPUS

HOVER = """({ view, kinds }) => {
  window.atlas.store.set(view, "moving");
  const cards = [];
  const pointer = { originalEvent: new PointerEvent("mousemove", { clientX: 300, clientY: 300 }) };
  map.eachLayer((layer) => {
    const kind = layer.getElement?.()?.localName;
    if (!layer.options.interactive || !kinds.includes(kind)) return;
    layer.fire("mousemove", pointer);
    const card = document.querySelector(".card");
    const lines = [...card.querySelectorAll("span")].map((line) => line.textContent);
    if (!card.hidden) cards.push([card.querySelector("strong").textContent, lines]);
    layer.fire("mouseout");
  });
  return cards;
}"""
CAPTIONS = """(year) => {
  window.atlas.store.set({ year, layers: ["zones", "control"] }, "moving");
  const captions = [...document.querySelectorAll(".control-caption")];
  return captions.map((caption) => caption.textContent).filter(Boolean);
}"""
DATED = " · Schematic: front as of "
SEARCH = """async (queries) => {
  const input = document.querySelector(".search input");
  const found = document.getElementById(input.getAttribute("aria-controls"));
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
  };
  const answers = [];
  input.focus();
  for (const query of queries) {
    type("");
    type(query);
    while (query.trim() && found.hidden) await new Promise((go) => setTimeout(go, 5));
    answers.push([...found.querySelectorAll("[role=option]:not(.all)")].map(
      (option) => (option.querySelector("span") ?? option).textContent));
  }
  return answers;
}"""


def check_event(frame: Frame, event: dict[str, str], toward: str) -> None:
    """The headline, the legend, the slider and the markers name the event as it is written."""
    said = frame.evaluate(
        """() => ({
          first: document.querySelector(".headline .first").textContent,
          second: document.querySelector(".headline .second").textContent,
          legend: [...document.querySelectorAll(".legend h2")].map((title) => title.textContent),
          spoken: document.querySelector(".thumb").getAttribute("aria-valuetext"),
        })"""
    )
    assert said["first"] == event["title_en"]
    assert f" · stances toward {toward} · " in said["second"]
    assert f"Stance toward {toward}" in said["legend"]
    assert said["spoken"].endswith(f", {event['title_en']}")


def check_cards(project: HostileProject, frame: Frame) -> None:
    """The card under the pointer: countries and zones at three dates, events always."""
    tables = project.tables
    at_year: dict[str, Any] = {"event": None, "toward": None}
    # An event that a state spoke about.
    states = {row["id"] for row in tables["countries"]}
    claim = next(
        row for row in tables["claims"] if row["actor"] in states and row["stance"] == "OPP"
    )
    event, toward = project.row("events", claim["event_id"]), claim["toward"]
    at_event = {"year": int(event["date_start"][:4]), "event": event["id"], "toward": toward}
    views = [at_event, {"year": 1995, **at_year}, {"year": 2021, **at_year}]
    cards = [frame.evaluate(HOVER, {"view": view, "kinds": ["path"]}) for view in views]
    years = sorted({int(row["date_start"][:4]) for row in tables["events"]})
    for year in years:
        view = {"year": year, **at_year}
        cards.append(frame.evaluate(HOVER, {"view": view, "kinds": ["div"]}))
    titles = {title for group in cards for title, _ in group}
    lines = {line for group in cards for _, beside in group for line in beside}
    drawn = [row for row in tables["events"] if float(row["lon"]) > -30]
    assert titles >= {row["name_en"] for row in [*tables["countries"], *tables["zones"]]}
    assert titles >= {row["title_en"] for row in drawn}
    assert lines >= {row["place"] for row in drawn}
    assert lines & {f"Control: {row['controller']}" for row in tables["zone_status"]}
    label = "vote_label_en" if event["kind"] == "un_vote" else "label_en"
    assert lines & {f"{row[label]} toward {project.name(toward)}" for row in tables["scale"]}


def check_search(project: HostileProject, frame: Frame) -> None:
    """What search finds, and what is typed into it."""
    tables = project.tables
    for name, column in (("events", "title_en"), ("zones", "name_en")):
        ids = [row["id"] for row in tables[name]]
        for row, options in zip(tables[name], frame.evaluate(SEARCH, ids), strict=True):
            assert row[column] in options
    for found in frame.evaluate(SEARCH, list(CORPUS)):
        assert set(found) <= {*FITTING, "Nothing found"}


def check_captions(project: HostileProject, frame: Frame) -> None:
    """The captions of the control view, in every year."""
    kinds = {row["id"]: row["kind"] for row in project.tables["zones"]}
    captioned = [
        row
        for row in project.tables["zone_status"]
        if row["status"] in {"held", "peacekept"} and kinds[row["zone_id"]] != "district"
    ]
    for year in range(1991, read_today().year):
        day = f"{year}-12-31"
        then = [row for row in captioned if row["date_start"] <= day <= (row["date_end"] or "9999")]
        captions = frame.evaluate(CAPTIONS, year)
        # The caption of a dated shape goes on with its day.
        assert sorted(text.partition(DATED)[0] for text in captions) == sorted(
            row["controller"] for row in then
        )

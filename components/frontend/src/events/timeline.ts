/** The timeline of events: what it finds, its filters, the chart, and the table behind it. */
import { currentLanguage, gettext as _, ngettext } from "../i18n/gettext.ts";
import { joinNames } from "../i18n/number_format.ts";
import { addressOfResults, describeWidening } from "../search/labels.ts";
import { el, setText } from "../ui/dom.ts";
import { describeMark, drawChart } from "./timeline_chart.ts";
import { createFilters } from "./filters.ts";
import { addRovingKeys, makeStop } from "./roving_tabindex.ts";
import { drawTable } from "./event_table.ts";
import { createWordSearch } from "./word_search.ts";
import type { Component } from "../core/component.ts";
import type { Choice, Timeline, TimelineEvent } from "./content.ts";

const NARROW = 700;
const NAMES_WIDTH = 148;

const made: WeakMap<Element, ReturnType<typeof createTimeline>> = new WeakMap();

export function draw({ data, parentElement, setTriggerValue }: Component<Timeline>) {
  const host = parentElement.querySelector<HTMLElement>(".event-timeline");
  if (!host || !data) return;
  let timeline = made.get(host);
  if (timeline?.language !== currentLanguage()) {
    timeline = createTimeline(host, data.search.documents);
    made.set(host, timeline);
  }
  timeline.draw(data, setTriggerValue);
}

/** @param documents of the search, addresses by language */
function createTimeline(host: HTMLElement, documents: Record<string, string>) {
  let setTrigger: Component<Timeline>["setTriggerValue"] = () => {};
  let data: Timeline | null = null;
  let drawn = "";
  const choose = (choice: Choice) => setTrigger("choice", choice);
  const search = createWordSearch(documents);
  const filters = createFilters((filter) => void send(filter), search.prepare);
  let sent = 0;
  const finding = el("h1", {});
  const notices = el("div", { class: "notices", role: "status" });
  const empty = el("div", { class: "empty", role: "status" });
  const readout = el("p", { class: "readout" });
  const frame = el("div", {
    class: "frame",
    role: "group",
    "aria-label": _("Timeline of events; use the arrow keys to move between them"),
  });
  const summary = el("summary", {});
  const rows = el("div", {});
  const behind = el("details", { class: "behind" }, summary, rows);
  host.replaceChildren(finding, filters.element, notices, empty, readout, frame, behind);
  addRovingKeys(frame);
  new ResizeObserver(redraw).observe(frame);

  /** Tell the server of a choice, with what the search finds by its words; of two the later one. */
  async function send(filter: Record<string, string>) {
    const turn = (sent += 1);
    const found = filter.q?.trim() ? await search.find(filter.q) : null;
    if (turn === sent) setTrigger("filter", { ...filter, ...found });
  }

  /** A link's words are looked for before anything is shown; without the search the server has looked for them as written. */
  async function complete(asked: Timeline) {
    const found = await search.find(asked.filter.q);
    if (asked !== data) return;
    if (found) setTrigger("found", found);
    else show(asked, [_("The search could not be loaded. Try again.")]);
  }

  /** @param event null for the chosen one, or the hint */
  function readOut(event: TimelineEvent | null) {
    if (!data) return;
    const { chosen } = data;
    const shown = event ?? data.events.find((each) => each.id === chosen);
    readout.replaceChildren(
      ...(shown
        ? [el("strong", {}, shown.title), ` ${describeMark(shown, data.colours)}`]
        : [
            _("Each mark is an event, each bar its duration. Click an event for details."),
            " ",
            data.year ? _("The band marks {year}, the selected year.", { year: data.year }) : "",
          ]),
    );
  }

  function redraw() {
    if (!data || !data.events.length || !frame.clientWidth) return;
    const { chosen, ...rest } = data;
    const key = `${frame.clientWidth} ${JSON.stringify(rest)}`;
    if (key !== drawn) {
      drawn = key;
      const names = window.innerWidth > NARROW ? NAMES_WIDTH : 0;
      frame.style.setProperty("--names", `${names}px`);
      const held = frame.contains(document.activeElement) ? document.activeElement?.getAttribute("data-event") : null;
      frame.replaceChildren(drawChart(data, data.colours, frame.clientWidth, names, { choose, show: readOut }));
      holdFocus(held);
      if (!chosen) reveal(frame.querySelector(".band"));
    }
    markChosen();
  }

  /** A chart drawn anew gives the keyboard back the mark it was on. */
  function holdFocus(event: string | null | undefined) {
    const mark = event ? findMark(event) : null;
    if (!mark) return;
    makeStop(frame, mark);
    mark.focus({ preventScroll: true });
  }

  const findMark = (event: string): HTMLElement | null => frame.querySelector(`.mark[data-event="${CSS.escape(event)}"]`);

  function markChosen() {
    for (const mark of frame.querySelectorAll(".mark[aria-current]")) mark.removeAttribute("aria-current");
    const mark = data?.chosen ? findMark(data.chosen) : null;
    mark?.setAttribute("aria-current", "true");
    if (!frame.contains(document.activeElement)) makeStop(frame, mark);
    reveal(mark);
  }

  /** Scroll the chart sideways, never the page. */
  function reveal(element: Element | null) {
    if (!element || frame.scrollWidth <= frame.clientWidth) return;
    const [box, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    const hidden = box.left < around.left + NAMES_WIDTH || box.right > around.right;
    if (hidden) frame.scrollLeft += box.left - around.left - around.width / 2;
  }

  function drawEmpty(data: Timeline) {
    const { total, filter } = data;
    empty.hidden = !data.empty;
    if (!data.empty) return;
    const { active, widenings } = data.empty;
    const names = { filters: joinNames(active) };
    const said =
      active.length === 1
        ? ngettext("The {filters} filter excludes all {count} events.", "The {filters} filter excludes all {count} events.", total, names)
        : ngettext(
            "The filters ({filters}) together exclude all {count} events.",
            "The filters ({filters}) together exclude all {count} events.",
            total,
            names,
          );
    const buttons = widenings.map(({ name, count, filter: left }) =>
      makeButton(ngettext("Without {filter}: {count} event", "Without {filter}: {count} events", count, { filter: name }), left),
    );
    const advice = widenings.length ? _("Remove one to see more:") : _("Removing one filter is not enough. Remove all:");
    empty.replaceChildren(
      el("p", {}, `${said} ${advice}`),
      el(
        "p",
        {},
        ...buttons,
        ...(Object.keys(filter).length > 1
          ? [makeButton(ngettext("No filters: {count} event", "No filters: {count} events", total), {})]
          : []),
      ),
    );
  }

  function makeButton(text: string, filter: Record<string, string>) {
    const button = el("button", { type: "button" }, text);
    button.addEventListener("click", () => setTrigger("filter", filter));
    return button;
  }

  function renderNotices(next: Timeline, more: string[]) {
    const { q } = next.filter;
    const said = [...next.notices, ...more, q && next.events.length ? describeWidening(next.search.by) : ""].filter(Boolean);
    const address = q ? addressOfResults(q, new URLSearchParams(location.search).get("lang") ?? "") : "";
    const results = el(
      "a",
      { href: new URL(address, window.atlasRoot ?? document.baseURI).href, target: "_self" },
      _("All results for these words"),
    );
    notices.replaceChildren(...said.map((text) => el("p", {}, text)), ...(q ? [el("p", {}, results)] : []));
  }

  function show(next: Timeline, more: string[] = []) {
    setText(finding, next.finding);
    renderNotices(next, more);
    drawEmpty(next);
    readout.hidden = frame.hidden = behind.hidden = !next.events.length;
    setText(
      summary,
      next.events.length === next.total
        ? ngettext("Table of all {count} events", "Table of all {count} events", next.total)
        : ngettext("Table of the {count} event shown, of {total}", "Table of the {count} events shown, of {total}", next.events.length, {
            total: next.total,
          }),
    );
    rows.replaceChildren(drawTable(next, next.colours, choose));
    readOut(null);
    redraw();
    host.dataset.drawn = String(next.events.length);
  }

  return {
    language: currentLanguage(),
    draw(next: Timeline, setTriggerValue: Component<Timeline>["setTriggerValue"]) {
      const opening = data === null;
      setTrigger = setTriggerValue;
      data = next;
      filters.draw(next, next.colours);
      if (opening) behind.open = !next.chosen;
      if (!next.search.pending) return show(next);
      setText(finding, _("Loading…"));
      readout.hidden = frame.hidden = behind.hidden = empty.hidden = true;
      void complete(next);
    },
  };
}

// @ts-check
/** The timeline of events: what it finds, its filters, the chart, and the table behind it. */
import { currentLanguage, gettext as _, ngettext } from "../language/messages.js";
import { joinNames } from "../language/numbers.js";
import { make, setText } from "../map/dom.js";
import { describeMark, drawChart } from "./chart.js";
import { readResponses } from "./colours.js";
import { createFilters } from "./filters.js";
import { followKeys, makeStop } from "./keys.js";
import { drawTable } from "./table.js";

const NARROW = 700;
const NAMES_WIDTH = 148;

/** @type {WeakMap<Element, ReturnType<typeof createTimeline>>} */
const made = new WeakMap();

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot, setTriggerValue: (name: string, value: any) => void}} component */
export function draw({ data, parentElement, setTriggerValue }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".event-timeline"));
  if (!host || !data) return;
  let timeline = made.get(host);
  if (timeline?.language !== currentLanguage()) {
    timeline = createTimeline(host);
    made.set(host, timeline);
  }
  timeline.draw(data, setTriggerValue);
}

/** @param {HTMLElement} host */
function createTimeline(host) {
  /** @type {(name: string, value: any) => void} */
  let tell = () => {};
  /** @type {any} */
  let data = null;
  let drawn = "";
  const choose = (/** @type {any} */ choice) => tell("choice", choice);
  const filters = createFilters((filter) => tell("filter", filter));
  const finding = make("h1", {});
  const notices = make("div", { class: "notices", role: "status" });
  const empty = make("div", { class: "empty", role: "status" });
  const readout = make("p", { class: "readout" });
  const frame = make("div", { class: "frame", role: "group", "aria-label": _("Timeline of events; use the arrow keys to move between them") });
  const summary = make("summary", {});
  const rows = make("div", {});
  const behind = make("details", { class: "behind" }, summary, rows);
  host.replaceChildren(finding, filters.element, notices, empty, readout, frame, behind);
  followKeys(frame);
  new ResizeObserver(redraw).observe(frame);

  /** @param {any} event null for the chosen one, or the hint */
  function show(event) {
    const shown = event ?? data.events.find((/** @type {any} */ each) => each.id === data.chosen);
    readout.replaceChildren(...(shown ? [make("strong", {}, shown.title), ` ${describeMark(shown, colours())}`] : [_("Each mark is an event, each bar its duration. Click an event for details."), " ", data.year ? _("The band marks {year}, the selected year.", { year: data.year }) : ""]));
  }

  const colours = () => readResponses(data.colours);

  function redraw() {
    if (!data || !data.events.length || !frame.clientWidth) return;
    const { chosen, ...rest } = data;
    const key = `${frame.clientWidth} ${JSON.stringify(rest)}`;
    if (key !== drawn) {
      drawn = key;
      const names = window.innerWidth > NARROW ? NAMES_WIDTH : 0;
      frame.style.setProperty("--names", `${names}px`);
      const held = frame.contains(document.activeElement) ? document.activeElement?.getAttribute("data-event") : null;
      frame.replaceChildren(drawChart(data, colours(), frame.clientWidth, names, { choose, show }));
      holdFocus(held);
      if (!chosen) reveal(frame.querySelector(".band"));
    }
    markChosen();
  }

  /** A chart drawn anew gives the keyboard back the mark it was on. @param {string|null|undefined} event */
  function holdFocus(event) {
    const mark = event ? findMark(event) : null;
    if (!mark) return;
    makeStop(frame, mark);
    mark.focus({ preventScroll: true });
  }

  /** @param {string} event @returns {HTMLElement|null} */
  const findMark = (event) => frame.querySelector(`.mark[data-event="${CSS.escape(event)}"]`);

  function markChosen() {
    for (const mark of frame.querySelectorAll(".mark[aria-current]")) mark.removeAttribute("aria-current");
    const mark = data.chosen ? findMark(data.chosen) : null;
    mark?.setAttribute("aria-current", "true");
    if (!frame.contains(document.activeElement)) makeStop(frame, mark);
    reveal(mark);
  }

  /** Scroll the chart sideways, never the page. @param {Element|null} element */
  function reveal(element) {
    if (!element || frame.scrollWidth <= frame.clientWidth) return;
    const [box, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    const hidden = box.left < around.left + NAMES_WIDTH || box.right > around.right;
    if (hidden) frame.scrollLeft += box.left - around.left - around.width / 2;
  }

  function drawEmpty() {
    const { total, filter } = data;
    empty.hidden = !data.empty;
    if (!data.empty) return;
    const { active, widenings } = data.empty;
    const names = { filters: joinNames(active) };
    const said = active.length === 1
      ? ngettext("The {filters} filter excludes all {count} events.", "The {filters} filter excludes all {count} events.", total, names)
      : ngettext("The filters ({filters}) together exclude all {count} events.", "The filters ({filters}) together exclude all {count} events.", total, names);
    const buttons = widenings.map((/** @type {any} */ { name, count, filter: left }) => makeButton(ngettext("Without {filter}: {count} event", "Without {filter}: {count} events", count, { filter: name }), left));
    const advice = widenings.length ? _("Remove one to see more:") : _("Removing one filter is not enough. Remove all:");
    empty.replaceChildren(
      make("p", {}, `${said} ${advice}`),
      make("p", {}, ...buttons, ...(Object.keys(filter).length > 1 ? [makeButton(ngettext("No filters: {count} event", "No filters: {count} events", total), {})] : [])));
  }

  /** @param {string} text @param {Record<string, string>} filter */
  function makeButton(text, filter) {
    const button = make("button", { type: "button" }, text);
    button.addEventListener("click", () => tell("filter", filter));
    return button;
  }

  return {
    language: currentLanguage(),
    /** @param {any} next @param {(name: string, value: any) => void} setTriggerValue */
    draw(next, setTriggerValue) {
      const opening = data === null;
      tell = setTriggerValue;
      data = next;
      setText(finding, data.finding);
      filters.draw(data, colours());
      notices.replaceChildren(...data.notices.map((/** @type {string} */ text) => make("p", {}, text)));
      drawEmpty();
      readout.hidden = frame.hidden = behind.hidden = !data.events.length;
      setText(summary, data.events.length === data.total
        ? ngettext("Table of all {count} events", "Table of all {count} events", data.total)
        : ngettext("Table of the {count} event shown, of {total}", "Table of the {count} events shown, of {total}", data.events.length, { total: data.total }));
      rows.replaceChildren(drawTable(data, colours(), choose));
      if (opening) behind.open = !data.chosen;
      show(null);
      redraw();
      host.dataset.drawn = String(data.events.length);
    },
  };
}

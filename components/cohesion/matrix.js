// @ts-check
/** The matrix of events by members: controls, legend, and one of two layouts of the same cells. */
import { dateRange } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { layOverview, layReadable } from "./matrix_layouts.js";
import { moveByKeys } from "./matrix_keys.js";
import { paintElement, pourPaint } from "./paint.js";
import { count, keepPlace, makeHead, makeSelect } from "./parts.js";

const HINT = "Point at a cell, or move with the arrow keys; choosing it opens its evidence.";

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot, setTriggerValue: (name: string, value: any) => void}} component */
export function draw({ data, parentElement, setTriggerValue }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".cohesion"));
  if (!host || !data) return;
  pourPaint(host, data.palette);
  const choose = (/** @type {Record<string, string>} */ change) => setTriggerValue("choice", change);
  const readout = make("p", { class: "readout" }, HINT);
  const body = data.empty ? layEmpty(data, choose) : layTable(data, readout);
  keepPlace(host, () =>
    host.replaceChildren(
      ...makeHead({ anchor: "matrix", title: data.title, finding: data.finding }),
      make("div", { class: "notices", role: "status" }, ...data.notices.map((/** @type {string} */ text) => make("p", { class: "note" }, text))),
      layControls(data, choose),
      ...(data.empty ? [] : [readout]),
      body,
      ...(data.empty ? [] : [layLegend(data), ...data.paragraphs.map((/** @type {string} */ text) => make("p", {}, text))]),
      ...(data.gaps ? [make("p", { class: "note" }, data.gaps)] : []),
    ));
  showChosen(host);
}

/** Bring the event of the link into sight within the frame, until a reader moves it. @param {HTMLElement} host */
function showChosen(host) {
  const frame = host.querySelector(".matrix");
  const cell = frame?.querySelector("a.chosen");
  if (!frame || !cell || host.dataset.moved !== undefined) return;
  const observer = new ResizeObserver(() => {
    const [outer, inner] = [frame.getBoundingClientRect(), cell.getBoundingClientRect()];
    frame.scrollTop += inner.top - outer.top - outer.height / 3;
    frame.scrollLeft += Math.max(0, inner.left - outer.left - outer.width / 2);
  });
  // The style sheet may come after the cells.
  observer.observe(frame);
  observer.observe(cell);
  const stop = () => {
    host.dataset.moved = "";
    observer.disconnect();
  };
  for (const name of ["wheel", "pointerdown", "keydown", "touchstart"]) frame.addEventListener(name, stop, { once: true, passive: true });
}

/** @param {any} data @param {(change: Record<string, string>) => void} choose */
function layControls(data, choose) {
  const [first, last] = data.years;
  const years = Array.from({ length: last - first + 1 }, (_, place) => String(first + place));
  const pick = (/** @type {string[]} */ found) => found.map((year) => /** @type {[string, string]} */ ([year, year]));
  const switcher = make("div", { class: "switch", role: "group", "aria-label": "Size" },
    ...[["overview", "Overview"], ["read", "Readable"]].map(([size, words]) => {
      const button = make("button", { type: "button", "aria-pressed": String(data.size === size), "data-key": `size-${size}` }, words);
      button.addEventListener("click", () => choose({ size }));
      return button;
    }));
  return make("div", { class: "controls" },
    switcher,
    makeSelect("by", "Order by", [["date", "date"], ["kind", "kind of event"], ...data.members.map((/** @type {any} */ { id, name }) => [id, `stance of ${name}`])], data.by, (by) => choose({ by })),
    makeSelect("about", "Stances toward", [["", "anybody"], ["members", "a member"], ["bloc", "Treaty or Organization"], ["others", "a state outside"]], data.about, (about) => choose({ about })),
    makeSelect("from", "From", pick(years.filter((year) => Number(year) <= data.to)), String(data.from), (from) => choose({ from })),
    makeSelect("to", "To", pick(years.filter((year) => Number(year) >= data.from)), String(data.to), (to) => choose({ to })),
  );
}

/** @param {any} data */
function layLegend(data) {
  const rows = data.codes.map((/** @type {string} */ code) =>
    make("li", {}, paintElement(make("span", { class: "swatch", "aria-hidden": "true" }), code), make("span", { class: "code" }, code), data.labels[code], make("span", { class: "count" }, String(data.counts[code] ?? 0))));
  const contested = paintElement(make("span", { class: "swatch", "aria-hidden": "true" }), "NEU", "LEAN");
  const own = make("span", { class: "swatch own", "aria-hidden": "true" });
  return make("ul", { class: "legend" }, ...rows, make("li", {}, contested, "stripes: sources disagree"),
    make("li", {}, own, "the party concerned", make("span", { class: "count" }, String(data.counts.own ?? 0))));
}

/** @param {any} data @param {HTMLElement} readout */
function layTable(data, readout) {
  const table = data.size === "read" ? layReadable(data) : layOverview(data);
  const frame = make("div", { class: `scroll matrix ${data.size}`, "data-key": `matrix-${data.size}-${data.by}` }, table);
  const say = (/** @type {Event} */ event) => {
    const cell = event.target instanceof Element ? event.target.closest("a[data-cell]") : null;
    if (cell) readout.replaceChildren(...describeCell(data, /** @type {HTMLElement} */ (cell)));
  };
  frame.addEventListener("pointerover", say);
  frame.addEventListener("focusin", say);
  moveByKeys(frame);
  return frame;
}

/** @param {any} data @param {HTMLElement} cell */
function describeCell(data, cell) {
  const [group, place, seat] = (cell.dataset.cell ?? "").split(" ").map(Number);
  const layer = data.groups[group].layers[place];
  const [code, other, claims] = layer.cells[seat];
  const own = data.members[seat].id === layer.toward;
  const stance = own ? "the party concerned" : `${data.labels[code]}${other ? `, contested (${data.labels[other]})` : ""}`;
  return [
    make("strong", {}, layer.title),
    ` · ${dateRange(layer.date_start, layer.date_end)} · ${WORDS.kind[layer.kind] ?? layer.kind} · `,
    make("strong", {}, own ? `${data.members[seat].name}: ${stance}` : `${data.members[seat].name} toward ${layer.to}: ${stance}`),
    own ? "" : ` · ${count(claims, "claim")}`,
  ];
}

/** @param {any} data @param {(change: Record<string, string>) => void} choose */
function layEmpty({ empty, about }, choose) {
  /** @param {string} words @param {Record<string, string>} change */
  const offer = (words, change) => {
    const button = make("button", { type: "button", class: "offer" }, words);
    button.addEventListener("click", () => choose(change));
    return button;
  };
  return make("div", { class: "empty" },
    make("p", {}, about ? `${empty.what} is read toward such a party.` : `${empty.what} is on record.`),
    make("p", { class: "offers" },
      ...(empty.years ? [offer(`All years: ${count(empty.years, "row")}`, { from: "", to: "" })] : []),
      ...(empty.about ? [offer(`Toward anybody: ${count(empty.about, "row")}`, { about: "" })] : []),
      offer(`Everything: ${count(empty.all, "row")}`, { from: "", to: "", about: "" })));
}

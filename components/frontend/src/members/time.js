// @ts-check
/** The one time axis of the page: years across, from the first of the record to today. */
import { yearFraction } from "../map/dates.js";
import { make, makeSvg } from "../map/dom.js";

const NARROW = 700;
const LEAST_YEAR = 27;

/**
 * @typedef {object} Axis
 * @property {number} first
 * @property {number} last
 * @property {number} year pixels a year
 * @property {number} width pixels of all years
 * @property {number} label pixels of the column of labels
 * @property {number} text pixels of the letters on a tile
 * @property {boolean} narrow
 * @property {number|null} marked the year of the shared view
 * @property {(iso: string) => number} x
 * @property {(iso: string|null) => number} end where the last day ends, of what still lasts where today is
 */

/** @param {number} width pixels there are @param {{first: number, today: string, view: any}} data @returns {Axis} */
export function createAxis(width, { first, today, view }) {
  const narrow = width < NARROW;
  const last = Number(today.slice(0, 4));
  const label = narrow ? 104 : width > 1600 ? 236 : 196;
  const year = Math.max(LEAST_YEAR, Math.floor(((width - label - 2) / (last + 1 - first)) * 100) / 100);
  const x = (/** @type {string} */ iso) => (yearFraction(iso) - first) * year;
  const end = (/** @type {string|null} */ iso) => x(iso ?? today) + year / 365;
  const text = Math.min(13.5, Math.max(10.5, year * 0.32));
  return { first, last, year, label, text, narrow, width: year * (last + 1 - first), marked: view.year, x, end };
}

/** A band of the axis: its labels stay in view, its drawing scrolls. @param {Axis} axis @param {number} height @param {Element} svg @param {Element} labels */
export function layBand(axis, height, svg, labels) {
  labels.classList.add("labels");
  /** @type {HTMLElement} */ (labels).style.width = `${axis.label}px`;
  /** @type {HTMLElement} */ (labels).style.height = `${height}px`;
  return make("div", { class: "band" }, labels, svg);
}

/** An empty drawing over all years, ruled by year, with the year of the view marked. @param {Axis} axis @param {number} height @param {Record<string, string>} attributes */
export function makeCanvas(axis, height, attributes) {
  const svg = makeSvg("svg", { width: axis.width, height, viewBox: `0 0 ${axis.width} ${height}`, ...attributes });
  if (axis.marked !== null) {
    svg.append(makeSvg("rect", { class: "marked", x: (axis.marked - axis.first) * axis.year, y: 0, width: axis.year, height }));
  }
  for (let year = axis.first; year <= axis.last + 1; year += 1) {
    const x = (year - axis.first) * axis.year;
    svg.append(makeSvg("line", { class: year % 5 ? "rule" : "rule five", x1: x, x2: x, y1: 0, y2: height }));
  }
  return svg;
}

/** The years, as a band of their own. @param {Axis} axis */
export function layYears(axis) {
  const svg = makeSvg("svg", { width: axis.width, height: 20, class: "years", "aria-hidden": "true" });
  for (let year = axis.first; year <= axis.last; year += 1) {
    const whole = year % 5 === 0 || year === axis.first || year === axis.last || year === axis.marked || axis.year > 40;
    const text = makeSvg("text", { x: (year - axis.first + 0.5) * axis.year, y: 15, "text-anchor": "middle", class: year === axis.marked ? "marked" : whole ? "whole" : "" });
    text.textContent = whole ? String(year) : `’${String(year).slice(2)}`;
    svg.append(text);
  }
  return layBand(axis, 20, svg, make("div", {}));
}

/** A region that scrolls sideways where the years do not fit, opened where it matters. @param {Axis} axis @param {string} label @param {Node[]} bands */
export function layTime(axis, label, bands) {
  const region = make("div", { class: "time", role: "region", "aria-label": label, tabindex: "0" }, ...bands);
  requestAnimationFrame(() => {
    const year = axis.marked ?? axis.last;
    region.scrollLeft = (year - axis.first + 2) * axis.year - (region.clientWidth - axis.label);
  });
  return region;
}

/** @param {string} tag @param {string} text @param {Record<string, string|number>} attributes */
export function withText(tag, text, attributes) {
  const element = makeSvg(tag, attributes);
  element.textContent = text;
  return element;
}

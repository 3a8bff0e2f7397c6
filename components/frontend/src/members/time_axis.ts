/** The one time axis of the page: years across, from the first of the record to today. */
import { yearFraction } from "../ui/date_format.ts";
import { el, svgEl } from "../ui/dom.ts";

const NARROW = 700;
const LEAST_YEAR = 27;

export interface Axis {
  first: number;
  last: number;
  /** pixels a year */
  year: number;
  /** pixels of all years */
  width: number;
  /** pixels of the column of labels */
  label: number;
  /** pixels of the letters on a tile */
  text: number;
  narrow: boolean;
  /** the year of the shared view */
  marked: number | null;
  x: (iso: string) => number;
  /** where the last day ends, of what still lasts where today is */
  end: (iso: string | null) => number;
}

/** @param width pixels there are */
export function createAxis(width: number, { first, today, view }: { first: number; today: string; view: { year: number | null } }): Axis {
  const narrow = width < NARROW;
  const last = Number(today.slice(0, 4));
  const label = narrow ? 104 : width > 1600 ? 236 : 196;
  const year = Math.max(LEAST_YEAR, Math.floor(((width - label - 2) / (last + 1 - first)) * 100) / 100);
  const x = (iso: string) => (yearFraction(iso) - first) * year;
  const end = (iso: string | null) => x(iso ?? today) + year / 365;
  const text = Math.min(13.5, Math.max(10.5, year * 0.32));
  return { first, last, year, label, text, narrow, width: year * (last + 1 - first), marked: view.year, x, end };
}

/** A band of the axis: its labels stay in view, its drawing scrolls. */
export function renderBand(axis: Axis, height: number, svg: Element, labels: Element) {
  labels.classList.add("labels");
  (labels as HTMLElement).style.width = `${axis.label}px`;
  (labels as HTMLElement).style.height = `${height}px`;
  return el("div", { class: "band" }, labels, svg);
}

/** An empty drawing over all years, ruled by year, with the year of the view marked. */
export function makeCanvas(axis: Axis, height: number, attributes: Record<string, string>) {
  const svg = svgEl("svg", { width: axis.width, height, viewBox: `0 0 ${axis.width} ${height}`, ...attributes });
  if (axis.marked !== null) {
    svg.append(svgEl("rect", { class: "marked", x: (axis.marked - axis.first) * axis.year, y: 0, width: axis.year, height }));
  }
  for (let year = axis.first; year <= axis.last + 1; year += 1) {
    const x = (year - axis.first) * axis.year;
    svg.append(svgEl("line", { class: year % 5 ? "rule" : "rule five", x1: x, x2: x, y1: 0, y2: height }));
  }
  return svg;
}

/** The years, as a band of their own. */
export function renderYears(axis: Axis) {
  const svg = svgEl("svg", { width: axis.width, height: 20, class: "years", "aria-hidden": "true" });
  for (let year = axis.first; year <= axis.last; year += 1) {
    const whole = year % 5 === 0 || year === axis.first || year === axis.last || year === axis.marked || axis.year > 40;
    const text = svgEl("text", {
      x: (year - axis.first + 0.5) * axis.year,
      y: 15,
      "text-anchor": "middle",
      class: year === axis.marked ? "marked" : whole ? "whole" : "",
    });
    text.textContent = whole ? String(year) : `’${String(year).slice(2)}`;
    svg.append(text);
  }
  return renderBand(axis, 20, svg, el("div", {}));
}

/** A region that scrolls sideways where the years do not fit, opened where it matters. */
export function renderTime(axis: Axis, label: string, bands: Node[]) {
  const region = el("div", { class: "time", role: "region", "aria-label": label, tabindex: "0" }, ...bands);
  requestAnimationFrame(() => {
    const year = axis.marked ?? axis.last;
    region.scrollLeft = (year - axis.first + 2) * axis.year - (region.clientWidth - axis.label);
  });
  return region;
}

export function withText(tag: string, text: string, attributes: Record<string, string | number>) {
  const element = svgEl(tag, attributes);
  element.textContent = text;
  return element;
}

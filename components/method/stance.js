// @ts-check
/** Stances in their colour and pattern; the colours follow the theme by themselves. */
import { longDate } from "../map/dates.js";
import { make } from "../map/dom.js";

/** @typedef {{labels: Record<string, string>, colours: Record<string, any>, names: Record<string, string>, works: Record<string, string>, events: Record<string, {title: string, year: number}>, words: Record<string, Record<string, string>>}} Page */

/** @type {Map<string, string>} */
const tiles = new Map();

/** A pattern as a mask, through which its colour shows. @param {{size: number, path: string, paint: string, stroke_width: number}} tile */
function maskOf(tile) {
  const kept = tiles.get(tile.path);
  if (kept) return kept;
  const paint = tile.paint === "fill" ? 'fill="#000"' : `fill="none" stroke="#000" stroke-width="${tile.stroke_width}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${tile.size}" height="${tile.size}"><path d="${tile.path}" ${paint}/></svg>`;
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  tiles.set(tile.path, mask);
  return mask;
}

/** Give an element the colours of a stance; the style sheet of the page draws with them. @template {HTMLElement} T @param {T} element @param {string} code @param {Page} page @returns {T} */
export function paint(element, code, page) {
  const colour = page.colours[code];
  if (!colour) return element;
  element.dataset.code = code;
  for (const name of ["fill", "ink", "mark"]) {
    const [light, dark] = colour[name];
    if (light && dark) element.style.setProperty(`--${name}`, `light-dark(${light}, ${dark})`);
  }
  if (colour.tile) element.style.setProperty("--tile", maskOf(colour.tile));
  element.classList.toggle("tiled", Boolean(colour.tile));
  element.classList.toggle("outlined", colour.pattern === "outline");
  return element;
}

/** A stance by its label. @param {string} code @param {Page} page */
export function makeChip(code, page) {
  return paint(make("span", { class: "chip" }, page.labels[code] ?? code), code, page);
}

/** A source's claims by stance, as a bar as long as their number. @param {Record<string, number>} counts @param {number} most @param {Page} page */
export function makeBar(counts, most, page) {
  const codes = Object.keys(page.labels).filter((code) => counts[code]);
  const total = codes.reduce((sum, code) => sum + counts[code], 0);
  const words = codes.map((code) => `${page.labels[code]} ${counts[code]}`).join(", ");
  const parts = codes.map((code) => {
    const part = paint(make("span", { class: "part" }), code, page);
    part.style.flexGrow = String(counts[code]);
    return part;
  });
  const bar = make("span", { class: "bar", role: "img", "aria-label": `Claims by stance: ${words}` }, ...parts);
  bar.style.width = `${(100 * total) / most}%`;
  return make("span", { class: "track" }, ...(total ? [bar] : []));
}

/** An event, as a link to its page. @param {string} id @param {Page} page @param {string} [toward] */
export function linkEvent(id, page, toward) {
  const event = page.events[id];
  if (!event) return make("span", {}, id);
  const query = new URLSearchParams(toward ? { event: id, toward } : { event: id });
  return make("a", { class: "to", href: `events?${query}`, target: "_self" }, event.title);
}

/** A source's date is a day, a month or a year. @param {string} date */
const sayDate = (date) => (/^\d{4}-\d\d-\d\d$/.test(date) ? longDate(date) : date);

/** A source in one line. @param {any} source */
export function sayWork(source) {
  return [source.author, source.title && `“${source.title}”`, source.publisher, sayDate(source.date)].filter(Boolean).join(", ");
}

// @ts-check
/** Stances and events as the sources page names them. */
import { gettext as _ } from "../language/messages.js";
import { longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { makeChip as makePaintedChip, paintStance } from "../palette/stance.js";

/** @typedef {{labels: Record<string, string>, colours: import("../palette/stance.js").Paints, names: Record<string, string>, works: Record<string, string>, events: Record<string, {title: string, year: number}>, words: Record<string, Record<string, string>>}} Page */

/** A stance by its label. @param {string} code @param {Page} page */
export function makeChip(code, page) {
  return makePaintedChip({ code, label: page.labels[code] ?? code }, page.colours);
}

/** A source's claims by stance, as a bar as long as their number. @param {Record<string, number>} counts @param {number} most @param {Page} page */
export function makeBar(counts, most, page) {
  const codes = Object.keys(page.labels).filter((code) => counts[code]);
  const total = codes.reduce((sum, code) => sum + counts[code], 0);
  const words = codes.map((code) => _("{stance} {number}", { stance: page.labels[code], number: counts[code] })).join(", ");
  const parts = codes.map((code) => {
    const part = paintStance(make("span", { class: "part" }), code, page.colours);
    part.style.flexGrow = String(counts[code]);
    return part;
  });
  const bar = make("span", { class: "bar", role: "img", "aria-label": _("Claims by stance: {counts}", { counts: words }) }, ...parts);
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
  return [source.author, source.title && _("“{title}”", { title: source.title }), source.publisher, sayDate(source.date)].filter(Boolean).join(", ");
}

/** Stances and events as the sources page names them. */
import { gettext as _ } from "../i18n/gettext.ts";
import { longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { makeChip as makePaintedChip, paintStance } from "../ui/stance_paint.ts";
import type { ListedSource, Page } from "./content.ts";

/** A stance by its label. */
export function makeChip(code: string, page: Page) {
  return makePaintedChip({ code, label: page.labels[code] ?? code }, page.palette);
}

/** A source's claims by stance, as a bar as long as their number. */
export function makeBar(counts: Record<string, number>, most: number, page: Page) {
  const codes = Object.keys(page.labels).filter((code) => counts[code]);
  const total = codes.reduce((sum, code) => sum + counts[code], 0);
  const words = codes.map((code) => _("{stance} {number}", { stance: page.labels[code], number: counts[code] })).join(", ");
  const parts = codes.map((code) => {
    const part = paintStance(el("span", { class: "part" }), code, page.palette);
    part.style.flexGrow = String(counts[code]);
    return part;
  });
  const bar = el("span", { class: "bar", role: "img", "aria-label": _("Claims by stance: {counts}", { counts: words }) }, ...parts);
  bar.style.width = `${(100 * total) / most}%`;
  return el("span", { class: "track" }, ...(total ? [bar] : []));
}

/** An event, as a link to its page. */
export function linkEvent(id: string, page: Page, toward?: string) {
  const event = page.events[id];
  if (!event) return el("span", {}, id);
  const query = new URLSearchParams(toward ? { event: id, toward } : { event: id });
  return el("a", { class: "to", href: `events?${query}`, target: "_self" }, event.title);
}

/** A source's date is a day, a month or a year. */
const formatDate = (date: string) => (/^\d{4}-\d\d-\d\d$/.test(date) ? longDate(date) : date);

/** A source in one line. */
export function describeWork(source: ListedSource) {
  return [source.author, source.title && _("“{title}”", { title: source.title }), source.publisher, formatDate(source.date)]
    .filter(Boolean)
    .join(", ");
}

/** What is said of something found, and where it leads. */
import { gettext as _, ngettext, pgettext } from "../i18n/gettext.ts";
import { formatCertainty } from "../ui/certainty_labels.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import type { Entry, Found, Kind } from "./content.ts";

/** How close the map is brought to a place. */
const PLACE_ZOOM = 8;

/** What the things of a kind are called, together. */
export function nameKind(kind: Kind) {
  const names: Record<Kind, string> = {
    event: _("Events"),
    country: _("Countries"),
    zone: _("Zones"),
    place: _("Places"),
    request: _("Requests for help"),
    speaker: _("Speakers"),
    claim: _("Claims"),
    source: _("Sources"),
    help: pgettext("results", "Help"),
  };
  return names[kind];
}

const isDay = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date);

/** The line below a title. */
export function describeEntry(entry: Entry) {
  const { kind, start, end, facts } = entry;
  const dates = kind === "event" ? dateRange(start, end || null) : isDay(start) ? longDate(start) : start;
  const parts: Record<Kind, string[]> = {
    event: [dates, ...facts],
    country: [_("country")],
    zone: [_("zone")],
    place: [_("place")],
    request: [dates, ...facts],
    speaker: [ngettext("{count} claim", "{count} claims", Number(facts[0]))],
    claim: [...facts.slice(0, 1), entry.stance, entry.eventTitle, dates, formatCertainty(entry.certainty), ...facts.slice(1)],
    source: [...facts, dates],
    help: facts,
  };
  return parts[kind].filter(Boolean).join(" · ");
}

/**
 * The page of the app that shows an entry, from the app's root.
 * @param states ids of those that have a page of their own
 * @param language of the address of the page, empty where the browser's own is spoken
 */
export function addressOf(entry: Entry, states: string[], language: string) {
  const views: Record<Kind, [page: string, view: Record<string, string>]> = {
    event: ["events", { event: entry.event }],
    country: [states.includes(entry.id) ? "members" : "", { panel: entry.id }],
    zone: ["", { panel: entry.id }],
    place: ["", { at: [...(entry.at ?? []), PLACE_ZOOM].join(",") }],
    request: ["events", { event: entry.event, toward: entry.toward }],
    speaker: ["search", { q: entry.title, kind: "claim" }],
    claim: ["events", { event: entry.event, toward: entry.toward, claim: entry.id }],
    source: ["sources", { source: entry.id }],
    help: splitAddress(entry.id),
  };
  const [page, view] = views[entry.kind];
  return writeAddress(page, view, language);
}

function splitAddress(address: string): [string, Record<string, string>] {
  const [page, query] = address.split("?");
  return [page, Object.fromEntries(new URLSearchParams(query))];
}

export const addressOfResults = (text: string, language: string) => writeAddress("search", text ? { q: text } : {}, language);

function writeAddress(page: string, view: Record<string, string>, language: string) {
  const query = new URLSearchParams({ ...view, ...(language ? { lang: language } : {}) });
  return `./${page}${query.size ? `?${query}` : ""}`;
}

/** How a search had to be widened to find anything; empty where it had not. */
export function describeWidening(by: Found["by"]) {
  if (by === "alike") return _("Nothing is written so; similar words were found.");
  return by === "some" ? _("Nothing has all these words; these have some of them.") : "";
}

export const countResults = (count: number) => ngettext("{count} result", "{count} results", count);

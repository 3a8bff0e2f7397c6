/** Reading the record document at one moment: a year, or the first day of an event. */
import { currentLocale } from "../i18n/gettext.ts";
import type { View } from "./view.ts";
import type { Atlas, AtlasEvent, AtlasRecord } from "./atlas.ts";

/** Index the document once. */
export function indexAtlas(record: AtlasRecord): Atlas {
  const atlas = record as Atlas;
  atlas.eventById = new Map();
  atlas.events.forEach((event, place) => {
    event.moment = atlas.last - atlas.first + 1 + place;
    event.year = Number(event.start.slice(0, 4));
    atlas.eventById.set(event.id, event);
  });
  atlas.inTime = [...atlas.events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  atlas.memberSets = atlas.membership.members.map((text) => new Set(text ? text.split(" ") : []));
  return atlas;
}

/** An event of the record; an Error names an id that it has not. */
export function eventOf(atlas: Atlas, id: string): AtlasEvent {
  const event = atlas.eventById.get(id);
  if (!event) throw new Error(`the record has no event ${id}`);
  return event;
}

export function momentOf(atlas: Atlas, view: View) {
  return view.event ? eventOf(atlas, view.event).moment : view.year - atlas.first;
}

/** The day shown, ISO: the first of the event, the date chosen, or the last of the year. */
export function dayOf(atlas: Atlas, view: View) {
  if (view.event) return eventOf(atlas, view.event).start;
  if (view.date) return view.date;
  return view.year === atlas.last ? atlas.today : `${view.year}-12-31`;
}

/** @returns a membership key */
export function membershipAt(atlas: Atlas, country: string, moment: number): string {
  const row = atlas.membership.rows[country];
  const letter = row ? row[moment] : ".";
  return letter === "." ? "none" : atlas.membership.keys[parseInt(letter, 36)];
}

/** @param moment the status row then, or null */
export function zoneAt(atlas: Atlas, zone: string, moment: number) {
  const { moments, rows } = atlas.zones[zone];
  return moments[moment] === "." ? null : rows[parseInt(moments[moment], 36)];
}

/** Positions of troops on the day shown; none where zones are not. */
export function positionsAt(atlas: Atlas, view: View) {
  if (!view.layers.includes("zones") && !view.layers.includes("control")) return [];
  const day = dayOf(atlas, view);
  return atlas.positions.filter(({ start, end }) => start <= day && (end === null || day <= end));
}

/** A stance as the document writes it: `NEU`, contested `NEU*LEAN`, why it is weak at the end: `DIP?group`. */
export function parseStance(text: string) {
  const [reading, weakness = ""] = text.split("?");
  const [code, other] = reading.split("*");
  return { code, contested: other !== undefined, other: other === undefined ? undefined : other || code, weakness };
}

/** The stance of an actor at the event shown, resting on the kind of answer that the view names. */
export function stanceAt(atlas: Atlas, view: View, actor: string) {
  const text = stancesAt(atlas, view)[actor];
  return text ? parseStance(text) : null;
}

let read: { atlas: Atlas; key: string; stances: Record<string, string> } | null = null;

/** Stances at the event shown by actor, as the document writes them. */
export function stancesAt(atlas: Atlas, { event, toward, mode }: View): Record<string, string> {
  if (!event || !toward) return {};
  const all = atlas.stances[event][toward];
  if (!mode) return all;
  const key = `${event} ${toward} ${mode}`;
  if (read?.atlas !== atlas || read.key !== key) read = { atlas, key, stances: readMode(atlas, event, toward, mode) };
  return read.stances;
}

function readMode(atlas: Atlas, event: string, toward: string, mode: string): Record<string, string> {
  const all = atlas.stances[event][toward];
  const { same, other } = atlas.readings;
  const digits = same[event]?.[toward];
  const bit = 1 << atlas.link.modes.indexOf(mode);
  const others = other[mode][event]?.[toward] ?? {};
  let place = 0;
  const stances = Object.entries(all).map(([actor, text]) => {
    const silent = defaultStance(atlas, eventOf(atlas, event), actor);
    const kept = text === silent || !digits || Number(digits[place++]) & bit;
    return [actor, others[actor] ?? (kept ? text : silent)];
  });
  return Object.fromEntries<string>(stances.filter(([, text]) => text) as [string, string][]);
}

/** Codes of those who gave no answer. */
export const UNANSWERED = ["PTY", "ND", "NOM"];

/** Whether nobody but the parties gave an answer of the kind that the view names. */
export function isEmptyMode(atlas: Atlas, view: View) {
  if (!view.mode || !view.event) return false;
  return Object.values(stancesAt(atlas, view)).every((text) => UNANSWERED.includes(parseStance(text).code));
}

/** What an actor has without a claim; `default_stance` of features/map/readings_payload.py says the same. */
function defaultStance(atlas: Atlas, event: AtlasEvent, actor: string) {
  if (event.parties.includes(actor)) return "PTY";
  if (atlas.memberSets[event.moment].has(actor)) return "ND";
  return Object.hasOwn(atlas.membership.rows, actor) ? "NOM" : "";
}

export const nameOf = (atlas: Atlas, id: string) => atlas.countries[id] ?? atlas.organisations[id] ?? id;

/** The names of a few actors as a phrase. */
export function nameAll(atlas: Atlas, ids: string[]) {
  return new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(ids.map((id) => nameOf(atlas, id)));
}

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

/** The day a moment stands for, ISO. */
export function dayOf(atlas: Atlas, view: View) {
  if (view.event) return eventOf(atlas, view.event).start;
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

/** A stance as the document writes it: `NEU`, contested `NEU*LEAN`, on weak evidence `DIP?`. */
export function parseStance(text: string) {
  const weak = text.endsWith("?");
  const [code, other] = (weak ? text.slice(0, -1) : text).split("*");
  return { code, contested: other !== undefined, other: other === undefined ? undefined : other || code, weak };
}

/** The stance of an actor at the event shown. */
export function stanceAt(atlas: Atlas, view: View, actor: string) {
  if (!view.event || !view.toward) return null;
  const text = atlas.stances[view.event][view.toward][actor];
  return text ? parseStance(text) : null;
}

export const nameOf = (atlas: Atlas, id: string) => atlas.countries[id] ?? atlas.organisations[id] ?? id;

/** The names of a few actors as a phrase. */
export function nameAll(atlas: Atlas, ids: string[]) {
  return new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(ids.map((id) => nameOf(atlas, id)));
}

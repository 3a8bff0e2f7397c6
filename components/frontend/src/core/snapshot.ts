/** Reading the record document at what a view shows: a day, a year, or the first day of an event. */
import { currentLocale } from "../i18n/gettext.ts";
import type { View } from "./view.ts";
import { countDays, defaultStance, stepsOf, undoSteps } from "./steps.ts";
import { indexTime } from "./timeline.ts";
import type { Atlas, AtlasEvent, AtlasRecord, Position } from "./atlas.ts";

/** Index the document once. */
export function indexAtlas(record: AtlasRecord): Atlas {
  const atlas = record as Atlas;
  atlas.stances = expandStances(record.codes);
  atlas.eventById = new Map();
  for (const event of atlas.events) {
    event.year = Number(event.start.slice(0, 4));
    atlas.eventById.set(event.id, event);
  }
  atlas.inTime = [...atlas.events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  atlas.time = indexTime(record, atlas.inTime);
  return atlas;
}

/** By event, reference party and actor, in the order of the actors; `group_stances` of features/map/stance_text.py undone. */
function expandStances(codes: AtlasRecord["codes"]): Atlas["stances"] {
  const expand = (groups: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(groups)
        .flatMap(([text, actors]) => actors.split(" ").map((actor): [string, string] => [actor, text]))
        .sort(([one], [two]) => (one < two ? -1 : 1)),
    );
  return mapValues(codes, (layers) => mapValues(layers, expand));
}

const mapValues = <T, R>(all: Record<string, T>, change: (each: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(all).map(([key, each]) => [key, change(each)]));

/** An event of the record; an Error names an id that it has not. */
export function eventOf(atlas: Atlas, id: string): AtlasEvent {
  const event = atlas.eventById.get(id);
  if (!event) throw new Error(`the record has no event ${id}`);
  return event;
}

/** The day shown, ISO: the date chosen, the first of the event, or the last of the year. */
export function dayOf(atlas: Atlas, view: Pick<View, "year" | "date" | "event">) {
  if (view.date) return view.date;
  if (view.event) return eventOf(atlas, view.event).start;
  return view.year === atlas.last ? atlas.today : `${view.year}-12-31`;
}

/** What holds on the day shown. */
export const stateAt = (atlas: Atlas, view: View) => atlas.time.stateOn(dayOf(atlas, view));

/** @returns a membership key */
export const membershipAt = (atlas: Atlas, view: View, country: string) => stateAt(atlas, view).membership.get(country) ?? "none";

/** The members on the day shown. */
export const membersAt = (atlas: Atlas, view: View) => stateAt(atlas, view).members;

/** @returns the status row on the day shown, or null */
export const zoneAt = (atlas: Atlas, view: View, zone: string) => stateAt(atlas, view).zones.get(zone) ?? null;

const NO_POSITIONS: Position[] = [];

/** Positions of troops on the day shown; none where zones are not. */
export function positionsAt(atlas: Atlas, view: View) {
  const shown = view.layers.includes("zones") || view.layers.includes("control");
  return shown ? stateAt(atlas, view).positions : NO_POSITIONS;
}

const alone = new WeakMap<AtlasEvent, AtlasEvent[]>();

/** The events shown: the one chosen, those that go on on the date, or those that begin in the year. */
export function eventsAt(atlas: Atlas, view: View): AtlasEvent[] {
  if (!view.event) return view.date ? atlas.time.eventsOn(view.date) : atlas.time.eventsIn(view.year);
  const event = eventOf(atlas, view.event);
  const events = alone.get(event) ?? [event];
  alone.set(event, events);
  return events;
}

/** Whether the layers draw two views alike: what may differ is the day, between two changes. */
export function isAlike(atlas: Atlas, one: View, two: View) {
  return (
    one.event === two.event &&
    one.toward === two.toward &&
    one.mode === two.mode &&
    one.panel === two.panel &&
    one.layers === two.layers &&
    stancesAt(atlas, one) === stancesAt(atlas, two) &&
    stateAt(atlas, one) === stateAt(atlas, two) &&
    eventsAt(atlas, one) === eventsAt(atlas, two)
  );
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

const NO_STANCES: Record<string, string> = {};
const layers = new WeakMap<Atlas["stances"], Map<string, Record<string, string>>>();

/**
 * Stances at the event shown by actor, as the document writes them; with a date as known by the end of that
 * day. What is known is the same object on all days on which it is.
 */
export function stancesAt(atlas: Atlas, { event, toward, mode, date }: View): Record<string, string> {
  if (!event || !toward) return NO_STANCES;
  const number = date ? countDays(eventOf(atlas, event), date) : Infinity;
  const later = stepsOf(atlas, event, toward, mode).filter((step) => step.number > number);
  if (!mode && !later.length) return atlas.stances[event][toward];
  let built = layers.get(atlas.stances);
  if (!built) layers.set(atlas.stances, (built = new Map<string, Record<string, string>>()));
  const key = `${event} ${toward} ${mode} ${later.length}`;
  let stances = built.get(key);
  if (!stances) {
    const all = mode ? readMode(atlas, event, toward, mode) : atlas.stances[event][toward];
    built.set(key, (stances = later.length ? undoSteps(all, later) : all));
  }
  return stances;
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

export const nameOf = (atlas: Atlas, id: string) => atlas.countries[id] ?? atlas.organisations[id] ?? id;

/** The names of a few actors as a phrase. */
export function nameAll(atlas: Atlas, ids: string[]) {
  return new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(ids.map((id) => nameOf(atlas, id)));
}

/** What a code of the scale is called at an event: a vote not cast is no silence. */
export function labelAt(atlas: Atlas, event: string | null, code: string) {
  const row = atlas.scale.find((entry) => entry.code === code);
  const isVote = event !== null && atlas.eventById.get(event)?.kind === "un_vote";
  return (isVote && row?.vote) || (row?.label ?? code);
}

// @ts-check
/** Reading the record document at one moment: a year, or the first day of an event. */

import { currentLocale } from "../language/messages.js";

/** Index the document once. @param {any} atlas */
export function indexAtlas(atlas) {
  atlas.eventById = new Map();
  atlas.events.forEach((/** @type {any} */ event, /** @type {number} */ place) => {
    event.moment = atlas.last - atlas.first + 1 + place;
    event.year = Number(event.start.slice(0, 4));
    atlas.eventById.set(event.id, event);
  });
  atlas.inTime = [...atlas.events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  atlas.memberSets = atlas.membership.members.map((/** @type {string} */ text) => new Set(text ? text.split(" ") : []));
  return atlas;
}

/** @param {any} atlas @param {import("./view.js").View} view */
export function momentOf(atlas, view) {
  return view.event ? atlas.eventById.get(view.event).moment : view.year - atlas.first;
}

/** The day a moment stands for, ISO. @param {any} atlas @param {import("./view.js").View} view */
export function dayOf(atlas, view) {
  if (view.event) return atlas.eventById.get(view.event).start;
  return view.year === atlas.last ? atlas.today : `${view.year}-12-31`;
}

/** @param {any} atlas @param {string} country @param {number} moment @returns {string} a membership key */
export function membershipAt(atlas, country, moment) {
  const row = atlas.membership.rows[country];
  const letter = row ? row[moment] : ".";
  return letter === "." ? "none" : atlas.membership.keys[parseInt(letter, 36)];
}

/** @param {any} atlas @param {string} zone @param {number} moment the status row then, or null */
export function zoneAt(atlas, zone, moment) {
  const { moments, rows } = atlas.zones[zone];
  return moments[moment] === "." ? null : rows[parseInt(moments[moment], 36)];
}

/**
 * The stance of an actor at the event shown.
 * @param {any} atlas @param {import("./view.js").View} view @param {string} actor
 * @returns {{code: string, contested: boolean, other: string|undefined}|null}
 */
export function stanceAt(atlas, view, actor) {
  if (!view.event || !view.toward) return null;
  const text = atlas.stances[view.event][view.toward][actor];
  if (!text) return null;
  const [code, other] = text.split("*");
  return { code, contested: text.includes("*"), other: text.includes("*") ? other || code : undefined };
}

/** @param {any} atlas @param {string} id */
export const nameOf = (atlas, id) => atlas.countries[id] ?? atlas.organisations[id] ?? id;

/** The names of a few actors as a phrase. @param {any} atlas @param {string[]} ids */
export function nameAll(atlas, ids) {
  return new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(ids.map((id) => nameOf(atlas, id)));
}

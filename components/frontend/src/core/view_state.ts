/** The view and its link, by the rules of `components/core/view_state.py`. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { hasDayForm, isDay } from "./iso_day.ts";
import { eventOf } from "./snapshot.ts";
import { lastDayOf } from "./steps.ts";
import type { Atlas, AtlasEvent } from "./atlas.ts";
import type { View } from "./view.ts";

export type { View };

const OWN = ["year", "date", "event", "toward", "mode", "panel"];
const SHARED = ["layers", "at"];
const LANGUAGE = "lang";
const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)$/;
const SHOWN_LENGTH = 60;

export function shorten(text: string) {
  const letters = Array.from(text.toWellFormed ? text.toWellFormed() : text);
  return letters.length <= SHOWN_LENGTH ? letters.join("") : `${letters.slice(0, SHOWN_LENGTH - 1).join("")}…`;
}

/**
 * Read a view from a query string; wrong values are ignored and named in `notices`.
 * @param atlas the record document
 * @param prefix of the parameters that each of two maps side by side has for itself
 */
export function readLink(search: string, atlas: Atlas, prefix: string = ""): { view: View; notices: string[]; language: string | null } {
  const given = firstValues(search, prefix);
  const notices: string[] = [];
  const refuse = (name: string, why: string) =>
    notices.push(_("{given} was ignored: {why}", { given: `${name}=${shorten(given.get(name) ?? "")}`, why }));

  let event: AtlasEvent | null = null;
  if (given.has("event")) {
    event = atlas.eventById.get(given.get("event") ?? "") ?? null;
    if (!event) refuse("event", _("there is no event with this id"));
  }
  let date = readDate(given.get("date"), atlas);
  if (date.day && event && (date.day < event.start || date.day > lastDayOf(event)))
    date = { day: null, why: _("the days of the event are from {first} to {last}", { first: event.start, last: lastDayOf(event) }) };
  if (date.why) refuse("date", date.why);
  let year = readYear(given.get("year"), atlas);
  if (given.has("year") && year === null) refuse("year", _("not a year from {first} to {last}", { first: atlas.first, last: atlas.last }));
  if (event) {
    const eventYear = Number(event.start.slice(0, 4));
    if (year !== null && year !== eventYear) refuse("year", _("the event is in {year}", { year: eventYear }));
    year = eventYear;
  }
  if (date.day && !event) {
    const dateYear = Number(date.day.slice(0, 4));
    if (year !== null && year !== dateYear) refuse("year", _("the date is in {year}", { year: dateYear }));
    year = dateYear;
  }
  const toward = event ? pickToward(event, given.get("toward")) : null;
  if (given.has("toward") && given.get("toward") !== toward) refuse("toward", _("not a reference party of the event"));
  let mode = given.get("mode") ?? null;
  if (mode !== null && !atlas.link.modes.includes(mode)) {
    refuse("mode", _("not a kind of answer"));
    mode = null;
  }
  const layers = readLayers(given.get("layers"), atlas);
  if (given.has("layers") && !layers) refuse("layers", _("not a list of layers"));
  const at = readPosition(given.get("at"), atlas);
  if (given.has("at") && !at) refuse("at", _("not latitude,longitude,zoom within this map"));
  let panel = given.get("panel") ?? null;
  if (panel !== null && panel !== "off" && !isSubject(panel, atlas)) {
    refuse("panel", _("there is no country or zone with this id"));
    panel = null;
  }
  let language = given.get("lang") ?? null;
  if (language !== null && !atlas.link.languages.includes(language)) {
    refuse("lang", _("the atlas is not available in this language"));
    language = null;
  }
  return {
    view: {
      year: year ?? atlas.last,
      date: date.day,
      event: event ? event.id : null,
      toward,
      layers: layers ?? [...atlas.link.defaultLayers],
      at,
      panel,
      mode,
    },
    notices,
    language,
  };
}

/** The first value of each parameter the atlas reads. */
function firstValues(search: string, prefix: string): Map<string, string> {
  const names: Map<string, string> = new Map([...SHARED, LANGUAGE].map((name) => [name, name]));
  for (const name of OWN) names.set(prefix + name, name);
  const values = new Map<string, string>();
  for (const [given, value] of new URLSearchParams(search)) {
    const name = names.get(given);
    if (name && !values.has(name)) values.set(name, value);
  }
  return values;
}

/** The parameters a map writes, and the version that a cited link names: what is shown later is of the present one. */
export const ownNames = (prefix: string) => new Set([...OWN.map((name) => prefix + name), ...SHARED, "v"]);

function readYear(text: string | undefined, atlas: Atlas): number | null {
  if (text === undefined || !/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  return year >= atlas.first && year <= atlas.last ? year : null;
}

/** The day named, and why a text names none; ISO days only, of the years of the record. */
function readDate(text: string | undefined, atlas: Atlas): { day: string | null; why: string } {
  if (text === undefined) return { day: null, why: "" };
  if (!hasDayForm(text)) return { day: null, why: _("not a date of the form YYYY-MM-DD") };
  const first = `${atlas.first}-01-01`;
  if (text < first || text > atlas.today) return { day: null, why: _("not a day from {first} to {last}", { first, last: atlas.today }) };
  return isDay(text) ? { day: text, why: "" } : { day: null, why: _("there is no such day") };
}

export function pickToward(event: Pick<AtlasEvent, "references">, wanted: string | null | undefined): string {
  return wanted && event.references.includes(wanted) ? wanted : event.references[0];
}

function readLayers(text: string | undefined, atlas: Atlas): string[] | null {
  if (text === undefined) return null;
  const names = text === "none" ? [] : text.split(",");
  const known = atlas.link.layers;
  if (new Set(names).size !== names.length || !names.every((name) => known.includes(name))) return null;
  return known.filter((name: string) => names.includes(name));
}

function readPosition(text: string | undefined, atlas: Atlas): [number, number, number] | null {
  const parts = text === undefined ? [] : text.split(",");
  if (parts.length !== 3) return null;
  if (!parts.every((part) => DECIMAL.test(part) && part.replace("-", "").length <= 12)) return null;
  const [lat, lon, zoom] = parts.map(Number);
  const { latitudes, longitudes, zooms } = atlas.link;
  const inside = (value: number, [low, high]: number[]) => value >= low && value <= high;
  return inside(lat, latitudes) && inside(lon, longitudes) && inside(zoom, zooms) ? [lat, lon, zoom] : null;
}

function isSubject(id: string, atlas: Atlas) {
  return Object.hasOwn(atlas.countries, id) || Object.hasOwn(atlas.zones, id);
}

/**
 * The query string of a view, without `?`: only what differs from the default. The second of two
 * maps always says what it shows: a link without a second view stands for a pair of our choice.
 */
export function writeLink(view: View, atlas: Atlas, prefix: string = "") {
  const pairs = [];
  if (view.date !== null) pairs.push(["date", view.date]);
  else if (view.event === null && (view.year !== atlas.last || prefix)) pairs.push(["year", String(view.year)]);
  if (view.event !== null) {
    pairs.push(["event", view.event]);
    if (view.toward && view.toward !== eventOf(atlas, view.event).references[0]) pairs.push(["toward", view.toward]);
  }
  if (view.mode !== null) pairs.push(["mode", view.mode]);
  if (view.layers.join() !== atlas.link.defaultLayers.join()) pairs.push(["layers", view.layers.join() || "none"]);
  if (view.at) {
    const [lat, lon, zoom] = view.at;
    pairs.push(["at", `${plain(lat, 3)},${plain(lon, 3)},${plain(zoom, 2)}`]);
  }
  if (view.panel !== null) pairs.push(["panel", view.panel]);
  const named = (name: string) => (SHARED.includes(name) ? name : prefix + name);
  return pairs.map(([name, value]) => `${named(name)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
}

/** The link of a view for someone else: with the language it is seen in here. */
export function withLanguage(query: string) {
  const kept = query
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair && !/^(lang|v)(=|$)/.test(pair));
  return [...kept, `${LANGUAGE}=${currentLanguage()}`].join("&");
}

/**
 * A link that is cited or shared, with the version of the record it was made from.
 * @param version none where the page cannot read one, as in a saved file
 */
export function withVersion(link: string, version: string | undefined) {
  if (!version || !link) return link;
  const [address, fragment] = link.split(/(?=#)/);
  return `${address}${address.includes("?") ? "&" : "?"}v=${version}${fragment ?? ""}`;
}

/** A decimal without exponent or trailing zeros, rounded half up. */
function plain(number: number, places: number) {
  const scale = 10 ** places;
  const whole = Math.floor(number * scale + 0.5);
  const text = (Math.abs(whole) / scale).toFixed(places).replace(/\.?0+$/, "");
  return whole < 0 ? `-${text}` : text;
}

/** A coder's file: read as something a stranger wrote, and written. `data/coding.schema.json` has its form. */
import { isDay } from "../core/iso_day.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { joinKey, keyOf } from "./content.ts";
import type { CodedCell, Coding } from "./content.ts";

export const LARGEST = 2_000_000;
export const MOST_SEED = 4_294_967_295;
export const MOST_PER_STRATUM = 1000;
export const LONGEST = { coder: 200, note: 1000 };
const MOST_CELLS = 2000;
const LINE = { least: 1, most: 200 };
const CODE = /^[A-Za-z]{0,20}$/;
const CONTROL = /[\0-\x1f\x7f\u2028\u2029]/;

/** A file that is none, with the place and the rule in the reader's language. */
export class FileError extends Error {}

type Found = Record<string, unknown>;
const isObject = (found: unknown): found is Found => typeof found === "object" && found !== null && !Array.isArray(found);

/** One line of text: no line break or control character passes, nor half a character. */
export const cleanLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();

const shorten = (value: unknown) => {
  const text = cleanLine(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
  return text.length > 60 ? `${text.slice(0, 59).replace(/\p{Cs}/gu, "")}…` : text;
};

const refuse = (place: string, value: unknown, rule: string): never => {
  throw new FileError(_("{place} “{value}”: {rule}", { place, value: shorten(value), rule }));
};

/** The coding in a file; FileError says where it is none. */
export async function readFile(file: File): Promise<Coding> {
  if (file.size > LARGEST) throw new FileError(_("{file} is larger than {size} MB.", { file: shorten(file.name), size: LARGEST / 1e6 }));
  let found: unknown;
  try {
    found = JSON.parse(await file.text());
  } catch {
    throw new FileError(_("{file} is no JSON file.", { file: shorten(file.name) }));
  }
  return parseCoding(found);
}

/** A copy of what is known of a document, every value checked; FileError says what is wrong with it. */
export function parseCoding(found: unknown): Coding {
  if (!isObject(found) || found.format !== 1 || !Array.isArray(found.cells)) throw new FileError(_("This is no file of coded cases."));
  const cells = found.cells as unknown[];
  if (!cells.length || cells.length > MOST_CELLS) refuse("cells", cells.length, _("from 1 to {count} cases", { count: MOST_CELLS }));
  const coding: Coding = {
    format: 1,
    record: readLine(found, "record"),
    coder: readLine(found, "coder"),
    seed: readNumber(found, "seed", MOST_SEED),
    core: readNumber(found, "core", MOST_PER_STRATUM),
    others: readNumber(found, "others", MOST_PER_STRATUM),
    drawn_on: readLine(found, "drawn_on"),
    cells: cells.map((cell, at) => parseCell(cell, `cells/${at}`)),
  };
  if (!isDay(coding.drawn_on)) refuse("drawn_on", coding.drawn_on, _("must be a day as 2020-10-15"));
  const seen: Set<string> = new Set();
  coding.cells.forEach((cell, at) => {
    const key = joinKey(keyOf(cell));
    if (seen.has(key)) refuse(`cells/${at}`, key, _("this case is there twice"));
    seen.add(key);
  });
  return coding;
}

function parseCell(found: unknown, place: string): CodedCell {
  if (!isObject(found)) return refuse(place, found, _("this is no case"));
  const line = (name: string) => readLine(found, name, place);
  const code = (name: string) => {
    const value = found[name];
    return typeof value === "string" && CODE.test(value) ? value : refuse(`${place}/${name}`, value, _("this is no code"));
  };
  return {
    ...{ event_id: line("event_id"), actor: line("actor"), toward: line("toward"), source_id: line("source_id") },
    ...{ stance: code("stance"), certainty: code("certainty"), mode: code("mode") },
    unread: typeof found.unread === "boolean" ? found.unread : refuse(`${place}/unread`, found.unread, _("must be true or false")),
    note: readText(found, "note", 0, LONGEST.note, place),
    note_ru: readText(found, "note_ru", 0, LONGEST.note, place),
  };
}

const readLine = (found: Found, name: string, place?: string) => readText(found, name, LINE.least, LINE.most, place);

function readText(found: Found, name: string, least: number, most: number, place = "") {
  const value = found[name];
  const at = place ? `${place}/${name}` : name;
  if (typeof value !== "string") return refuse(at, value, _("must be text"));
  const length = Array.from(value).length;
  if (length < least || length > most) refuse(at, value, _("from {least} to {most} characters", { least, most }));
  return CONTROL.test(value) ? refuse(at, value, _("has a line break or a control character")) : value;
}

function readNumber(found: Found, name: string, most: number) {
  const value = found[name];
  const isSound = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
  return isSound ? value : refuse(name, value, _("a whole number from 0 to {most}", { most }));
}

export const writeCoding = (coding: Coding) => `${JSON.stringify(coding, null, 1)}\n`;

/** Named after seed and coder. */
export function makeFile(coding: Coding) {
  const name = `${coding.seed}-${coding.coder}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return new File([writeCoding(coding)], `coding-${Array.from(name).slice(0, 60).join("")}.json`, { type: "application/json" });
}

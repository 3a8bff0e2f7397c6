/** A small record for tests, of two years and three events, and the Russian of a few messages. */
import { indexAtlas } from "../core/snapshot.ts";
import { useCatalogue } from "../i18n/gettext.ts";
import type { Atlas, AtlasRecord } from "../core/atlas.ts";
import type { Palette, Swatch } from "../core/palette.ts";
import type { View } from "../core/view_state.ts";

const swatch = (fill: string, pattern = "none"): Swatch => ({
  fill,
  pattern,
  pattern_colour: pattern === "none" ? "" : `${fill}-mark`,
  ink: `${fill}-ink`,
});

const colours = (theme: string) => ({
  stance: { SIL: swatch(`${theme}-sil`, "dots"), NEU: swatch(`${theme}-neu`), OPP: swatch(`${theme}-opp`, "outline") },
  base: { accent: swatch(`${theme}-accent`) },
  event: {},
  mark: { contested: swatch(`${theme}-contested`, "stripe"), weak: swatch(`${theme}-weak`, "gaps") },
  membership: {},
  zone: { held: { fill: `${theme}-held`, line: `${theme}-line`, dash: "", pattern: "dots", label: "held" } },
});

const patterns = {
  dots: { size: 6, path: "M1 1h2", paint: "fill", stroke_width: 0 },
  gaps: { size: 6, path: "M0 3H6", paint: "stroke", stroke_width: 2 },
  stripe: { size: 8, path: "M0 8L8 0", paint: "stroke", stroke_width: 2 },
};

/** The palettes of the map. */
export const makePalettes = () => ({ light: { ...colours("light"), patterns }, dark: { ...colours("dark"), patterns } });

/** The palette of a page, whose colours are of both themes. */
export const makePagePalette = (): Palette => ({ ...colours("both"), patterns });

export function makeRecord(): AtlasRecord {
  return {
    first: 2000,
    last: 2002,
    today: "2002-06-15",
    finding: "",
    countries: { ARM: "Armenia", KAZ: "Kazakhstan", TJK: "Tajikistan" },
    organisations: { CSTO: "CSTO secretariat" },
    membership: {
      keys: ["member", "former"],
      rows: { ARM: { "2000-02-29": 0, "2002-01-02": null }, KAZ: { "2001-03-01": 0, "2002-01-02": 1 } },
      members: { "2000-02-29": "ARM", "2001-03-01": "ARM KAZ", "2002-01-02": "" },
    },
    changes: {},
    zones: {
      valley: {
        name: "The valley",
        kind: "district",
        precision: "surveyed",
        rows: [{ status: "held", label: "held de facto", controller: "ARM" }],
        changes: { "2001-03-01": 0, "2002-01-02": null },
      },
    },
    positions: [
      {
        id: "hill",
        zone: "valley",
        by: "KAZ",
        place: "The hill",
        said_by: "a ministry",
        disputed: "",
        lat: 40,
        lon: 46,
        km: 3,
        depth: 1.5,
        start: "2001-03-01",
        end: "2002-01-01",
        seen: "2001-05-01",
      },
    ],
    events: [
      { ...event("second", "2001-03-01", ["KAZ", "ARM"]), known: "2001-03-04" },
      event("first", "2000-05-09", ["ARM"]),
      event("third", "2002-01-02", ["TJK", "KAZ"]),
    ],
    codes: {
      second: { KAZ: { SIL: "ARM", "NEU*OPP": "TJK", "NEU*": "CSTO" }, ARM: { OPP: "KAZ" } },
      first: { ARM: {} },
      third: { TJK: {}, KAZ: {} },
    },
    // At the second event nobody's word is on record, and only the secretariat's deed.
    readings: { same: { second: { KAZ: "404", ARM: "4" } }, other: { deeds: { second: { KAZ: { CSTO: "DIP?" } } }, words: {}, votes: {} } },
    // At the second event the secretariat's word came on the day after and changed on the third; then Tajikistan spoke.
    steps: { all: { second: { KAZ: { "1": "CSTO", "3": "CSTO=DIP TJK" } } } },
    scale: [],
    windows: [],
    insets: [
      { id: "valley", kind: "place", name: "The valley", box: [44, 38, 48, 41] },
      { id: "plain", kind: "place", name: "The plain", box: [69, 39, 73, 42] },
      { id: "all", kind: "overview", name: "All of it", box: [20, 34, 88, 60] },
    ],
    regions: [],
    labelSides: {},
    palette: makePalettes(),
    link: {
      layers: ["members", "zones", "labels", "control"],
      defaultLayers: ["members", "labels"],
      latitudes: [20, 80],
      longitudes: [-30, 150],
      zooms: [2, 9],
      languages: ["en", "ru"],
      modes: ["deeds", "words", "votes"],
    },
  };
}

function event(id: string, start: string, references: string[]): AtlasRecord["events"][number] {
  return {
    id,
    start,
    end: null,
    kind: "crisis",
    request: false,
    title: `The ${id}`,
    place: "",
    finding: "",
    lat: null,
    lon: null,
    references,
    parties: references,
  };
}

export const makeAtlas = (): Atlas => indexAtlas(makeRecord());

export const makeView = (patch: Partial<View> = {}): View => ({
  year: 2002,
  date: null,
  event: null,
  toward: null,
  layers: ["members", "labels"],
  at: null,
  panel: null,
  mode: null,
  ...patch,
});

/** Speak Russian with a few messages; call `speakEnglish` when the test is over. */
export const speakRussian = (messages: Record<string, string | string[]> = {}) => useCatalogue({ language: "ru", messages });

export const speakEnglish = () => useCatalogue({ language: "en", messages: {} });

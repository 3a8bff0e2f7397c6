import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "./engine.ts";
import type { Engine } from "./engine.ts";
import type { SearchDocument } from "./content.ts";

const SHARED = { states: ["BLR", "ARM"], readings: { deeds: ["deed"], words: ["statement"] }, zones: [], places: [], requests: [] };
const ENGLISH: SearchDocument = {
  ...SHARED,
  language: "en",
  alternatives: [
    ["Lukashenko", "Lukashenka"],
    ["Беларусь", "Белоруссия"],
    ["Kyrgyzstan", "Kyrgyz Republic"],
  ],
  stances: { DIP: "Support", OPP: "Opposition" },
  countries: [
    ["BLR", "Belarus"],
    ["ARM", "Armenia"],
    ["KGZ", "Kyrgyzstan"],
  ],
  organisations: [["CSTO", "Treaty Organization"]],
  places: [["Yerevan", 40.2, 44.5]],
  events: [
    ["war-2020", "Autumn war", "2020-09-27", "2020-11-10", "Shusha", "", ["ARM"], "Fighting for six weeks."],
    ["visit-2024", "A visit", "2024-05-16", "2024-05-17", "Baku", "", ["BLR"], "Talks on statements of the war."],
  ],
  speakers: [[""], ["Alexander Lukashenko", "Aleksandr Lukashenko"]],
  sources: [["oc-2024", "", "Ambassadors recalled", "OC Media", "2024-06-13"]],
  claims: [
    [[1, "2020-10-01", "KGZ", "ARM", "DIP", "explicit", "deed", 0, 0, "It sent <b>help</b>."]],
    [[1, "2024-05-16", "BLR", "ARM", "OPP", "quoted", "statement", 0, 1, "He praised the victory."]],
  ],
  help: [["sources?part=scale", "The stance scale", "Seven codes form a scale."]],
};
const RUSSIAN: SearchDocument = {
  ...ENGLISH,
  language: "ru",
  countries: [
    ["BLR", "Беларусь"],
    ["ARM", "Армения"],
    ["KGZ", "Кыргызстан"],
  ],
  places: [["Ереван", 40.2, 44.5]],
  events: [
    ["war-2020", "Осенняя война", "2020-09-27", "2020-11-10", "Шуша", "", ["ARM"], "Шесть недель боёв."],
    ["visit-2024", "Визит", "2024-05-16", "2024-05-17", "Баку", "", ["BLR"], "Разговор о войне."],
  ],
  speakers: [[""], ["Александр Лукашенко"]],
  claims: [
    [[1, "2020-10-01", "KGZ", "ARM", "DIP", "explicit", "deed", 0, 0, "Прислал помощь."]],
    [[1, "2024-05-16", "BLR", "ARM", "OPP", "quoted", "statement", 0, 1, "Он похвалил победу."]],
  ],
};

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(ENGLISH, { ru: () => Promise.resolve(RUSSIAN) });
});
async function find(text: string, filter = {}) {
  await engine.prepare(text);
  return engine.search(text, filter);
}
const listTitles = async (text: string, filter = {}) => (await find(text, filter)).entries.map(({ title }) => title);

describe("the search", () => {
  it.each([
    ["lukashenko", "Alexander Lukashenko"],
    ["Lukashenka", "Alexander Lukashenko"],
    ["lukash", "Alexander Lukashenko"],
    ["Лукашенки", "Alexander Lukashenko"],
    ["Белоруссии", "Belarus"],
    ["Kyrgyz Republic", "Kyrgyzstan"],
    ["yerevan", "Yerevan"],
    ["войны", "Autumn war"],
    ["wars", "Autumn war"],
    ["ambassador", "Ambassadors recalled"],
    ["seven codes", "The stance scale"],
  ])("finds by %s first of all: %s", async (text, title) => {
    const { entries, by } = await find(text);
    expect([by, entries[0].title]).toEqual(["all", title]);
  });

  it("gives a claim with all that leads to it", async () => {
    const { entries } = await find("praised victory");
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: "claim",
      id: "visit-2024-blr-arm-1",
      event: "visit-2024",
      toward: "ARM",
      stance: "Opposition",
    });
  });

  it("asks for all words, then for similar ones, then for some", async () => {
    expect((await find("victory praised")).by).toBe("all");
    expect((await find("victori prased")).by).toBe("alike");
    const { by, entries } = await find("Lukashenko submarine");
    expect([by, entries[0].title]).toEqual(["some", "Alexander Lukashenko"]);
    expect(await find("submarine")).toMatchObject({ entries: [], counts: {} });
  });

  it("finds nothing by signs alone, and everything by no words", async () => {
    expect((await find("<>&")).entries).toEqual([]);
    expect((await find(" ")).counts).toEqual({ event: 2, country: 3, place: 1, speaker: 1, claim: 2, source: 1, help: 1 });
  });

  it("narrows what it finds, and counts the other kinds too", async () => {
    expect(await listTitles("", { kind: "claim", member: "BLR" })).toEqual(["He praised the victory."]);
    expect(await listTitles("", { kind: "claim", mode: "deeds" })).toEqual(["It sent <b>help</b>."]);
    expect(await listTitles("", { certainty: "quoted" })).toEqual(["He praised the victory."]);
    expect(await listTitles("", { kind: "event", from: 2021 })).toEqual(["A visit"]);
    expect(await listTitles("", { kind: "event", to: 2020 })).toEqual(["Autumn war"]);
    expect((await find("war", { kind: "event" })).counts).toEqual({ event: 2, claim: 1 });
  });

  it("does without a language that cannot be had, and asks for it again", async () => {
    let asked = 0;
    const alone = await createEngine(ENGLISH, {
      ru: () => {
        asked += 1;
        return Promise.reject(new Error("lost"));
      },
    });
    for (const text of ["Лукашенко", "Лукашенко"]) await alone.prepare(text);
    expect([asked, alone.search("Лукашенко").entries]).toEqual([2, []]);
  });
});

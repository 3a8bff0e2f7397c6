import MiniSearch from "minisearch";
import { beforeAll, describe, expect, it } from "vitest";
import { buildTextIndex } from "./text_index.ts";
import { listTerms, splitWords } from "./words.ts";
import type { Query, TextIndex } from "./text_index.ts";

type Field = "name" | "told";
const BOOSTS: Record<Field, number> = { name: 8, told: 1 };
const WORDS = "war wars warsaw peace peacekeepers of the treaty treaties ally allies word words help helped".split(" ");
/** Texts that are always the same, of words of which some are frequent. */
const ROWS = Array.from({ length: 60 }, (_row, at) => ({
  name: WORDS.filter((_word, place) => (at * 7 + place * place) % 5 === 0).join(" "),
  told: WORDS.flatMap((word, place) => Array<string>((at + place * 3) % 4).fill(word)).join(" "),
}));

let index: TextIndex;
let model: MiniSearch<Record<Field, string> & { id: number }>;
beforeAll(async () => {
  index = await buildTextIndex(ROWS, BOOSTS);
  model = new MiniSearch({ fields: ["name", "told"], tokenize: splitWords, processTerm: listTerms });
  model.addAll(ROWS.map((row, id) => ({ id, ...row })));
});

/** The same in the words of MiniSearch. */
const translate = (query: Query): Parameters<typeof model.search>[0] =>
  "queries" in query
    ? { combineWith: query.combineWith, queries: query.queries.map(translate) }
    : { queries: [query.word], prefix: query.prefix ?? false, fuzzy: query.fuzzy ?? false };

describe("the index of words", () => {
  it.each<[string, Query]>([
    ["a word", { word: "war" }],
    ["a beginning", { word: "war", prefix: true }],
    ["a similar word", { word: "ally", fuzzy: 2 }],
    ["a beginning or a similar word", { word: "word", prefix: true, fuzzy: 1 }],
    ["all", { combineWith: "AND", queries: [{ word: "peac", prefix: true }, { word: "treati" }] }],
    ["any", { combineWith: "OR", queries: [{ word: "war" }, { word: "help", prefix: true }, { word: "none" }] }],
    ["no word of it", { word: "submarine", prefix: true }],
  ])("finds by %s what MiniSearch finds, of the same worth", (_name, query) => {
    const { ids, scores } = index.search(query);
    const expected = model.search(translate(query), { boost: BOOSTS, tokenize: (text) => [text], processTerm: (term) => term });
    const found = ids.map((id) => ({ id, score: scores[id] })).sort((one, other) => one.id - other.id);
    const wanted = expected.map(({ id, score }) => ({ id: id as number, score })).sort((one, other) => one.id - other.id);
    expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(wanted[at].score, 9);
  });

  it("looks through the fields asked for alone", () => {
    const ids = index.search({ word: "war" }, ["name"]).ids;
    const having = ROWS.flatMap(({ name }, id) => (name.split(" ").includes("war") ? [id] : []));
    expect(ids.sort((one, other) => one - other)).toEqual(having);
    expect(having.length).toBeLessThan(ROWS.length);
  });

  it("has nothing where there is nothing", async () => {
    const none = await buildTextIndex<Field>([], BOOSTS);
    expect(none.search({ word: "war", prefix: true, fuzzy: 1 }).ids).toEqual([]);
  });
});

/**
 * The search: an index over everything that can be found, built in the browser when it is first needed.
 *
 * It is a script of its own, which `load_engine.ts` asks for; it says nothing to a reader.
 */
import { describeEntries } from "./entries.ts";
import { buildTextIndex } from "./text_index.ts";
import { WORD, beginningOf, fold, listOtherLanguages, splitWords, stem } from "./words.ts";
import type { Texts } from "./entries.ts";
import type { Hits, Query } from "./text_index.ts";
import type { Entry, Filter, Found, Kind, SearchDocument } from "./content.ts";

/** What is called so comes before what only tells of it. */
const FIELD_BOOSTS: Record<keyof Texts, number> = { name: 8, who: 3, told: 1, near: 0.6 };
const FIELDS = Object.keys(FIELD_BOOSTS) as (keyof Texts)[];
const KIND_BOOSTS: Record<Kind, number> = {
  event: 1.6,
  country: 4,
  zone: 0.8,
  place: 2,
  request: 1,
  speaker: 2,
  claim: 1,
  source: 0.2,
  help: 0.7,
};
/** A word of so many letters may be only begun, or stand for an alternative that it begins. */
const SHORTEST_BEGINNING = 3;
/** In a word of so many letters two may differ. */
const LONG = 8;
/** Words of so few letters are mostly prepositions. */
const SHORT = 2;

export type Engine = Awaited<ReturnType<typeof createEngine>>;

/**
 * @param own the document of the reader's language
 * @param others gives those of other languages, which are asked for when a word has their letters
 */
export async function createEngine(own: SearchDocument, others: Record<string, () => Promise<SearchDocument>> = {}) {
  const entries: Entry[] = describeEntries(own).map(({ entry }) => entry);
  const spoken = [own];
  let index = await buildIndex(spoken);
  const asked: Map<string, Promise<void>> = new Map();

  async function add(load: () => Promise<SearchDocument>) {
    spoken.push(await load());
    index = await buildIndex(spoken);
  }

  return {
    document: own,
    /** Learn the languages in which a text is written; what cannot be had is done without. */
    async prepare(text: string) {
      for (const language of listOtherLanguages(text, own.language)) {
        if (!(language in others)) continue;
        const waiting = asked.get(language) ?? add(others[language]);
        asked.set(language, waiting);
        await waiting.catch((error: unknown) => {
          asked.delete(language);
          console.error(error);
        });
      }
    },
    /** An empty text finds everything that passes the filter, in the order of the record. */
    search(text: string, filter: Filter = {}): Found {
      const words = chooseWords(text);
      const passes = createTest(filter, own);
      const only: (keyof Texts)[] | undefined = isBeginning(words) ? ["name"] : undefined;
      if (!words.length) return collect(text.trim() ? [] : entries.flatMap((entry, id) => (passes(entry) ? [id] : [])), filter, "all");
      const alternatives = spoken.flatMap((document) => document.alternatives);
      for (const by of ["all", "alike", "some"] as const) {
        const hits = by === "some" && words.length === 1 ? null : index.search(askFor(words, alternatives, by), only);
        const ids = hits ? rank(hits, passes) : [];
        if (ids.length || by === "some") return collect(ids, filter, by);
      }
      throw new Error("unreachable");
    },
  };

  function collect(ids: number[], { kind }: Filter, by: Found["by"]): Found {
    const counts: Found["counts"] = {};
    for (const id of ids) counts[entries[id].kind] = (counts[entries[id].kind] ?? 0) + 1;
    const found = ids.map((id) => entries[id]);
    return { entries: kind ? found.filter((entry) => entry.kind === kind) : found, counts, by };
  }

  /** The best that pass first; among equals the order of the record. */
  function rank({ ids, scores }: Hits, passes: (entry: Entry) => boolean) {
    const found = ids.filter((id) => passes(entries[id]));
    for (const id of found) scores[id] *= KIND_BOOSTS[entries[id].kind];
    return found.sort((one, other) => scores[other] - scores[one] || one - other);
  }
}

function buildIndex(documents: SearchDocument[]) {
  const [first, ...others] = documents.map(describeEntries);
  const rows = first.map(({ texts }, id) => {
    const row = { ...texts };
    for (const other of others) for (const field of FIELDS) row[field] += ` ${other[id].texts[field]}`;
    return row;
  });
  return buildTextIndex(rows, FIELD_BOOSTS);
}

/** The words that must be there: of short ones those that are written as a number or an abbreviation, unless there are no others. */
function chooseWords(text: string) {
  const needed = (word: string) => word.length > SHORT || /\p{N}/u.test(word) || word === word.toUpperCase();
  const all = text.match(WORD) ?? [];
  const telling = all.filter(needed);
  return splitWords((telling.length ? telling : all).join(" "));
}

/** @param by whether a letter may differ, or a word be missing */
function askFor(words: string[], alternatives: [string, string][], by: Found["by"]): Query {
  const queries = words.map((word) => [askForWord(word, by)]);
  for (const [name, alternative] of alternatives) addAlternative(queries, words, splitWords(name), splitWords(alternative), by);
  const parts = queries.filter((each) => each.length).map((each) => join("OR", each));
  return join(by === "some" ? "OR" : "AND", parts);
}

/** A letter or two begin so many words that only names are looked through. */
const isBeginning = (words: string[]) => words.length === 1 && words[0].length < SHORTEST_BEGINNING;

function askForWord(word: string, by: Found["by"]): Query {
  const queries: Query[] = [{ word: beginningOf(word), prefix: true }];
  if (!stem(word).startsWith(beginningOf(word))) queries.push({ word: stem(word) });
  if (by === "alike") queries.push({ word: fold(word), fuzzy: word.length < LONG ? 1 : 2 });
  return join("OR", queries);
}

const join = (combineWith: "OR" | "AND", queries: Query[]): Query => (queries.length === 1 ? queries[0] : { combineWith, queries });

/**
 * Let the words of an alternative name stand for the name too; the last word asked for may be only begun.
 * @param queries of each word: any of them; what the words before it stand for has none of its own
 */
function addAlternative(queries: Query[][], words: string[], name: string[], alternative: string[], by: Found["by"]) {
  const meant = (word: string, written: string, last: boolean) =>
    stem(word) === stem(written) || (last && word.length >= SHORTEST_BEGINNING && written.startsWith(word));
  for (let at = 0; at + alternative.length <= words.length; at += 1) {
    if (!alternative.every((written, more) => meant(words[at + more], written, at + more === words.length - 1))) continue;
    const own = queries.slice(at, at + alternative.length);
    if (own.some((each) => !each.length)) continue;
    const asked = join(
      "AND",
      own.map((each) => join("OR", each)),
    );
    const others = join(
      "AND",
      name.map((word) => askForWord(word, by)),
    );
    const known = queries[at].map((each) => JSON.stringify(each));
    queries[at] =
      alternative.length > 1 ? [asked, others] : known.includes(JSON.stringify(others)) ? queries[at] : [...queries[at], others];
    for (let more = 1; more < alternative.length; more += 1) queries[at + more] = [];
  }
}

function createTest(filter: Filter, document: SearchDocument) {
  const { member, certainty } = filter;
  const modes = filter.mode ? (document.readings[filter.mode] ?? []) : null;
  const [from, to] = [filter.from ? `${filter.from}` : "", filter.to ? `${filter.to}-99` : ""];
  return (entry: Entry) => {
    if (member && !entry.actors.includes(member)) return false;
    if (certainty && entry.certainty !== certainty) return false;
    if (modes && !entry.modes.some((mode) => modes.includes(mode))) return false;
    if ((from || to) && !entry.start) return false;
    if (to && entry.start > to) return false;
    return !from || !entry.end || entry.end >= from;
  };
}

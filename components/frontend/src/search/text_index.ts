/**
 * An index of words: which entries have each, how often, and what that is worth.
 *
 * Words lie in the radix tree of MiniSearch, which finds beginnings and similar ones. What they stand in lies in lists of
 * numbers: MiniSearch's own index makes objects of every hit, too slow at a keystroke when a word has thousands. Scores are
 * the same as its own, BM25+ with its weights.
 */
import SearchableMap from "minisearch/SearchableMap";
import { listTerms, splitWords } from "./words.ts";

export type Query = { word: string; prefix?: boolean; fuzzy?: number } | { combineWith: "AND" | "OR"; queries: Query[] };

/** Entries by number, each once; `scores` of all there are, zero for those without. */
export interface Hits {
  ids: number[];
  scores: Float64Array;
}

/** Where a word stands: `places` are entry times number of fields plus field, ascending; `counts` how often it does there. */
interface Word {
  places: number[];
  counts: number[];
  /** in how many entries, by field */
  entries: number[];
}

interface Found extends Hits {
  /** how many of the words asked for each entry has */
  words: Uint8Array;
}

/** Of BM25+: how much a repeated word and a long text count, and what a word is worth at least. */
const [K, B, D] = [1.2, 0.7, 0.5];
const PREFIX_WEIGHT = 0.375;
const FUZZY_WEIGHT = 0.45;
const LETTER_LEFT_OUT = 0.3;
/** How many entries are indexed before the page may do something else. */
const CHUNK = 400;

export type TextIndex = Awaited<ReturnType<typeof buildTextIndex>>;

/**
 * @param rows the texts of each entry, by field
 * @param boosts what a word is worth in each field
 */
export async function buildTextIndex<Field extends string>(rows: Record<Field, string>[], boosts: Record<Field, number>) {
  const fields = Object.keys(boosts) as Field[];
  const width = fields.length;
  const words: Map<string, Word> = new Map();
  const lengths = new Float64Array(rows.length * width);
  const means = fields.map(() => 0);
  const read: Map<string, { words: Word[]; length: number }> = new Map();

  const findWord = (term: string) => {
    const found = words.get(term) ?? { places: [], counts: [], entries: fields.map(() => 0) };
    words.set(term, found);
    return found;
  };
  /** Names and titles stand in many entries. */
  const readText = (text: string) => {
    const split = splitWords(text);
    const found = read.get(text) ?? { words: split.flatMap(listTerms).map(findWord), length: new Set(split).size };
    read.set(text, found);
    return found;
  };

  for (const [id, row] of rows.entries()) {
    if (id % CHUNK === CHUNK - 1) await new Promise((go) => setTimeout(go));
    for (const [field, name] of fields.entries()) {
      const place = id * width + field;
      const text = read.get(row[name]) ?? readText(row[name]);
      for (const word of text.words) addPlace(word, place, field);
      lengths[place] = text.length;
      means[field] += text.length / rows.length;
    }
  }
  const tree = SearchableMap.from([...words]) as SearchableMap<Word>;

  /** Add to each entry of a word what it is worth there. */
  function score(word: Word, weight: number, asked: readonly boolean[], into: Hits) {
    const worth = fields.map((name, field) => {
      const having = word.entries[field];
      return asked[field] ? weight * boosts[name] * Math.log(1 + (rows.length - having + 0.5) / (having + 0.5)) : 0;
    });
    for (let at = 0; at < word.places.length; at += 1) {
      const place = word.places[at];
      const field = place % width;
      if (!worth[field]) continue;
      const id = (place - field) / width;
      const count = word.counts[at];
      if (!into.scores[id]) into.ids.push(id);
      into.scores[id] += worth[field] * (D + (count * (K + 1)) / (count + K * (1 - B + (B * lengths[place]) / means[field])));
    }
  }

  function find(query: Query, asked: readonly boolean[]): Found {
    if ("queries" in query) {
      const parts = query.queries.map((each) => find(each, asked));
      return query.combineWith === "AND" ? intersect(parts) : unite(parts);
    }
    const into: Hits = { ids: [], scores: new Float64Array(rows.length) };
    const { word: term } = query;
    const whole = tree.get(term);
    if (whole) score(whole, 1, asked, into);
    if (query.prefix)
      for (const [other, word] of tree.atPrefix(term))
        if (other !== term)
          score(word, (PREFIX_WEIGHT * other.length) / (other.length + LETTER_LEFT_OUT * (other.length - term.length)), asked, into);
    if (query.fuzzy)
      for (const [other, [word, distance]] of tree.fuzzyGet(term, query.fuzzy))
        if (distance && !(query.prefix && other.startsWith(term)))
          score(word, (FUZZY_WEIGHT * other.length) / (other.length + distance), asked, into);
    const count = new Uint8Array(rows.length);
    for (const id of into.ids) count[id] = 1;
    return { ...into, words: count };
  }

  return {
    /** @param only the fields that are looked through; all without */
    search(query: Query, only: readonly Field[] = fields): Hits {
      const {
        ids,
        scores,
        words: having,
      } = find(
        query,
        fields.map((name) => only.includes(name)),
      );
      for (const id of ids) scores[id] *= having[id];
      return { ids, scores };
    },
  };
}

function addPlace({ places, counts, entries }: Word, place: number, field: number) {
  if (places.at(-1) === place) {
    counts[counts.length - 1] += 1;
    return;
  }
  places.push(place);
  counts.push(1);
  entries[field] += 1;
}

/** Entries that any of the parts has. */
function unite([first, ...others]: Found[]): Found {
  for (const { ids, scores, words } of others)
    for (const id of ids) {
      if (!first.scores[id]) first.ids.push(id);
      first.scores[id] += scores[id];
      first.words[id] += words[id];
    }
  return first;
}

/** Entries that all of the parts have. */
function intersect(parts: Found[]): Found {
  const [fewest, ...others] = parts.sort((one, other) => one.ids.length - other.ids.length);
  const ids = fewest.ids.filter((id) => others.every(({ scores }) => scores[id]));
  for (const { scores, words } of others)
    for (const id of ids) {
      fewest.scores[id] += scores[id];
      fewest.words[id] += words[id];
    }
  return { ...fewest, ids };
}

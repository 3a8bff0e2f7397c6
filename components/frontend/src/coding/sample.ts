/**
 * The draw of a sample: for one seed the same cells in every browser, and those of
 * `data/coding_cells.py:draw_cells`, which a test compares.
 */
import { joinKey } from "./content.ts";
import type { CellKey, CellsDocument } from "./content.ts";

/** FNV-1a of 64 bits, then the finalizer of MurmurHash3. */
const [OFFSET, PRIME] = [0xcbf29ce484222325n, 0x100000001b3n];
const MIXERS = [0xff51afd7ed558ccdn, 0xc4ceb9fe1a85ec53n];
const WORD = (1n << 64n) - 1n;

/** 64 bits that depend on seed and cell. */
export function hashCell(seed: number, key: CellKey) {
  let found = OFFSET;
  for (const byte of new TextEncoder().encode(joinKey([String(seed), ...key]))) found = ((found ^ BigInt(byte)) * PRIME) & WORD;
  for (const mixer of MIXERS) found = ((found ^ (found >> 33n)) * mixer) & WORD;
  return found ^ (found >> 33n);
}

/**
 * So many cells of the articles and of all other sources of each period, by period, the articles first; within a stratum
 * in the order of the draw. What the codebook gives away or was read twice is not open to the draw.
 */
export function drawCells({ cells, periods, events, sources }: CellsDocument, seed: number, core: number, others: number): CellKey[] {
  const strata: Map<string, { key: CellKey; hash: bigint; text: string }[]> = new Map();
  for (const [event, actor, toward, source, , open] of cells) {
    const start = events[event]?.start;
    if (!open || !start) continue;
    const year = Number(start.slice(0, 4));
    const period = periods.findLast((first) => first <= year);
    const name = `${period} ${Boolean(sources[source]?.core)}`;
    const key: CellKey = [event, actor, toward, source];
    const stratum = strata.get(name) ?? [];
    strata.set(name, stratum);
    stratum.push({ key, hash: hashCell(seed, key), text: joinKey(key) });
  }
  return periods.flatMap((period) =>
    [true, false].flatMap((isCore) =>
      (strata.get(`${period} ${isCore}`) ?? [])
        .sort((one, two) => (one.hash === two.hash ? (one.text < two.text ? -1 : 1) : one.hash < two.hash ? -1 : 1))
        .slice(0, isCore ? core : others)
        .map(({ key }) => key),
    ),
  );
}

/** How many cells each stratum has that may be drawn, by period: of the articles, of other sources. */
export function countOpen({ cells, periods, events, sources }: CellsDocument) {
  const counts = periods.map((period) => ({ period, core: 0, others: 0 }));
  for (const [event, , , source, , open] of cells) {
    const year = Number(events[event]?.start.slice(0, 4));
    const count = counts.findLast(({ period }) => period <= year);
    if (open && count) count[sources[source]?.core ? "core" : "others"] += 1;
  }
  return counts;
}

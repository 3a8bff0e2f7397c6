/**
 * Agreement of two readings: share of equal codes, Krippendorff's alpha and its interval.
 * `data/krippendorff.py` computes the same for the record; a test compares the numbers.
 */
import { createRandom } from "./random.ts";

/** As `data/intercoder_agreement.py` has them. */
const DRAWS = 2000;
const LEVEL = 0.95;

export interface Agreement {
  /** cells that both coded */
  cells: number;
  /** share of them with the same code */
  same: number;
  /** alpha over all cells, every code a category of its own */
  nominal: number;
  /** cells that both place on the scale */
  placed: number;
  /** alpha over these (ordinal) with the bounds of its interval; null with fewer than two */
  ordinal: { alpha: number; low: number; high: number } | null;
}

type Pair = readonly [number, number];

/**
 * @param pairs two codes for each cell
 * @param ordinals place of each code on the scale, null off it, in the order of the scale
 */
export function measureAgreement(pairs: readonly (readonly [string, string])[], ordinals: ReadonlyMap<string, number | null>): Agreement {
  const order = [...ordinals.keys()];
  const coded = pairs.map(([one, two]): Pair => [order.indexOf(one), order.indexOf(two)]);
  const found = pairs.flatMap(([one, two]): Pair[] => {
    const [first, second] = [ordinals.get(one) ?? null, ordinals.get(two) ?? null];
    return first === null || second === null ? [] : [[first, second]];
  });
  const least = Math.min(...found.flat());
  const placed = found.map(([one, two]): Pair => [one - least, two - least]);
  return {
    cells: pairs.length,
    same: pairs.filter(([one, two]) => one === two).length / pairs.length,
    nominal: measureAlpha(coded, false),
    placed: placed.length,
    ordinal: placed.length < 2 ? null : { alpha: measureAlpha(placed, true), ...drawInterval(placed) },
  };
}

function drawInterval(placed: readonly Pair[]) {
  const next = createRandom(placed.length);
  const alphas = Float64Array.from({ length: DRAWS }, () =>
    measureAlpha(
      placed.map(() => placed[next()]),
      true,
    ),
  ).sort();
  const tail = (1 - LEVEL) / 2;
  return { low: findQuantile(alphas, tail), high: findQuantile(alphas, 1 - tail) };
}

/** Between the two values around it, in proportion. */
function findQuantile(sorted: Float64Array, share: number) {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * Alpha of pairs of codes, which are whole numbers from 0. Where everybody says the same one thing it is undefined and
 * agreement complete: 1.
 */
export function measureAlpha(pairs: readonly Pair[], isOrdinal: boolean) {
  const size = Math.max(0, ...pairs.map(([one, two]) => Math.max(one, two))) + 1;
  const met = new Float64Array(size * size);
  const totals = new Float64Array(size);
  for (const [one, two] of pairs) {
    met[one * size + two] += 1;
    met[two * size + one] += 1;
    totals[one] += 1;
    totals[two] += 1;
  }
  const number = 2 * pairs.length;
  // Midpoints of each code's run: their distance counts what lies between, ends by half.
  let before = 0;
  const middles = totals.map((total) => (before += total) - total / 2);
  let [observed, expected] = [0, 0];
  for (let one = 0; one < size; one += 1)
    for (let two = 0; two < size; two += 1) {
      const distance = isOrdinal ? (middles[one] - middles[two]) ** 2 : Number(one !== two);
      observed += met[one * size + two] * distance;
      expected += totals[one] * totals[two] * distance;
    }
  return expected > 0 ? 1 - observed / number / (expected / (number * (number - 1))) : 1;
}

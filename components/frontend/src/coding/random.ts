/**
 * The random numbers of the interval: those of numpy's `default_rng(SEED).integers(0, n, ...)`, so that the browser's
 * interval is the record's. PCG64 (XSL RR 128/64) after O'Neill, bounded after Lemire.
 */

/** State and increment that numpy makes of SEED in `data/intercoder_agreement.py`; a test notices another. */
const STATE = 281776022383248833235790369681545423085n;
const INCREMENT = 227545092632529702032305629452684732711n;
const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const [WORD, HALF] = [(1n << 64n) - 1n, 32n];
const LIMIT = 2 ** 32;

/** A function that gives whole numbers from 0 up to, and without, `count` (2 to 2^32 - 1). */
export function createRandom(count: number): () => number {
  let state = STATE;
  let kept: number | null = null;
  const nextWord = () => {
    state = BigInt.asUintN(128, state * MULTIPLIER + INCREMENT);
    const folded = (state >> 64n) ^ (state & WORD);
    const turn = state >> 122n;
    return BigInt.asUintN(64, (folded >> turn) | (folded << (64n - turn)));
  };
  /** Half of a word; the other half is kept for the next call. */
  const nextHalf = () => {
    if (kept !== null) {
      const half = kept;
      kept = null;
      return half;
    }
    const word = nextWord();
    kept = Number(word >> HALF);
    return Number(BigInt.asUintN(32, word));
  };
  /** What Lemire's method refuses, so that every number is as likely. */
  const threshold = (LIMIT - count) % count;
  const split = (half: number) => {
    const product = BigInt(half) * BigInt(count);
    return { high: Number(product >> HALF), low: Number(BigInt.asUintN(32, product)) };
  };
  return () => {
    let found = split(nextHalf());
    while (found.low < threshold) found = split(nextHalf());
    return found.high;
  };
}

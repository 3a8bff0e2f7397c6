/** Fetching a document: one that is lost on its way, or not answered for long, is asked for again, twice at most. */
import { resolveAddress } from "./base_url.ts";

const PAUSES = [500, 1500];
/** How long an answer may take to begin, in milliseconds; the last one may take any time. */
const BEGUN = 10_000;

/** @returns an Error names the url when it does not come, or is not there */
export async function fetchJson<T>(address: string): Promise<T> {
  const url = resolveAddress(address);
  for (const [tried, pause] of PAUSES.entries()) {
    try {
      const answer = await begin(url, tried > 0);
      // What is cut off in the middle fails while it is read.
      if (answer.ok) return (await answer.json()) as T;
    } catch {
      // Lost on its way.
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const answer = await fetch(url, { cache: "reload" });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/**
 * An answer that begins in time.
 * @param anew past what the browser holds or waits for
 */
async function begin(url: string, anew: boolean) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), BEGUN);
  try {
    return await fetch(url, { signal: stop.signal, cache: anew ? "reload" : "default" });
  } finally {
    clearTimeout(timer);
  }
}

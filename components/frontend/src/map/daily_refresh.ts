/**
 * A map that is open when a new day or year begins takes the new record in its place, without being drawn
 * anew: the server tells its day with all it sends, and what it says of today must be what the map shows.
 */
import { indexAtlas } from "../core/snapshot.ts";
import type { Atlas, AtlasRecord } from "../core/atlas.ts";

const DAY = "atlas:day";

/** @returns what the page around does for all its parts; nothing without a server */
const findPage = () => window.parent.atlasBegin;

/**
 * @param atlas the record document, which is changed
 * @param address of the record's document, in the language of the page
 * @param renew draw what depends on the last year or day; given the last year before
 */
export function watchDay(atlas: Atlas, address: string, renew: (before: number) => void) {
  const take = async (day: string) => {
    if (!day || day <= atlas.today) return;
    const next = await fetchNow<AtlasRecord>(address);
    // A record of other events is another atlas: it is left to whoever loads the page anew.
    if (!next || next.today <= atlas.today || listEvents(next) !== listEvents(atlas)) return;
    const before = atlas.last;
    Object.assign(atlas, indexAtlas(next));
    renew(before);
  };
  const hear = (event: Event) => void take((event as CustomEvent<string>).detail);
  window.parent.addEventListener(DAY, hear);
  window.addEventListener("pagehide", () => window.parent.removeEventListener(DAY, hear));
  void take(findPage()?.lastDay?.() ?? "");
}

const listEvents = (record: AtlasRecord) => record.events.map((event) => event.id).join();

/** A document of today: the address of an earlier day leads to it, past what the browser holds. */
export async function fetchNow<T>(address: string): Promise<T | null> {
  try {
    const answer = await fetch(address, { cache: "reload" });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}

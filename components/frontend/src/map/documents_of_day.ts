import type { MapUrls } from "./urls.ts";

/** The folder that leads to that of the day, as `components/features/map/map_addresses.py` writes it. */
const ANY_DAY = "record-today";

/**
 * The addresses of the map with those of the day in them, which the page around names; where it does not, they lead there.
 * The script that gives them is the same on every day and server, or an open map would be mounted anew.
 */
export function pickDay(urls: MapUrls, page: Document): MapUrls {
  const [folder = ANY_DAY] = /record-\w+/.exec(page.getElementById("atlas-spoken")?.textContent ?? "") ?? [];
  const { record, words } = JSON.parse(JSON.stringify({ record: urls.record, words: urls.words }).replaceAll(ANY_DAY, folder)) as MapUrls;
  return { ...urls, record, words };
}

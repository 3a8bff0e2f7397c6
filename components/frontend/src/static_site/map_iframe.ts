/** The map in its frame, on a page without a server: the page stands in for Streamlit and for `fetch`. */
import "leaflet/dist/leaflet.js";
import { start } from "../map/index.ts";
import type { MapUrls } from "../map/urls.ts";

export async function startMap(map: L.Map, urls: MapUrls) {
  const page = findStage();
  if (page === null) return;
  if (!page) throw new Error("the page around the map has not begun");
  window.fetch = page.fetchEmbedded;
  page.addFonts(document, FontFace);
  await start(map, page.streamlit, { ...urls, search: {}, shapes: page.assets });
}

/** The page around; null where a sandbox keeps it apart, which it says itself (sandbox_notice.ts). */
function findStage() {
  try {
    return window.parent.atlasPage?.stage;
  } catch {
    return null;
  }
}

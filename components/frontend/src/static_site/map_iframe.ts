/** The map in its frame, on a page without a server: the page stands in for Streamlit and for `fetch`. */
import "leaflet/dist/leaflet.js";
import { start } from "../map/index.ts";
import type { MapUrls } from "../map/urls.ts";

export async function startMap(map: L.Map, urls: MapUrls) {
  const page = window.parent.atlasPage?.stage;
  if (!page) throw new Error("the page around the map has not begun");
  window.fetch = page.fetchEmbedded;
  page.addFonts(document, FontFace);
  await start(map, page.streamlit, { ...urls, shapes: page.assets });
}

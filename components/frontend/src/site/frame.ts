/** The map in its frame, on a page without a server: the page stands in for Streamlit and for `fetch`. */
import "leaflet/dist/leaflet.js";
import { start } from "../map/main.ts";

export async function startMap(map: any, urls: any) {
  const page = (window.parent as any).atlasPage.stage;
  window.fetch = page.answerFetch;
  page.addFonts(document, FontFace);
  await start(map, page.streamlit, { ...urls, shapes: page.assets });
}

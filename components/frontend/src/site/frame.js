// @ts-check
/** The map in its frame, on a page without a server: the page stands in for Streamlit and for `fetch`. */
import "leaflet/dist/leaflet.js";
import { start } from "../map/main.js";

/** @param {any} map @param {any} urls */
export async function startMap(map, urls) {
  const page = /** @type {any} */ (window.parent).atlasPage.stage;
  window.fetch = page.answerFetch;
  page.addFonts(document, FontFace);
  await start(map, page.streamlit, { ...urls, shapes: page.assets });
}

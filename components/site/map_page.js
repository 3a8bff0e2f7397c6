// @ts-check
/** The page around the map: stands in for the server, and fills the panel when a choice is settled. */
import { useCatalogue } from "../language/messages.js";
import { indexAtlas } from "../map/moment.js";
import { readLink } from "../map/view.js";
import { draw } from "../panel/panel.js";
import { bringDocuments, nameScripts, readDocument } from "./brought.js";
import { openFonts } from "./fonts.js";
export { answerFetch } from "./brought.js";
import { describeView } from "./panel_content.js";
import { followScheme } from "./scheme.js";

const RENDER = "streamlit:render";

/** @param {string} id @returns {any} */
const readJson = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");

/** What the panel says of a view. @param {any} view */
export const describe = (view) => describeView(view, readDocument);

/** @param {any} view */
async function showPanel(view) {
  const [content, colours] = await Promise.all([describe(view), readDocument("panel-colours.json")]);
  draw({ data: { content, colours }, parentElement: /** @type {HTMLElement} */ (document.querySelector(".st-key-atlas-panel")) });
}

/** A file is opened at the view it was saved of, until the reader has chosen another. @param {string} search */
function openAt(search) {
  if (!search || location.search) return;
  try {
    history.replaceState(null, "", `?${search}${location.hash}`);
  } catch {
    // Where the address may not be written, the map opens at home.
  }
}

async function showFirst() {
  const atlas = indexAtlas(await readDocument("atlas.json"));
  await showPanel(readLink(location.search, atlas).view);
}

const settings = readJson("atlas-page");
bringDocuments(readJson("atlas-documents") ?? {});
nameScripts(settings.scripts ?? {});
openAt(settings.search ?? "");
useCatalogue(settings.catalogue);
const events = new EventTarget();
export const catalogue = settings.catalogue;
export const addFonts = openFonts(readJson("atlas-fonts") ?? []);
export const streamlit = {
  events,
  RENDER_EVENT: RENDER,
  setComponentValue: (/** @type {{view: any}} */ { view }) => void showPanel(view),
};
addFonts(document, FontFace);
followScheme(document.querySelector(".site-scheme"), () => events.dispatchEvent(new Event(RENDER)));
void showFirst();

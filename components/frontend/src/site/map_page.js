// @ts-check
/** The page around the map: stands in for the server, and fills the panel when a choice is settled. */
import { indexAtlas } from "../map/moment.js";
import { readLink } from "../map/view.js";
import { draw } from "../panel/panel.js";
import { answerFetch, readDocument } from "./brought.js";
import { openFonts } from "./fonts.js";
import { readJson, speakHere } from "./page.js";
import { describeView } from "./panel_content.js";

const RENDER = "streamlit:render";

/** What the frame of a map asks of the page around it. @param {import("./page.js").Site} site @param {(view: any) => void} settle */
export function standIn(site, settle) {
  const events = new EventTarget();
  site.changes.addEventListener("scheme", () => events.dispatchEvent(new Event(RENDER)));
  const addFonts = openFonts(readJson("atlas-fonts") ?? []);
  addFonts(document, FontFace);
  const streamlit = { events, RENDER_EVENT: RENDER, setComponentValue: (/** @type {{view: any}} */ { view }) => settle(view) };
  const assets = site.settings.alone ? "" : `${site.settings.root}assets/`;
  return { answerFetch, addFonts, assets, streamlit };
}

/** A file is opened at the view it was saved of, until the reader has chosen another. @param {string} search */
export function openAt(search) {
  if (!search || location.search) return;
  try {
    history.replaceState(null, "", `?${search}${location.hash}`);
  } catch {
    // Where the address may not be written, the map opens at home.
  }
}

/** @param {import("./page.js").Site} site */
export function openMap(site) {
  openAt(site.settings.search ?? "");
  const spoken = speakHere(site.language);
  const describe = (/** @type {any} */ view) => describeView(view, readDocument);
  let turn = 0;

  /** @param {any} view */
  async function show(view) {
    turn += 1;
    const mine = turn;
    const [content, colours] = await Promise.all([describe(view), readDocument("panel-colours.json"), spoken]);
    // A choice made meanwhile is not overtaken by this one.
    if (mine === turn) draw({ data: { content, colours }, parentElement: /** @type {HTMLElement} */ (document.querySelector(".st-key-atlas-panel")) });
  }

  async function showFirst() {
    const atlas = indexAtlas(await readDocument(`atlas-${site.language}.json`));
    if (turn === 0) await show(readLink(location.search, atlas).view);
  }

  document.addEventListener("DOMContentLoaded", () => void showFirst());
  return { ...standIn(site, (view) => void show(view)), describe };
}

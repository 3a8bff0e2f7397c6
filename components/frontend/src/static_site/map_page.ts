/** The page around the map: stands in for the server, and fills the panel when a choice is settled. */
import { indexAtlas } from "../core/snapshot.ts";
import { readQuery, writeQuery } from "../core/page_query.ts";
import { readLink } from "../core/view_state.ts";
import { draw } from "../panel/panel.ts";
import { fetchEmbedded, readDocument } from "./embedded_data.ts";
import { openFonts } from "./font_loader.ts";
import { readJson, speakHere } from "./page_init.ts";
import { explainSandbox } from "./sandbox_notice.ts";
import { describeView } from "./panel_data.ts";
import type { Site } from "./page_init.ts";
import type { AtlasRecord } from "../core/atlas.ts";
import type { StancePalette } from "../core/palette.ts";
import type { SettledView, StreamlitFrame } from "../map/streamlit.ts";
import type { Face } from "./font_loader.ts";

const RENDER = "streamlit:render";

/** What the frame of a map asks of the page around it. */
export function createStreamlitStub(site: Site, settle: (view: SettledView) => void) {
  const events = new EventTarget();
  site.changes.addEventListener("scheme", () => events.dispatchEvent(new Event(RENDER)));
  const addFonts = openFonts(readJson<Face[] | null>("atlas-fonts") ?? []);
  addFonts(document, FontFace);
  const streamlit: StreamlitFrame = { events, RENDER_EVENT: RENDER, setComponentValue: ({ view }) => settle(view) };
  const assets = site.settings.alone ? "" : `${site.settings.root}assets/`;
  // The page is the sender, not the frame in it: a listener knows the frame that it has.
  const tell = (message: object, origin: string) => window.parent.postMessage(message, origin);
  return { fetchEmbedded, addFonts, assets, streamlit, tell };
}

/** A page as the map in its frame knows it. */
export type Stage = ReturnType<typeof createStreamlitStub>;

/** A file is opened at the view it was saved of, until the reader has chosen another. */
export function openAt(search: string) {
  if (search && !location.search) writeQuery("replaceState", `?${search}`, location.hash);
}

export function openMap(site: Site) {
  openAt(site.settings.search ?? "");
  const spoken = speakHere(site.language);
  explainSandbox(spoken);
  const describe = (view: SettledView) => describeView(view, readDocument);
  let turn = 0;

  async function show(view: SettledView) {
    turn += 1;
    const mine = turn;
    const [content, palette] = await Promise.all([describe(view), readDocument<StancePalette>("panel-palette.json"), spoken]);
    // A choice made meanwhile is not overtaken by this one.
    if (mine === turn) draw({ data: { content, palette }, parentElement: document.querySelector(".st-key-atlas-panel") as HTMLElement });
  }

  async function showFirst() {
    const atlas = indexAtlas(await readDocument<AtlasRecord>(`atlas-${site.language}.json`));
    if (turn === 0) await show(readLink(readQuery(), atlas).view);
  }

  document.addEventListener("DOMContentLoaded", () => void showFirst());
  return { ...createStreamlitStub(site, (view) => void show(view)), describe };
}

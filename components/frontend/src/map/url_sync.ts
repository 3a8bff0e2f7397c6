/**
 * The address of the page and the one message to the server.
 *
 * The frame is same-origin with the page, so it writes the address itself: at once, without a rerun.
 * Parameters that are not the atlas's own (Streamlit's `embed`, say) are kept as they are.
 */
import { readQuery, writeQuery } from "../core/page_query.ts";
import { ownNames, withLanguage, writeLink } from "../core/view_state.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";
import type { SettledView, StreamlitFrame } from "./streamlit.ts";

const page = window.parent;
/** Browsers refuse to write an address that changes too often: writes without a step are so far apart, in milliseconds. */
const APART = 300;
/** When a refused write is tried again. */
const AGAIN = 2000;

function decode(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function connectAddress(atlas: Atlas, store: Store, streamlit: StreamlitFrame, prefix: string) {
  const own = ownNames(prefix);
  let lastWritten = "";

  const foreign = (search: string) =>
    search
      .replace(/^\?/, "")
      .split("&")
      .filter((pair) => pair && !own.has(decode(pair.split("=")[0])));

  function searchOf(view: View) {
    const query = [...foreign(readQuery(page)), writeLink(view, atlas, prefix)].filter(Boolean).join("&");
    return query ? `?${query}` : "";
  }

  /** What the panel depends on; the camera and the layers are the browser's own affair. */
  const messageOf = ({ year, date, event, toward, panel, mode }: View): SettledView => ({ year, date, event, toward, panel, mode });

  function sendView(view: View) {
    const message = messageOf(view);
    const text = JSON.stringify(message);
    if (text === lastWritten) return;
    lastWritten = text;
    // The day tells the server which year this map takes for the present one.
    streamlit.setComponentValue({ view: message, today: atlas.today });
  }

  let waiting = 0;
  let isByKey = false;
  /** Write what is shown now; what is refused is written later. */
  function write(how: "pushState" | "replaceState") {
    clearTimeout(waiting);
    const query = searchOf(store.view);
    const isWritten = query === page.location.search || writeQuery(how, query, "", page);
    // A page without an address of its own will have none later.
    const isLater = !isWritten && page.location.protocol.startsWith("http");
    waiting = isLater ? setTimeout(write, AGAIN, "replaceState") : 0;
  }
  function writeSoon() {
    if (waiting) return;
    write("replaceState");
    waiting ||= setTimeout(write, APART, "replaceState");
  }

  store.subscribe((view, _before, change) => {
    if (change === "moving") return;
    if (change === "quiet") return writeSoon();
    if (change !== "restored") write(isByKey && change === "stepped" ? "replaceState" : "pushState");
    isByKey = change === "stepped";
    sendView(view);
    // Parts of the page that only the server can fill may be left behind; ui/staleness.ts.
    page.dispatchEvent(new CustomEvent("atlas:view"));
  });

  lastWritten = JSON.stringify(messageOf(store.view));
  return { link: () => page.location.origin + `${page.location.pathname}?${withLanguage(searchOf(store.view))}` };
}

/**
 * The address of the page and the one message to the server.
 *
 * The frame is same-origin with the page, so it writes the address itself: at once, without a rerun.
 * Parameters that are not the atlas's own (Streamlit's `embed`, say) are kept as they are.
 */
import { ownNames, withLanguage, writeLink } from "../core/view_state.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";
import type { SettledView, StreamlitFrame } from "./streamlit.ts";

const page = window.parent;

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
    const query = [...foreign(page.location.search), writeLink(view, atlas, prefix)].filter(Boolean).join("&");
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

  store.subscribe((view, _before, change) => {
    if (change === "moving") return;
    const search = searchOf(view);
    const differs = search !== page.location.search;
    if (change === "settled" && differs) page.history.pushState({}, "", page.location.pathname + search);
    if (change === "quiet" && differs) page.history.replaceState(page.history.state, "", page.location.pathname + search);
    if (change === "quiet") return;
    sendView(view);
    // Parts of the page that only the server can fill may be left behind; ui/staleness.ts.
    page.dispatchEvent(new CustomEvent("atlas:view"));
  });

  lastWritten = JSON.stringify(messageOf(store.view));
  return { link: () => page.location.origin + `${page.location.pathname}?${withLanguage(searchOf(store.view))}` };
}

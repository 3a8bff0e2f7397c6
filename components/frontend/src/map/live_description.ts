/** The text of a view for those who do not see its colours: read out when a choice is settled. */
import { currentLanguage } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { fetchJson } from "../net/fetch_json.ts";
import { fetchNow } from "./daily_refresh.ts";
import type { View } from "../core/view_state.ts";
import type { Store } from "../core/store.ts";

/** What a view shows, by year, and by event and reference party. */
interface Words {
  years: Record<string, string | undefined>;
  events: Record<string, Record<string, string | undefined> | undefined>;
}

/**
 * A live region that says what the colours announce. It is empty while the reader drags.
 * @param map the element of the map
 * @param addresses of the texts, by language
 */
export async function describeMap(map: HTMLElement, store: Store, addresses: Record<string, string>) {
  const text = el("div", { class: "map-description", id: "map-description", role: "status" });
  map.append(text);
  map.setAttribute("aria-describedby", text.id);
  const address = addresses[currentLanguage()] ?? addresses.en;
  let words = await fetchJson<Words>(address);
  const announce = (view: View) =>
    setText(text, (view.event ? words.events[view.event]?.[view.toward ?? ""] : words.years[view.year]) ?? "");
  store.subscribe((view, _before, change) => {
    if (change === "settled" || change === "restored") announce(view);
  });
  announce(store.view);
  return {
    /** Take the texts of today. */
    async renew() {
      words = (await fetchNow<Words>(address)) ?? words;
      announce(store.view);
    },
  };
}

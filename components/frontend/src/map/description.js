// @ts-check
/** The text of a view for those who do not see its colours: read out when a choice is settled. */
import { currentLanguage } from "../language/messages.js";
import { make, setText } from "./dom.js";
import { fetchJson } from "../document/fetching.js";
import { fetchNow } from "./renewal.js";

/**
 * A live region that says what the colours say. It is empty while the reader drags.
 * @param {HTMLElement} map the element of the map @param {any} store
 * @param {Record<string, string>} addresses of the texts, by language
 */
export async function describeMap(map, store, addresses) {
  const text = make("div", { class: "map-description", id: "map-description", role: "status" });
  map.append(text);
  map.setAttribute("aria-describedby", text.id);
  const address = addresses[currentLanguage()] ?? addresses.en;
  let words = await fetchJson(address);
  const say = (/** @type {import("./view.js").View} */ view) =>
    setText(text, (view.event ? words.events[view.event]?.[view.toward ?? ""] : words.years[view.year]) ?? "");
  store.follow((/** @type {import("./view.js").View} */ view, /** @type {any} */ _before, /** @type {string} */ change) => {
    if (change === "settled" || change === "restored") say(view);
  });
  say(store.view);
  return {
    /** Take the texts of today. */
    async renew() {
      words = (await fetchNow(address)) ?? words;
      say(store.view);
    },
  };
}

// @ts-check
/** The stories page, as the app draws it; the map that it leads stands beside it. */
import { draw } from "../story/stories.js";
import { standIn } from "./map_page.js";
import { speakHere } from "./page.js";

/** @param {import("./page.js").Site} site */
export function openStories(site) {
  const spoken = speakHere(site.language);
  document.addEventListener("DOMContentLoaded", async () => {
    await spoken;
    const { alone, live, reader } = site.settings;
    await draw({ data: { documents: "stories.json", reading: "story", ...(alone ? { alone: { live, reader } } : {}) }, parentElement: document.body });
  });
  return standIn(site, () => {});
}

/** The stories page, as the app draws it; the map that it leads stands beside it. */
import { draw } from "../stories/index.ts";
import { createStreamlitStub } from "./map_page.ts";
import { speakHere } from "./page_init.ts";
import { explainSandbox } from "./sandbox_notice.ts";
import type { Site } from "./page_init.ts";

export function openStories(site: Site) {
  const spoken = speakHere(site.language);
  explainSandbox(spoken);
  const open = async () => {
    await spoken;
    const { alone, live, reader } = site.settings;
    await draw({
      data: { documents: "stories.json", reading: "story", ...(alone ? { alone: { live, reader: Boolean(reader) } } : {}) },
      parentElement: document.body,
    });
  };
  document.addEventListener("DOMContentLoaded", () => void open());
  return createStreamlitStub(site, () => {});
}

/** Two maps side by side without a server: what differs is found in the record document that the maps have. */
import { draw, formatHeading, formatPair } from "../compare/diff.ts";
import { indexAtlas } from "../core/snapshot.ts";
import { readQuery } from "../core/page_query.ts";
import { readLink } from "../core/view_state.ts";
import { readDocument } from "./embedded_data.ts";
import { openAt, createStreamlitStub } from "./map_page.ts";
import { listDifferences } from "./pair_differences.ts";
import { speakHere } from "./page_init.ts";
import { explainSandbox } from "./sandbox_notice.ts";
import type { Site } from "./page_init.ts";
import type { AtlasRecord } from "../core/atlas.ts";
import type { Content } from "../compare/content.ts";

const SECOND = "b-";

export function openPair(site: Site) {
  openAt(site.settings.search ?? "");
  const spoken = speakHere(site.language);
  explainSandbox(spoken);

  async function show() {
    const [{ scale, palette }, atlas] = await Promise.all([
      readDocument<Pick<Content, "scale" | "palette">>("comparison-legend.json"),
      readDocument<AtlasRecord>(`atlas-${site.language}.json`).then(indexAtlas),
      spoken,
    ]);
    const [first, second] = ["", SECOND].map((prefix) => readLink(readQuery(), atlas, prefix).view);
    const found = listDifferences(atlas, first, second);
    const words = `${formatPair(found)}. ${formatHeading(found)}.`;
    draw({ data: { content: { ...found, scale, palette, words } }, parentElement: document.body });
  }

  document.addEventListener("DOMContentLoaded", () => void show());
  window.addEventListener("popstate", () => void show());
  return createStreamlitStub(site, () => void show());
}

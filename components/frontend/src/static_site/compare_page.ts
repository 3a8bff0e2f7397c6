/**
 * Two maps side by side without a server. What differs is listed for the pair the page was made of;
 * of another pair, that both maps still show, it is said where the evidence is.
 */
import { draw, renderHead, renderLegend, formatPair } from "../compare/diff.ts";
import { announce } from "../ui/live_region.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { eventOf, indexAtlas } from "../core/snapshot.ts";
import { readLink } from "../core/view_state.ts";
import { readDocument } from "./embedded_data.ts";
import { openAt, createStreamlitStub } from "./map_page.ts";
import { speakHere } from "./page_init.ts";
import type { Site } from "./page_init.ts";
import type { Atlas } from "../core/atlas.ts";
import type { AtlasRecord } from "../core/atlas.ts";
import type { Content, Head } from "../compare/content.ts";
import type { View } from "../core/view_state.ts";

const SECOND = "b-";

export function openPair(site: Site) {
  openAt(site.settings.search ?? "");
  const spoken = speakHere(site.language);

  /** Both views of an address, as far as the list depends on them. */
  function readPair(search: string, atlas: Atlas) {
    return ["", SECOND].map((prefix) => {
      const { year, event, toward, mode } = readLink(search, atlas, prefix).view;
      return { year, event, toward, mode };
    });
  }

  async function show() {
    const [content, atlas] = await Promise.all([
      readDocument<Content & { search: string }>("differences.json"),
      readDocument<AtlasRecord>(`atlas-${site.language}.json`).then(indexAtlas),
      spoken,
    ]);
    const pair = readPair(location.search, atlas);
    if (JSON.stringify(pair) === JSON.stringify(readPair(content.search, atlas))) {
      draw({ data: { content }, parentElement: document.body });
      return;
    }
    const host = document.querySelector(".differences") as HTMLElement;
    const heads = pair.map((view) => describeHead(view, atlas));
    const back = el("button", { type: "button" }, formatPair(content));
    back.addEventListener("click", () => goTo(content.search));
    host.replaceChildren(
      renderLegend({ ...content, heads }),
      el("div", { class: "head" }, el("h1", {}, formatPair({ heads }))),
      el("p", { class: "note" }, _("The list of differences is made by the app, so it is available here for one pair only:"), " ", back),
      ...(heads.some((head) => head.event)
        ? [el("p", {}, _("Sources:"), " ", ...heads.filter((head) => head.event).flatMap((head, at) => [at ? "; " : "", renderHead(head)]))]
        : []),
    );
    announce(host, formatPair({ heads }));
  }

  document.addEventListener("DOMContentLoaded", () => void show());
  window.addEventListener("popstate", () => void show());
  return createStreamlitStub(site, () => void show());
}

function describeHead({ year, event, toward, mode }: Pick<View, "year" | "event" | "toward" | "mode">, atlas: Atlas): Head {
  const day = year === atlas.last ? atlas.today : `${year}-12-31`;
  if (!event || !toward) return { day, event: null, toward: null };
  return {
    day,
    event: { id: event, title: eventOf(atlas, event).title },
    toward: { id: toward, name: atlas.countries[toward] ?? atlas.organisations[toward] },
    mode,
  };
}

/** The maps follow the address, as with the browser's Back. */
function goTo(search: string) {
  history.pushState({}, "", `?${search}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

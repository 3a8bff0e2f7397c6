// @ts-check
/**
 * Two maps side by side without a server. What differs is listed for the pair the page was made of;
 * of another pair, that both maps still show, it is said where the evidence is.
 */
import { draw, layHead, layLegend, sayPair } from "../compare/differences.js";
import { announce } from "../document/announce.js";
import { gettext as _ } from "../language/messages.js";
import { make } from "../map/dom.js";
import { indexAtlas } from "../map/moment.js";
import { readLink } from "../map/view.js";
import { readDocument } from "./brought.js";
import { openAt, standIn } from "./map_page.js";
import { speakHere } from "./page.js";

const SECOND = "b-";

/** @param {import("./page.js").Site} site */
export function openPair(site) {
  openAt(site.settings.search);
  const spoken = speakHere(site.language);

  /** Both views of an address, as far as the list depends on them. @param {string} search @param {any} atlas */
  function readPair(search, atlas) {
    return ["", SECOND].map((prefix) => {
      const { year, event, toward } = readLink(search, atlas, prefix).view;
      return { year, event, toward };
    });
  }

  async function show() {
    const [content, atlas] = await Promise.all([readDocument("differences.json"), readDocument(`atlas-${site.language}.json`).then(indexAtlas), spoken]);
    const pair = readPair(location.search, atlas);
    if (JSON.stringify(pair) === JSON.stringify(readPair(content.search, atlas))) {
      draw({ data: { content }, parentElement: document.body });
      return;
    }
    const host = /** @type {HTMLElement} */ (document.querySelector(".differences"));
    const heads = pair.map((view) => describeHead(view, atlas));
    const back = make("button", { type: "button" }, sayPair(content));
    back.addEventListener("click", () => goTo(content.search));
    host.replaceChildren(
      layLegend({ ...content, heads }),
      make("div", { class: "head" }, make("h1", {}, sayPair({ heads }))),
      make("p", { class: "note" }, _("The list of differences is made by the app, so it is available here for one pair only:"), " ", back),
      ...(heads.some((head) => head.event) ? [make("p", {}, _("Sources:"), " ", ...heads.filter((head) => head.event).flatMap((head, at) => [at ? "; " : "", layHead(head)]))] : []),
    );
    announce(host, sayPair({ heads }));
  }

  document.addEventListener("DOMContentLoaded", () => void show());
  window.addEventListener("popstate", () => void show());
  return standIn(site, () => void show());
}

/** @param {any} view @param {any} atlas */
function describeHead({ year, event, toward }, atlas) {
  const day = year === atlas.last ? atlas.today : `${year}-12-31`;
  if (!event) return { day, event: null, toward: null };
  return { day, event: { id: event, title: atlas.eventById.get(event).title }, toward: { id: toward, name: atlas.countries[toward] ?? atlas.organisations[toward] } };
}

/** The maps follow the address, as with the browser's Back. @param {string} search */
function goTo(search) {
  history.pushState({}, "", `?${search}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

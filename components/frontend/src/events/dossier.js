// @ts-check
/** The dossier of an event: what happened, who stood where and by whose word, and how to cite it. */
import { gettext as _ } from "../language/messages.js";
import { sayEventConfidence } from "../panel/certainty.js";
import { dateRange } from "../map/dates.js";
import { make, makeSvg } from "../map/dom.js";
import { makeCite } from "../panel/evidence.js";
import { layDiscrepancy, sayDeaths } from "../panel/panel.js";
import { announce } from "../document/announce.js";
import { layActors, layKey } from "./actors.js";
import { sayKind } from "./chart.js";
import { layCitations } from "./citations.js";
import { readResponses } from "./colours.js";
import { linkPage } from "../document/link.js";
import { embedAddress, linkHere, makeShareButton } from "../share/button.js";
import { linkEvent } from "./links.js";
import { layRequest } from "./request.js";
import { makeMap } from "./stance_map.js";

/** What each host shows. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot, setTriggerValue: (name: string, value: any) => void}} component */
export function draw({ data, parentElement, setTriggerValue }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".event-dossier"));
  if (!host || !data) return;
  const text = JSON.stringify(data);
  if (drawn.get(host) === text) return;
  const opened = drawn.has(host) && host.dataset.drawn !== (data.event?.id ?? "");
  drawn.set(host, text);
  const { event } = data;
  host.dataset.drawn = event?.id ?? "";
  const choose = (/** @type {any} */ choice) => setTriggerValue("choice", choice);
  host.replaceChildren(...(event ? layEvent(event, data, choose) : []));
  host.closest(".stElementContainer")?.scrollTo(0, 0);
  if (event) announce(host, event.words);
  if (opened && event) bringIntoSight(host);
}

/** On a narrow screen the dossier lies below the timeline: what was just chosen must not stay out of sight. @param {HTMLElement} host */
function bringIntoSight(host) {
  if (host.getBoundingClientRect().top > window.innerHeight * 0.6) host.scrollIntoView({ block: "start" });
}

/** @param {any} event @param {any} data @param {(choice: any) => void} choose */
function layEvent(event, data, choose) {
  const tiles = makeSvg("defs");
  const facts = [sayDeaths(event.deaths), event.confidence === "high" ? "" : sayEventConfidence(event.confidence)].filter(Boolean);
  const map = section(_("Stances toward {country}", { country: event.toward.name }), ...laySwitch(event, data, choose), makeMap(event, data.palette, data.shapes, tiles), layKey(event, data.palette, tiles),
    make("p", { class: "note" }, linkPage("", { event: event.id, toward: event.toward.id }, _("Open this event on the main map"))));
  const sources = section(_("Sources of the event"), make("ul", { class: "rows" }, ...joinLocators(event.sources).map((source) => make("li", {}, makeCite(source)))));
  const claims = section(_("Positions and sources"), layActors(event, data.chips));
  return [
    makeSvg("svg", { width: 0, height: 0, "aria-hidden": "true", class: "tiles" }, tiles),
    layNeighbours(event, data, choose),
    make("p", { class: "kicker" }, `${dateRange(event.date_start, event.date_end)} · ${sayKind(event.kind)} · ${event.place}`),
    make("h2", { class: "title" }, event.title),
    ...(event.left_out ? [make("p", { class: "why" }, _("The filters above hide this event from the timeline."))] : []),
    make("p", { class: "summary" }, event.summary),
    ...layShare(event, data.share),
    ...(facts.length ? [make("ul", { class: "facts" }, ...facts.map((fact) => make("li", {}, fact)))] : []),
    layRequest(event, readResponses(data.responses)),
    map, claims, ...layDiscrepancies(event), sources,
    section(_("Cite this event page"), ...layCitations(event.citations)),
  ];
}

/** @param {any} event @param {{style: string, exports: string}} [offer] none without a server */
function layShare(event, offer) {
  if (!offer) return [];
  const embed = embedAddress({ event: event.id, toward: event.toward.id });
  return [makeShareButton(offer, () => ({ kind: "event", link: linkHere(), title: event.title, embed }))];
}

/** Each source once, with every place in it that is cited. @param {any[]} sources @returns {any[]} */
function joinLocators(sources) {
  const kept = new Map();
  for (const source of sources) {
    const locators = [kept.get(source.id)?.locator, source.locator].filter(Boolean);
    kept.set(source.id, { ...source, locator: locators.join(", ") });
  }
  return [...kept.values()];
}

/** The reference party can be changed where there are two. @param {any} event @param {any} data @param {(choice: any) => void} choose */
function laySwitch(event, data, choose) {
  if (event.references.length < 2) return [];
  const buttons = event.references.map((/** @type {any} */ reference) => {
    const button = make("button", { type: "button", "aria-pressed": String(reference.id === event.toward.id) }, _("Positions on {country}", { country: reference.name }));
    button.addEventListener("click", () => choose({ event: event.id, toward: reference.id }));
    return button;
  });
  return [make("div", { class: "switch", role: "group", "aria-label": _("Stances toward") }, ...buttons)];
}

/** @param {any} event @param {any} data @param {(choice: any) => void} choose */
function layNeighbours(event, data, choose) {
  const lay = (/** @type {any} */ other, /** @type {string} */ side, /** @type {(days: string) => string} */ say) =>
    other ? [make("div", { class: side }, make("span", { class: "note" }, say(dateRange(other.date_start, other.date_end))), linkEvent({ event: other.id }, data.kept, choose, {}, other.title))] : [];
  return make("nav", { class: "neighbours", "aria-label": _("Previous and next event") },
    ...lay(event.before, "before", (days) => _("Previous event, {days}", { days })), ...lay(event.after, "after", (days) => _("Next event, {days}", { days })));
}

/** @param {any} event */
function layDiscrepancies(event) {
  const found = event.discrepancies;
  if (!found.length) return [section(_("Conflicting sources"), make("p", { class: "none" }, _("No conflict between sources is recorded for this event.")))];
  return [section(_("Conflicting sources"), make("ul", { class: "rows" }, ...found.map(layDiscrepancy)))];
}

/** @param {string} title @param {...Node} children */
const section = (title, ...children) => make("section", {}, make("h3", { class: "part" }, title), ...children);

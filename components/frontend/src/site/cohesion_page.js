// @ts-check
/** The cohesion page, drawn by the app's modules; what can be chosen without a server is in the address. */
import { draw as drawBlocks } from "../cohesion/blocks.js";
import { draw as drawLedger } from "../cohesion/ledger.js";
import { draw as drawMatrix } from "../cohesion/matrix.js";
import { draw as drawPairs } from "../cohesion/pairs.js";
import { make } from "../map/dom.js";
import { readDocument } from "./brought.js";
import { speakHere } from "./page.js";

/** @type {Record<string, (component: any) => void>} */
const DRAW = { blocks: drawBlocks, matrix: drawMatrix, pairs: drawPairs, ledger: drawLedger };
/** What the modules lay out anew of the data they have. */
const CHOICES = ["size", "pair"];

/** What the link chooses, as far as the data have it. @param {URLSearchParams} given @param {any} data @returns {Record<string, any>} */
function readChoice(given, { members, groups }) {
  const event = given.get("event");
  const layers = (groups ?? []).flatMap((/** @type {any} */ group) => group.layers).filter((/** @type {any} */ layer) => layer.event === event);
  const asked = layers.find((/** @type {any} */ layer) => layer.toward === given.get("toward")) ?? layers[0];
  const pair = (given.get("pair") ?? "").split("-");
  const known = pair.length === 2 && pair[0] < pair[1] && pair.every((id) => members?.some((/** @type {any} */ each) => each.id === id));
  return { size: given.get("size") === "read" ? "read" : "overview", year: Number(given.get("year")) || null, chosen: asked ? [event, asked.toward] : null, pair: known ? pair : null };
}

/** @param {import("./page.js").Site} site */
export async function openCohesion({ language }) {
  const [parts] = await Promise.all([readDocument("cohesion.json"), speakHere(language)]);
  const host = /** @type {HTMLElement} */ (document.querySelector(".st-key-atlas-cohesion"));
  const frames = parts.map(() => make("section", {}, make("article", { class: "cohesion" })));

  function show() {
    const given = new URLSearchParams(location.search);
    parts.forEach((/** @type {any} */ { draws, data }, /** @type {number} */ place) =>
      DRAW[draws]({ data: { ...data, ...readChoice(given, data) }, parentElement: frames[place], setTriggerValue: choose }));
  }

  /** @param {string} _name @param {Record<string, string>} change */
  function choose(_name, change) {
    const given = new URLSearchParams(location.search);
    for (const name of CHOICES) {
      if (change[name]) given.set(name, change[name]);
      else if (name in change) given.delete(name);
    }
    if (given.get("size") === "overview") given.delete("size");
    history.pushState({}, "", location.pathname + (given.size ? `?${given}` : ""));
    show();
  }

  show();
  host.replaceChildren(...frames);
  host.dataset.drawn = "";
  window.addEventListener("popstate", show);
  // An anchor of the plain text is one of the drawn page, too.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

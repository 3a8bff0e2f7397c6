// @ts-check
/** The page of an event: the dossier of the app, over the same text in plain. */
import { draw } from "../events/dossier.js";
import { readDocument } from "./brought.js";
import { speakHere } from "./page.js";

/** @param {import("./page.js").Site} site */
export async function openEvent({ settings, language, addresses }) {
  const id = settings.event;
  const [dossiers, dress] = await Promise.all([readDocument("dossiers.json"), readDocument("event-dress.json"), speakHere(language)]);
  const layers = dossiers[id];

  function show() {
    const asked = new URLSearchParams(location.search).get("toward") ?? "";
    const layer = layers[asked] ?? layers[settings.toward];
    draw({
      data: { event: { ...layer, citations: citeHere(layer.citations, settings.place), left_out: false }, kept: {}, ...dress },
      parentElement: /** @type {HTMLElement} */ (document.querySelector("main")),
      setTriggerValue: (_name, choice) => choose(choice),
    });
  }

  /** @param {{event: string, toward?: string}} choice */
  function choose(choice) {
    const given = new URLSearchParams(Object.entries(choice));
    if (choice.event !== id) return location.assign(addresses.address("events", given));
    history.pushState({}, "", `?toward=${choice.toward}`);
    show();
  }

  window.addEventListener("popstate", show);
  show();
}

/** Where the site does not know its address, the reader's browser does. @param {Record<string, string>} citations @param {string} place */
function citeHere(citations, place) {
  if (!place) return citations;
  const folder = new URL("index.html", location.href).href;
  return Object.fromEntries(Object.entries(citations).map(([format, text]) => [format, text.replaceAll(place, folder)]));
}

/** The list of events: a link of the app's form goes on to the page of its event. @param {import("./page.js").Site} site */
export function openEvents({ addresses }) {
  const given = new URLSearchParams(location.search);
  const event = given.get("event");
  if (event !== null && addresses.hasPage("events", event)) location.replace(addresses.address("events", given));
}

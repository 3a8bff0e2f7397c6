// @ts-check
/** What every page of the site does before anything else: its language, its documents, its links. */
import { speak } from "../language/messages.js";
import { createAddresses } from "./addresses.js";
import { answerFetch, bringDocuments, nameScripts } from "./brought.js";
import { addButtons } from "./buttons.js";
import { chooseLanguage } from "./choice.js";
import { followLive } from "./live_links.js";

/** @param {string} id @returns {any} */
export const readJson = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");

/**
 * @typedef {object} Site
 * @property {any} settings what the page says of itself
 * @property {string} language
 * @property {ReturnType<typeof createAddresses>} addresses
 * @property {EventTarget} changes tells `scheme` when the page turns dark or light
 */

/** Begin the page; null when it is left for another. @returns {Site|null} */
export function beginPage() {
  const settings = readJson("atlas-page");
  const language = document.documentElement.lang;
  const addresses = createAddresses(settings, language);
  const other = settings.alone ? null : chooseLanguage(settings, language);
  if (other) {
    location.replace(other);
    return null;
  }
  const { documents = {}, scripts = {}, words } = /** @type {any} */ (window).atlasSite ?? {};
  bringDocuments(readJson("atlas-documents") ?? documents);
  nameScripts(Object.fromEntries(Object.entries(scripts).map(([name, file]) => [name, `${settings.root ?? ""}assets/${file}`])));
  window.fetch = answerFetch;
  const embed = new URLSearchParams(location.search).get("embed");
  if (settings.kind === "map" && (embed === "1" || embed === "frozen")) document.body.classList.add("embed");
  const changes = new EventTarget();
  addButtons(words, () => changes.dispatchEvent(new Event("scheme")));
  if (settings.alone) followLive(settings.live);
  else addresses.follow();
  return { settings, language, addresses, changes };
}

/** Speak the page's language; to be waited for before anything is drawn. @param {string} language */
export const speakHere = (language) => speak(language, { ru: "messages-ru.json" });

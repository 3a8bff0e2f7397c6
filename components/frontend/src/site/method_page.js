// @ts-check
/** The sources page, as the app draws it. */
import { draw } from "../method/method.js";
import { readDocument } from "./brought.js";
import { speakHere } from "./page.js";

/** @param {import("./page.js").Site} site */
export async function openMethod({ language, addresses }) {
  const given = new URLSearchParams(location.search);
  const source = given.get("source");
  if (source !== null && addresses.hasPage("method", source)) return location.replace(addresses.address("method", given));
  const [page] = await Promise.all([readDocument("method.json"), speakHere(language)]);
  const part = given.get("part");
  const known = page.sections.some((/** @type {any} */ section) => section.anchor === part);
  draw({
    data: { ...page, target: { source: null, part: known ? part : null, notices: [] }, event: given.get("event") },
    parentElement: /** @type {HTMLElement} */ (document.querySelector("main")),
  });
}

/** The sources page, as the app draws it. */
import { draw } from "../sources/index.ts";
import { readDocument } from "./embedded_data.ts";
import { speakHere } from "./page_init.ts";
import type { Site } from "./page_init.ts";
import type { MethodPage } from "../sources/content.ts";

export async function openMethod({ language, addresses }: Site) {
  const given = new URLSearchParams(location.search);
  const source = given.get("source");
  if (source !== null && addresses.hasPage("method", source)) return location.replace(addresses.address("method", given));
  const [page] = await Promise.all([readDocument<MethodPage>("method.json"), speakHere(language)]);
  const part = given.get("part");
  const known = page.sections.some((section) => section.anchor === part);
  draw({
    data: { ...page, target: { source: null, part: known ? part : null, notices: [] }, event: given.get("event") },
    parentElement: document.querySelector("main") as HTMLElement,
  });
}

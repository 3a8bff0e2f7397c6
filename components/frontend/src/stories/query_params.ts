/** The address of the stories page: which story, which step, and what is done with it. */
import { readQuery, writeQuery } from "../core/page_query.ts";
import { isName } from "./window_sync.ts";

/** A draft of this browser, and a story carried in the link: they have no file. */
export const DRAFT = "draft";
export const CARRIED = "link";

export function readAddress(): {
  story: string | null;
  step: number;
  notes: boolean;
  channel: string | null;
  autoplay: boolean;
  build: boolean;
} {
  const given = new URLSearchParams(readQuery());
  const step = given.get("step") ?? "";
  return {
    story: given.get("story"),
    step: /^\d{1,3}$/.test(step) ? Number(step) : 1,
    notes: given.get("notes") === "1",
    channel: isName(given.get("channel")) ? given.get("channel") : null,
    autoplay: given.get("autoplay") === "1",
    build: given.has("build"),
  };
}

/** Parameters that are not the stories' own stay. */
export function writeAddress(parameters: Record<string, string | number>, hash: string = "") {
  const search = new URLSearchParams(readQuery());
  for (const name of ["story", "step", "notes", "channel", "autoplay", "build"]) search.delete(name);
  for (const [name, value] of Object.entries(parameters)) search.set(name, String(value));
  const query = search.toString();
  return location.pathname + (query ? `?${query}` : "") + hash;
}

/** Have an address of this page be that of what is shown. */
export function showAddress(how: "pushState" | "replaceState", address: string) {
  const [, query, hash] = /^[^?#]*(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  writeQuery(how, query ?? "", hash);
}

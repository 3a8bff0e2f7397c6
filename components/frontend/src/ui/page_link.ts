/** Links from page to page of the atlas, each in a view of its own and in the language spoken. */
import { el } from "./dom.ts";

const CARRIED = ["lang"];

/**
 * Another page in a view; the language of this page's address is carried along.
 * @param page the map has no name
 */
export function linkPage(
  page: "" | "events" | "members" | "sources" | "votes" | "propose" | "coding",
  view: Record<string, string | undefined>,
  text: string,
) {
  const here = new URLSearchParams(location.search);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) query.set(name, value);
  for (const name of CARRIED) if (here.has(name)) query.set(name, here.get(name) ?? "");
  return el("a", { href: `./${page}${query.size ? `?${query}` : ""}` }, text);
}

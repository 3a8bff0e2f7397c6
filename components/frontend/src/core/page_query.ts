/**
 * The query of a page's address, and writing it.
 *
 * A browser may refuse to write an address: too many writes in a short time (Chromium then says nothing), or
 * a page that has none of its own (`srcdoc`, `blob:`, `data:`). The page then holds the query itself, so that
 * what is shown never depends on it.
 */

const placeOf = ({ href }: Location) => href.split("#")[0];

/** A query with its question mark, or empty; one that was refused counts until the address is another. */
export function readQuery(page: Window = window) {
  const [place, query] = page.atlasQuery ?? [];
  return place === placeOf(page.location) && query !== undefined ? query : page.location.search;
}

/**
 * Write the query of this page's address.
 * @param hash the fragment, with its sign
 * @returns whether the address says it now
 */
export function writeQuery(how: "pushState" | "replaceState", query: string, hash: string = "", page: Window = window): boolean {
  const { history, location } = page;
  try {
    history[how](how === "pushState" ? {} : history.state, "", location.pathname + query + hash);
  } catch {
    // Kept by the page, as below.
  }
  page.atlasQuery = [placeOf(location), query];
  return location.search === query;
}

/**
 * The links of the app in the form of the site: `events?event=x` is `events/x.html` here.
 *
 * What the scripts of the app draw links to the app's pages. Each such link is rewritten as it enters
 * the page, so that it can be followed, copied and opened in a tab also from a disk.
 */
import { findLanguage } from "../i18n/languages.ts";
import { watchLinks } from "./link_observer.ts";

const FORM = /^(?:\.?\/)?(events|members|sources|method|compare|cohesion|votes|stories|licences|)(?:\?([^#]*))?(#.*)?$/;
/** Pages of the app whose files are in a folder of another name, as their addresses stay. */
const FOLDERS: Record<string, string> = { sources: "method" };
/** The parameter whose value has a page of its own. */
const OWN: Record<string, string> = { events: "event", members: "panel", method: "source" };

export function createAddresses({ root, kind }: { root: string; kind: string }, language: string) {
  const here: Record<string, string> = {
    event: "events",
    events: "events",
    member: "members",
    members: "members",
    source: "method",
    method: "method",
    compare: "compare",
    cohesion: "cohesion",
    votes: "votes",
    stories: "stories",
  };

  /**
   * The address of a page of the app on this site.
   * @param name "" is the map
   */
  function address(name: string, given: URLSearchParams, hash: string = "") {
    const page = FOLDERS[name] ?? name;
    const query = new URLSearchParams(given);
    const spoken = query.get("lang") ?? language;
    query.delete("lang");
    const folder = root + findLanguage(spoken).folder;
    const own = OWN[page] ? query.get(OWN[page]) : null;
    if (own !== null && hasPage(page, own)) {
      query.delete(OWN[page]);
      return `${folder}${page}/${encodeURIComponent(own)}.html${query.size ? `?${query}` : ""}${hash}`;
    }
    const path = page ? `${page}/index.html` : "index.html";
    return `${folder}${path}${query.size ? `?${query}` : ""}${hash}`;
  }

  const hasPage = (page: string, id: string) => Boolean(window.atlasSite?.pages[page]?.includes(id));

  /**
   * @param href as it is written
   * @returns null leaves it
   */
  function translate(href: string): string | null {
    const found = FORM.exec(href);
    if (!found || href.startsWith("#") || href === "") return null;
    const [, page, query, hash] = found;
    return address(href.startsWith("?") ? (here[kind] ?? "") : page, new URLSearchParams(query ?? ""), hash);
  }

  function rewrite(element: Element) {
    const href = element.getAttribute("href");
    const other = href === null ? null : translate(href);
    if (other !== null) element.setAttribute("href", other);
  }

  return {
    address,
    hasPage,
    /** Rewrite the links of the page, and those that come to it. */
    follow: () => watchLinks(rewrite),
  };
}

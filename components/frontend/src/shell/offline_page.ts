/**
 * Where no websocket comes about: words instead of an empty page, and ways on that need none.
 *
 * Some networks let none through, and a busy server refuses some. Streamlit goes on trying; when one is
 * there, this goes away and the page is drawn as always.
 */
import type { State } from "./connection.ts";

const VIEW = ["year", "event", "toward", "layers", "at", "panel", "lang"];
const SITE = "site/";
/** What every page of the static atlas holds: the app answers an address it does not know with its own page. */
const OF_SITE = "atlas-page";
const PATIENCE = 8000;

export type Words = Record<"title" | "why" | "trying" | "map" | "site" | "story" | "comparison", string>;

export function createUnconnected(words: Words) {
  const element = document.createElement("section");
  element.className = "atlas-unconnected";
  element.setAttribute("role", "status");
  const paragraph = (text: string, kind = "") => Object.assign(document.createElement("p"), { textContent: text, className: kind });
  const title = Object.assign(document.createElement("h1"), { textContent: words.title });
  const ways = Object.assign(document.createElement("p"), { className: "ways" });
  const link = (text: string, href: string, save = "") => {
    const anchor = Object.assign(document.createElement("a"), { textContent: text, href });
    if (save) anchor.download = "";
    ways.append(anchor);
  };

  function render() {
    const root = findRoot();
    const page = location.pathname.slice(new URL(root).pathname.length).replace(/\/$/, "");
    const view = pickView();
    ways.replaceChildren();
    link(words.map, `${root}?${new URLSearchParams({ embed: "1", ...view })}`);
    const lang = document.documentElement.lang;
    const story = new URLSearchParams(location.search).get("story");
    if (page === "stories" && story) link(words.story, `${root}export/story.html?${new URLSearchParams({ story, lang })}`, "save");
    if (page === "compare") link(words.comparison, `${root}export/comparison.html?${withLanguage(location.search, lang)}`, "save");
    void findSite(root).then(
      (found) => found && element.isConnected && link(words.site, `${root}${SITE}${page}${location.search}${location.hash}`),
    );
    element.replaceChildren(title, paragraph(words.why), ways, paragraph(words.trying, "trying"));
  }

  return {
    follow(state: State) {
      if (state !== "unconnected") return element.remove();
      document.body.append(element);
      render();
    },
  };
}

/** The address the atlas lies at, with a slash at its end. */
const findRoot = () => String(window.__streamlit?.BACKEND_BASE_URL);

/** The parameters of the view in the page's address, with the language of the page. */
function pickView(): Record<string, string> {
  const given = new URLSearchParams(location.search);
  given.set("lang", document.documentElement.lang);
  return Object.fromEntries(VIEW.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? ""]] : [])));
}

function withLanguage(search: string, lang: string) {
  const query = new URLSearchParams(search);
  query.set("lang", lang);
  return query;
}

/** Whether the static atlas lies beside the app, as the proxies of `deploy/` have it. */
async function findSite(root: string) {
  try {
    const answer = await fetch(root + SITE, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok && Boolean(new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(OF_SITE));
  } catch {
    return false;
  }
}

/** The inline script of the app's page: what must be settled before Streamlit's scripts run. */
import { mendQuery } from "./link_repair.ts";

// `components/app/index_html.py` puts the values in the place of this name.
const values = SHELL_VALUES;

window.prerenderReady = false;

{
  const mended = mendQuery(location.search);
  if (mended !== location.search) history.replaceState(history.state, "", location.pathname + mended + location.hash);
}

// A part of Streamlit tries a few bytes of WebAssembly and does without if it may not, as here by the
// policy of the page; Firefox would tell of that attempt in the console.
Reflect.deleteProperty(window, "WebAssembly");
// Where the app lies under whatever path its host shows it, a slash at the end: the server knows how
// many folders below it this page is, and nothing of the path before. Scripts resolve addresses
// against it (net/base_url.ts).
{
  const { content, dataset } = document.querySelector('meta[name="atlas-root"]') as HTMLMetaElement;
  const { pathname, search, hash, href } = location;
  // Shown at a path without a slash, which a host may also insist on: asked for once.
  if (dataset.home !== undefined && !pathname.endsWith("/") && document.referrer !== href.split("#")[0])
    location.replace(`${pathname}/${search}${hash}`);
  window.atlasRoot = new URL(content, href).href;
}

// The language of this page: that of its link, else that of the browser. Another is chosen by loading
// the page anew, so everything in it may rely on the language of its root.
{
  const requested = new URLSearchParams(location.search).get("lang");
  const browser = navigator.language.toLowerCase().split("-")[0];
  const own = values.languages.includes(browser) ? browser : values.languages[0];
  const language = requested !== null && values.languages.includes(requested) ? requested : own;
  const title = values.titles[language];
  document.documentElement.lang = language;
  document.documentElement.style.setProperty("--atlas-title", JSON.stringify(title));
  document.title = title;
  window.atlasBegin?.watchNavigation(values.lost[language], values.carried);

  // A choice of language leads to the view as it is at that moment.
  const aim = (event: Event) => {
    for (const choice of document.querySelectorAll<HTMLAnchorElement>(".atlas-language a")) {
      if (!(event.target as Element).closest?.(".atlas-language")) return;
      const others = location.search
        .slice(1)
        .split("&")
        .filter((pair) => pair && !/^lang(=|$)/.test(pair));
      choice.search = [...others, `lang=${choice.lang}`].join("&");
      choice.pathname = location.pathname;
      choice.hash = location.hash;
    }
  };
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, aim, true);
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(`.atlas-language a[lang="${language}"]`)?.setAttribute("aria-current", "true");
    const type = document.querySelector(".atlas-type");
    for (const name of ["title", "aria-label"]) type?.setAttribute(name, values.types[language]);
    const scheme = document.querySelector<HTMLElement>(".atlas-scheme");
    Object.assign(scheme?.dataset ?? {}, values.schemes[language]);
    const chosen = values.schemes[language][document.documentElement.dataset.scheme || "auto"];
    for (const name of ["title", "aria-label"]) scheme?.setAttribute(name, chosen);
    document.querySelector(".atlas-skip")?.replaceChildren(values.skips[language]);
    const words = document.querySelector(".atlas-find input");
    for (const name of ["placeholder", "aria-label"]) words?.setAttribute(name, values.searches[language]);
  });
}

// Told these at once, Streamlit opens its websocket two round trips earlier and paints its first
// frame in the atlas's own colours and typefaces (without fetching 170 kB of its own).
window.__streamlit = {
  BACKEND_BASE_URL: window.atlasRoot,
  // No dialog of an error: the page says in its own words what is amiss (connection.ts).
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, blockErrorDialogs: true },
  LIGHT_THEME: values.light,
  DARK_THEME: values.dark,
};

// A host of our own origin that shows the app in a frame, as Streamlit Community Cloud does, is requested the
// query as Streamlit tells it, so that the address its visitor sees holds the view.
if (window.frameElement) {
  for (const name of ["pushState", "replaceState"] as const) {
    const write: History["pushState"] = history[name].bind(history);
    history[name] = (...given: Parameters<typeof write>) => {
      write(...given);
      window.parent.postMessage({ stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: location.search }, location.origin);
    };
  }
}

// Streamlit fetches its icon font (375 kB) first of all; the map comes before it. Icons on the
// page are not held up: a style that uses the font makes the browser fetch it without this call.
document.fonts.load = function (font, text) {
  const load = () => FontFaceSet.prototype.load.call(document.fonts, font, text);
  if (!/Material Symbols/.test(font)) return load();
  return new Promise((resolve) => setTimeout(() => resolve(load()), 6000));
};

export {};

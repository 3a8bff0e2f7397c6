window.prerenderReady = false;

// A part of Streamlit tries a few bytes of WebAssembly and does without if it may not, as here by the
// policy of the page; Firefox would tell of that attempt in the console.
delete window.WebAssembly;

// The language of this page: that of its link, else that of the browser. Another is chosen by loading
// the page anew, so everything in it may rely on the language of its root.
{
  const told = new URLSearchParams(location.search).get("lang");
  const own = navigator.language.toLowerCase().split("-")[0] === "ru" ? "ru" : "en";
  const language = {{languages}}.includes(told) ? told : own;
  const title = {{titles}}[language];
  document.documentElement.lang = language;
  document.documentElement.style.setProperty("--atlas-title", JSON.stringify(title));
  document.title = title;
  window.atlasBegin.followComing({{lost}}[language]);

  // A choice of language leads to the view as it is at that moment.
  const aim = (event) => {
    for (const choice of document.querySelectorAll(".atlas-language a")) {
      if (!event.target.closest?.(".atlas-language")) return;
      const kept = location.search.slice(1).split("&").filter((pair) => pair && !/^lang(=|$)/.test(pair));
      choice.search = [...kept, `lang=${choice.lang}`].join("&");
      choice.pathname = location.pathname;
      choice.hash = location.hash;
    }
  };
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, aim, true);
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(`.atlas-language a[lang="${language}"]`)?.setAttribute("aria-current", "true");
    const type = document.querySelector(".atlas-type");
    for (const name of ["title", "aria-label"]) type?.setAttribute(name, {{types}}[language]);
    document.querySelector(".atlas-skip")?.replaceChildren({{skips}}[language]);
  });
}

// Told these at once, Streamlit opens its websocket two round trips earlier and paints its first
// frame in the atlas's own colours and typefaces (without fetching 170 kB of its own).
window.__streamlit = {
  BACKEND_BASE_URL: location.origin + {{base}} + "/",
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
  LIGHT_THEME: {{light}},
  DARK_THEME: {{dark}},
};

// Streamlit fetches its icon font (375 kB) first of all; the map comes before it. Icons on the
// page are not held up: a style that uses the font makes the browser fetch it without this call.
document.fonts.load = function (font, text) {
  const load = () => FontFaceSet.prototype.load.call(document.fonts, font, text);
  if (!/Material Symbols/.test(font)) return load();
  return new Promise((resolve) => setTimeout(() => resolve(load()), 6000));
};

// A page whose server went away reconnects, perhaps to another replica, which knows nothing of it: a
// download asked for would not be there. So it asks for the view of its address, as when a reader
// goes back in the history; the state of this event says that nobody did.
let connected = false;
window.WebSocket = class extends WebSocket {
  /** @param {string | URL} url @param {string | string[]} [protocols] */
  constructor(url, protocols) {
    super(url, protocols);
    if (!String(url).endsWith("/_stcore/stream")) return;
    this.addEventListener("open", () => {
      if (connected) setTimeout(() => dispatchEvent(new PopStateEvent("popstate", { state: { ...history.state, reconnected: true } })));
      connected = true;
    });
  }
};

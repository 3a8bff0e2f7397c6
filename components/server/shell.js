window.prerenderReady = false;

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

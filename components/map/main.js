// @ts-check
/**
 * The atlas on a Leaflet map: fetch what it needs, draw once, then follow the view.
 *
 * `start` is called by the script that streamlit-folium runs in its frame. Nothing here depends on the
 * server after that, except the panel, which the server fills when a choice is settled.
 */
import { fetchJson } from "../document/fetching.js";
import { gettext as _, speak } from "../language/messages.js";
import { dressEmbedded } from "../share/embedded.js";
import { openShare } from "../share/dialog.js";
import { keepView } from "../story/draft.js";
import { connectAddress } from "./address.js";
import { createCamera } from "./camera.js";
import { createCard } from "./card.js";
import { drawCountries } from "./countries.js";
import { describeMap } from "./description.js";
import { make } from "./dom.js";
import { drawRelief, drawWater } from "./ground.js";
import { createHeadline } from "./headline.js";
import { drawLabels } from "./labels.js";
import { listenForHelp, showKeys } from "./keyboard.js";
import { createLegend } from "./legend.js";
import { drawMarkers } from "./markers.js";
import { indexAtlas } from "./moment.js";
import { createSearch } from "./search.js";
import { createSlider } from "./slider.js";
import { respectStillness } from "./stillness.js";
import { createStore } from "./store.js";
import { connectPeer } from "./peer.js";
import { followDay } from "./renewal.js";
import { preparePrinting } from "./printing.js";
import { createTheme, readPageTheme } from "./theme.js";
import { createNotice, createTools } from "./tools.js";
import { followPageType } from "./type_size.js";
import { pickToward, readLink } from "./view.js";
import { drawZones } from "./zones.js";

/** @param {any} map @param {any} streamlit @param {{record: Record<string, string>, messages: Record<string, string>, shapes: string, words: Record<string, string>, share: {style?: string, exports?: string}, prefix: string, paired: boolean, apart: boolean}} urls */
export async function start(map, streamlit, urls) {
  document.querySelector('meta[name="viewport"][content*="user-scalable"]')?.remove();
  // The language is that of the page around, which never changes in it.
  const { lang } = window.parent.document.documentElement;
  document.documentElement.lang = lang;
  document.documentElement.classList.toggle("paired", urls.paired);
  // A map apart has no address and no server of its own: the stories page leads it.
  document.documentElement.classList.toggle("apart", urls.apart);
  const told = () => document.documentElement.classList.contains("told");
  const shape = (/** @type {string} */ file) => fetchJson(urls.shapes + file);
  const [record, countriesTopology, zonesTopology, osmZones] = await Promise.all([
    fetchJson(urls.record[lang] ?? urls.record.en), shape("countries.topo.json"), shape("zones.topo.json"), shape("zones-osm.topo.json"), speak(lang, urls.messages),
  ]);
  // Streamlit names the frame after its component's package.
  document.title = _("Map");
  window.frameElement?.setAttribute("title", document.title);
  const atlas = indexAtlas(record);
  const opened = readLink(urls.apart ? "" : window.parent.location.search, atlas, urls.prefix);
  const store = createStore(opened.view);
  const theme = createTheme(atlas.palette);
  theme.set(readPageTheme());

  respectStillness(map);
  let resized = () => {};
  followPageType(() => resized());
  const furniture = buildFurniture(map.getContainer());
  const camera = createCamera(map, atlas, store);
  camera.open(store.view);

  const notice = createNotice(furniture.notice);
  const card = createCard(map, atlas, theme, store);
  /** @param {"country"|"zone"|"event"} kind */
  const hover = (kind) => (/** @type {string|null} */ id, /** @type {any} */ pointer) => {
    card.point(kind, id, pointer);
    if (kind === "country") peer.echo(id);
  };

  /** @param {string} id */
  function chooseEvent(id) {
    if (told()) return;
    slider.stop();
    const event = atlas.eventById.get(id);
    const panel = store.view.panel === "off" ? "off" : null;
    store.set({ event: id, year: event.year, toward: pickToward(event, store.view.toward), panel }, "settled");
    camera.showEvent(event);
  }
  const choosePanel = (/** @type {string} */ id) => {
    if (!told()) store.set({ panel: id }, "settled");
  };
  const leaveEvent = () => store.set({ event: null, toward: null, panel: store.view.panel === "off" ? "off" : null }, "settled");

  const countries = drawCountries(map, countriesTopology, atlas, theme, { hover: hover("country"), choose: choosePanel });
  const zones = drawZones(map, [zonesTopology, osmZones], atlas, theme, { hover: hover("zone"), choose: choosePanel });
  const markers = drawMarkers(map, atlas, theme, { hover: hover("event"), choose: chooseEvent });
  const slider = createSlider(furniture.slider, atlas, store, chooseEvent);
  const headline = createHeadline(furniture.headline, atlas, { toward: (id) => store.set({ toward: id }, "settled"), leave: leaveEvent });
  const peer = connectPeer(map, urls.paired, (id) => card.pointAt(id, id ? countries.boundsOf(id) : null));
  const legend = createLegend(furniture.legend, atlas, theme, {
    highlight: (layer, key) => {
      if (layer === "countries") countries.highlight(key);
      if (layer === "zones") zones.highlight(key);
    },
  });
  legend.build();
  const address = urls.apart ? { link: () => "" } : connectAddress(atlas, store, streamlit, urls.prefix);
  /** The link of the view, a citation, the code of a frame and files. */
  const share = () => {
    const { event, year } = store.view;
    const title = event ? atlas.eventById.get(event).title : String(year);
    const link = address.link();
    const home = link.split("?")[0];
    openShare(document, { kind: "view", link, title, year, embed: urls.share.exports ? `${home}?embed=1&${link.split("?")[1]}` : "", ...urls.share });
  };
  const keys = () => void showKeys(urls.share.style);
  if (!urls.apart && !urls.prefix) listenForHelp([window, window.parent], keys);
  preparePrinting(theme);
  const tools = createTools(furniture.tools, map, atlas, store, { home: camera.home, link: address.link, share, keys, keep: () => keepView(store.view, atlas), notify: (text) => notice.show(text, 2500) });
  const search = createSearch(furniture.search, atlas, {
    event: chooseEvent,
    country: (id) => {
      choosePanel(id);
      camera.showBounds(countries.boundsOf(id));
    },
    zone: (id) => {
      choosePanel(id);
      camera.showBounds(zones.boundsOf(id));
    },
    place: camera.showPlace,
  });

  /** @type {{draw: (view: import("./view.js").View) => void}[]} */
  const drawn = [countries, zones, markers, slider, headline, tools];
  const draw = (/** @type {import("./view.js").View} */ view) => {
    for (const part of drawn) part.draw(view);
    legend.draw(view, countries.keys, zones.keys);
    window.parent.document.body.dataset.atlasPanel = view.panel === "off" ? "off" : "on";
  };
  store.follow(draw);
  store.follow(() => card.hide());
  theme.follow(() => draw(store.view));
  map.on("zoomend", () => draw(store.view));
  draw(store.view);
  if (opened.notices.length) notice.show(opened.notices.join(" · "));

  dressEmbedded(map, store, window.parent, address.link);
  followPage();
  /** @type {{renew: () => Promise<void>}|null} */
  let description = null;
  followDay(atlas, urls.record[lang] ?? urls.record.en, (before) => {
    slider.renew();
    headline.renew();
    void description?.renew();
    const { year, event } = store.view;
    // The last year is the present one, to the server too (session.py), and goes on to the next.
    if (!urls.apart && year === before && !event) {
      store.set({ year: atlas.last }, "restored");
      store.set({}, "quiet");
    } else draw(store.view);
    if (atlas.last !== before && !told()) notice.show(_("It is {year} now: the years go up to it.", { year: atlas.last }));
  });
  document.documentElement.dataset.atlas = "ready";
  performance.mark("atlas-ready");

  // What follows is scenery: it is asked for only now, so that it delays nothing above.
  const scenery = await Promise.all([
    shape("water.topo.json"), shape("labels.json"), shape("places.json"), shape("relief.json"), shape("frontier.topo.json"),
  ]).catch((error) => console.error(error));
  if (!scenery) return notice.show(_("Part of the map could not be loaded. Reload the page to try again."));
  const [water, centres, places, images, frontier] = scenery;
  drawWater(map, water, theme);
  search.addPlaces(places);
  countries.addFrontier(frontier);
  drawn.push(drawRelief(map, images, urls.shapes));
  const labels = drawLabels(map, atlas, centres, places, countries.boundsOf, () =>
    [furniture.headline, furniture.legend, furniture.slider, furniture.search, furniture.tools, ...markers.chosen()].map((part) => part.getBoundingClientRect()));
  drawn.push(labels);
  resized = () => {
    labels.resize();
    camera.refit();
  };
  // A face is asked for once a name needs it, so that the names themselves bring on the last ones.
  document.fonts.addEventListener("loadingdone", labels.resize);
  draw(store.view);
  labels.place();
  description = await describeMap(map.getContainer(), store, urls.words);
  await document.fonts.ready;
  document.documentElement.dataset.atlas = "complete";

  /** Follow the browser's Back and Forward, the page's theme, and choices made in the panel. */
  function followPage() {
    const restore = () => {
      const { view, notices } = readLink(window.parent.location.search, atlas, urls.prefix);
      const moved = JSON.stringify(view.at) !== JSON.stringify(store.view.at);
      store.set(view, "restored");
      // Later, since a map that moves takes its peer along, which then writes the address: by then it
      // has read it.
      if (moved) requestAnimationFrame(() => camera.open(view));
      if (notices.length) notice.show(notices.join(" · "));
    };
    if (!urls.apart) window.parent.addEventListener("popstate", restore);
    window.addEventListener("pagehide", () => window.parent.removeEventListener("popstate", restore));
    streamlit.events.addEventListener(streamlit.RENDER_EVENT, () => {
      if (readPageTheme() !== theme.name) theme.set(readPageTheme());
    });
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
    // The panel lives in the page beside this frame and speaks to the map through these three.
    /** @type {any} */ (window).atlas = {
      chooseEvent,
      choosePanel,
      toward: (/** @type {string} */ id) => store.set({ toward: id, panel: null }, "settled"),
      closeSubject: () => store.set({ panel: null }, "settled"),
      chooseYear: (/** @type {number} */ year) => store.set({ year, event: null, toward: null, panel: null }, "settled"),
      map,
      store,
      peer,
      atlas,
      camera,
      stop: () => slider.stop(),
      read: (/** @type {string} */ link) => readLink(link, atlas),
      /** Show a story, without the tools of a reader, or give them back. */
      tell: (/** @type {boolean} */ on) => document.documentElement.classList.toggle("told", on),
    };
  }
}

/** The parts laid over the map. @param {HTMLElement} container */
function buildFurniture(container) {
  const part = (/** @type {string} */ name, /** @type {Record<string, string|boolean>} */ attributes = {}) => {
    const element = make("div", { class: `furniture ${name}`, ...attributes });
    for (const event of ["pointerdown", "dblclick", "wheel", "mousedown", "touchstart"]) {
      element.addEventListener(event, (happening) => happening.stopPropagation(), { passive: true });
    }
    container.append(element);
    return element;
  };
  const credit = part("credit");
  credit.append(
    _("Borders: UN General Assembly view; control is a layer of its own."), " ",
    _("Natural Earth · GeoNames CC BY 4.0 · frontier © OpenStreetMap contributors, ODbL"),
  );
  return {
    headline: part("headline"),
    search: part("search", { role: "search" }),
    tools: part("tools"),
    legend: part("legend"),
    notice: part("notice", { role: "status", hidden: true }),
    slider: part("slider"),
  };
}

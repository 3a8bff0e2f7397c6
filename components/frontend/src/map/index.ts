/**
 * The atlas on a Leaflet map: fetch what it needs, draw once, then follow the view.
 *
 * `start` is called by the script that streamlit-folium runs in its frame. Nothing here depends on the
 * server after that, except the panel, which the server fills when a choice is settled. What a reader can do
 * without at first is not here but in `deferred.ts`.
 */
import { fetchJson } from "../net/fetch_json.ts";
import { gettext as _, speak } from "../i18n/gettext.ts";
import { DEFAULT } from "../i18n/languages.ts";
import { markEmbedded } from "../share/embed_mode.ts";
import { connectAddress } from "./url_sync.ts";
import { createCamera } from "./camera.ts";
import { pickDay } from "./documents_of_day.ts";
import { drawCountries } from "./layers/countries.ts";
import { createLoader } from "./deferred_loader.ts";
import { drawPositions } from "./layers/positions.ts";
import { createHeadline } from "./title_control.ts";
import { listenForHelp } from "./shortcut_help.ts";
import { drawMarkers } from "./layers/markers.ts";
import { eventOf, indexAtlas, isAlike } from "../core/snapshot.ts";
import { createSlider } from "./slider/time_slider.ts";
import { applyReducedMotion } from "./reduced_motion.ts";
import { createStore, type Change } from "../core/store.ts";
import { syncMaps } from "./map_sync.ts";
import { createTheme, readPageTheme } from "./theme.ts";
import { createNotice } from "./notice.ts";
import { watchPageFontScale } from "./font_scale.ts";
import { readQuery } from "../core/page_query.ts";
import { pickToward, readLink } from "../core/view_state.ts";
import { drawZones } from "./layers/zones.ts";
import { buildOverlays } from "./overlays.ts";
import type { View } from "../core/view_state.ts";
import type { Pointer } from "./focusable_path.ts";
import type { StreamlitFrame } from "./streamlit.ts";
import type { Topology } from "topojson-specification";
import type { AtlasRecord } from "../core/atlas.ts";
import type { ReliefImage } from "./layers/basemap.ts";
import type { Centres, Place } from "./layers/label_words.ts";
import type { Card, Part } from "./parts.ts";
import type { MapUrls } from "./urls.ts";

export async function start(map: L.Map, streamlit: StreamlitFrame, given: MapUrls) {
  document.querySelector('meta[name="viewport"][content*="user-scalable"]')?.remove();
  const page = window.parent;
  const urls = pickDay(given, page.document);
  // The language is that of the page around, which never changes in it.
  const { lang } = page.document.documentElement;
  const root = document.documentElement;
  root.lang = lang;
  root.classList.toggle("synced", urls.synced);
  // A detached map has no address and no server of its own: the stories page leads it.
  root.classList.toggle("detached", urls.detached);
  const isPresenting = () => root.classList.contains("presenting");
  const shape = <T = Topology>(file: string) => fetchJson<T>(urls.shapes + file);
  const [record, countriesTopology, zonesTopology, osmZones] = await Promise.all([
    fetchJson<AtlasRecord>(urls.record[lang] ?? urls.record[DEFAULT]),
    shape("countries.topo.json"),
    shape("zones.topo.json"),
    shape("zones-osm.topo.json"),
    speak(lang, urls.messages),
  ]);
  // Streamlit names the frame after its component's package.
  document.title = _("Map");
  window.frameElement?.setAttribute("title", document.title);
  const atlas = indexAtlas(record);
  const opened = readLink(urls.detached ? "" : readQuery(page), atlas, urls.prefix);
  const store = createStore(opened.view);
  const theme = createTheme(atlas.palette);
  theme.set(readPageTheme());

  applyReducedMotion(map);
  // Leaflet measured the frame before it had its size: all would be drawn twice before it is seen.
  map.invalidateSize({ animate: false });
  const resized: (() => void)[] = [];
  watchPageFontScale(() => resized.forEach((follow) => follow()));
  const overlays = buildOverlays(map.getContainer());
  const embedded = markEmbedded(page.location);
  const camera = createCamera(map, atlas, store, urls.detached || urls.synced ? null : embedded);
  camera.open(store.view);

  const notice = createNotice(overlays.notice);
  const reportMissing = () => notice.show(_("Part of the map could not be loaded. Reload the page to try again."));
  const deferred = createLoader(lang, urls.messages);
  let card: Card | null = null;
  let hovered: Parameters<Card["point"]> | null = null;
  const hover = (kind: Parameters<Card["point"]>[0]) => (id: string | null, pointer?: Pointer) => {
    hovered = [kind, id, pointer];
    card?.point(...hovered);
    if (kind === "country") peer.echo(id);
  };
  function chooseEvent(id: string, toward?: string, change: Change = "settled") {
    if (isPresenting()) return;
    slider.stop();
    const event = eventOf(atlas, id);
    const panel = store.view.panel === "off" ? "off" : null;
    store.set({ event: id, year: event.year, toward: pickToward(event, toward ?? store.view.toward), panel }, change);
    camera.showEvent(event);
  }
  const choosePanel = (id: string) => {
    if (!isPresenting()) store.set({ panel: id }, "settled");
  };
  const leaveEvent = () => store.set({ event: null, toward: null, panel: store.view.panel === "off" ? "off" : null }, "settled");

  const countries = drawCountries(map, countriesTopology, atlas, theme, { hover: hover("country"), choose: choosePanel });
  const zones = drawZones(map, [zonesTopology, osmZones], atlas, theme, { hover: hover("zone"), choose: choosePanel });
  const positions = drawPositions(map, atlas, theme, { hover: hover("position"), choose: choosePanel });
  const markers = drawMarkers(map, atlas, theme, { hover: hover("event"), choose: chooseEvent });
  const slider = createSlider(overlays.slider, atlas, store, chooseEvent);
  const headline = createHeadline(overlays.headline, atlas, { toward: (id) => store.set({ toward: id }, "settled"), leave: leaveEvent });
  const peer = syncMaps(map, urls.synced, (id) => card?.pointAt(id, id ? countries.boundsOf(id) : null));
  const link = urls.detached ? () => "" : connectAddress(atlas, store, streamlit, urls.prefix).link;
  const keys = () => void deferred().then(({ showKeys }) => showKeys(urls.share.style), reportMissing);
  if (!urls.detached && !urls.prefix) listenForHelp([window, page], keys);

  const drawn: Part[] = [countries, zones, positions, markers, slider, headline];
  // Days on which nothing changes pass by on these alone.
  const timed: Part[] = [slider, headline];
  const draw = (view: View, settled = true) => {
    for (const part of drawn) part.draw(view, settled);
    page.document.body.dataset.atlasPanel = view.panel === "off" ? "off" : "on";
  };
  store.subscribe((view, before, change) => {
    const moving = change === "moving";
    if (!moving || !isAlike(atlas, view, before)) return draw(view, !moving);
    for (const part of timed) part.draw(view);
  });
  theme.subscribe(() => draw(store.view));
  map.on("zoomend", () => draw(store.view));
  draw(store.view);
  if (opened.notices.length) notice.show(opened.notices.join(" · "));
  watchPage();
  root.dataset.atlas = "ready";
  performance.mark("atlas-ready");

  // What follows is asked for only now, so that it delays nothing above.
  const later = deferred();
  const files = Promise.all([
    shape("water.topo.json"),
    shape<Centres>("labels.json"),
    shape<Place[]>("places.json"),
    shape<Record<string, ReliefImage>>("relief.json"),
    shape("frontier.topo.json"),
  ]);
  const parts = {
    ...{ map, atlas, store, theme, overlays, camera, countriesTopology, countries, zones, positions, markers, slider, headline },
    ...{ notice, reportMissing, urls, lang, drawn, timed, resized, draw, link, isPresenting, chooseEvent, choosePanel },
    useCard: (made: Card) => {
      card = made;
      if (hovered) made.point(...hovered);
    },
  };
  await Promise.all([later.then(({ completeMap }) => completeMap(parts, files)), files]).catch((error: unknown) => {
    console.error(error);
    reportMissing();
  });

  /** Follow the browser's Back and Forward, the page's theme, and choices made in the panel. */
  function watchPage() {
    const restore = () => {
      const { view, notices } = readLink(readQuery(page), atlas, urls.prefix);
      const moved = JSON.stringify(view.at) !== JSON.stringify(store.view.at);
      store.set(view, "restored");
      // Later, since a map that moves takes its peer along, which then writes the address: by then it has read it.
      if (moved) requestAnimationFrame(() => camera.open(view));
      if (notices.length) notice.show(notices.join(" · "));
    };
    if (!urls.detached) page.addEventListener("popstate", restore);
    window.addEventListener("pagehide", () => page.removeEventListener("popstate", restore));
    streamlit.events.addEventListener(streamlit.RENDER_EVENT, () => {
      if (readPageTheme() !== theme.name) theme.set(readPageTheme());
    });
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
    // The panel lives in the page beside this frame and speaks to the map through these three.
    window.atlas = {
      chooseEvent,
      choosePanel,
      toward: (id: string) => store.set({ toward: id, panel: null }, "settled"),
      closeSubject: () => store.set({ panel: null }, "settled"),
      chooseYear: (year: number) => store.set({ year, event: null, toward: null, panel: null }, "settled"),
      map,
      store,
      peer,
      atlas,
      camera,
      stop: () => slider.stop(),
      read: (link: string) => readLink(link, atlas),
      /** Show a story, without the tools of a reader, or give them back. */
      setPresenting: (on: boolean) => root.classList.toggle("presenting", on),
    };
  }
}

/**
 * The atlas on a Leaflet map: fetch what it needs, draw once, then follow the view.
 *
 * `start` is called by the script that streamlit-folium runs in its frame. Nothing here depends on the
 * server after that, except the panel, which the server fills when a choice is settled.
 */
import { fetchJson } from "../net/fetch_json.ts";
import { gettext as _, speak } from "../i18n/gettext.ts";
import { DEFAULT } from "../i18n/languages.ts";
import { applyEmbedMode } from "../share/embed_mode.ts";
import { connectAddress } from "./url_sync.ts";
import { createCamera } from "./camera.ts";
import { createTooltip } from "./tooltip.ts";
import { drawCountries } from "./layers/countries.ts";
import { createLoader } from "./deferred_loader.ts";
import { drawPositions } from "./layers/positions.ts";
import { createAnswerDays } from "./answer_days.ts";
import { createHeadline } from "./title_control.ts";
import { listenForHelp } from "./shortcut_help.ts";
import { createLegend } from "./legend.ts";
import { drawMarkers } from "./layers/markers.ts";
import { eventOf, indexAtlas, isAlike } from "../core/snapshot.ts";
import { createSlider } from "./slider/time_slider.ts";
import { applyReducedMotion } from "./reduced_motion.ts";
import { titleView } from "../ui/view_title.ts";
import { createStore } from "../core/store.ts";
import { syncMaps } from "./map_sync.ts";
import { watchDay } from "./daily_refresh.ts";
import { preparePrinting } from "./print.ts";
import { createTheme, readPageTheme } from "./theme.ts";
import { createNotice, createTools } from "./toolbar.ts";
import { watchPageFontScale } from "./font_scale.ts";
import { pickToward, readLink } from "../core/view_state.ts";
import { drawZones } from "./layers/zones.ts";
import type { View } from "../core/view_state.ts";
import type { Pointer } from "./focusable_path.ts";
import type { StreamlitFrame } from "./streamlit.ts";
import type { Topology } from "topojson-specification";
import type { AtlasRecord } from "../core/atlas.ts";
import type { ReliefImage } from "./layers/basemap.ts";
import type { Centres, Place } from "./layers/labels.ts";
import { buildOverlays } from "./overlays.ts";
import type { MapUrls } from "./urls.ts";

export async function start(map: L.Map, streamlit: StreamlitFrame, urls: MapUrls) {
  document.querySelector('meta[name="viewport"][content*="user-scalable"]')?.remove();
  // The language is that of the page around, which never changes in it.
  const { lang } = window.parent.document.documentElement;
  document.documentElement.lang = lang;
  document.documentElement.classList.toggle("synced", urls.synced);
  // A detached map has no address and no server of its own: the stories page leads it.
  document.documentElement.classList.toggle("detached", urls.detached);
  const isPresenting = () => document.documentElement.classList.contains("presenting");
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
  const opened = readLink(urls.detached ? "" : window.parent.location.search, atlas, urls.prefix);
  const store = createStore(opened.view);
  const theme = createTheme(atlas.palette);
  theme.set(readPageTheme());

  applyReducedMotion(map);
  let resized = () => {};
  watchPageFontScale(() => resized());
  const overlays = buildOverlays(map.getContainer());
  const camera = createCamera(map, atlas, store);
  camera.open(store.view);

  const notice = createNotice(overlays.notice);
  const reportMissing = () => notice.show(_("Part of the map could not be loaded. Reload the page to try again."));
  const deferred = createLoader(lang, urls.messages);
  const card = createTooltip(map, atlas, theme, store);
  const hover = (kind: Parameters<typeof card.point>[0]) => (id: string | null, pointer?: Pointer) => {
    card.point(kind, id, pointer);
    if (kind === "country") peer.echo(id);
  };
  function chooseEvent(id: string, toward?: string) {
    if (isPresenting()) return;
    slider.stop();
    const event = eventOf(atlas, id);
    const panel = store.view.panel === "off" ? "off" : null;
    store.set({ event: id, year: event.year, toward: pickToward(event, toward ?? store.view.toward), panel }, "settled");
    camera.showEvent(event);
  }
  const choosePanel = (id: string) => {
    if (!isPresenting()) store.set({ panel: id }, "settled");
  };
  const showSubject = (id: string, layer: { boundsOf: (id: string) => L.LatLngBounds | undefined }) => {
    choosePanel(id);
    camera.showBounds(layer.boundsOf(id));
  };
  const leaveEvent = () => store.set({ event: null, toward: null, panel: store.view.panel === "off" ? "off" : null }, "settled");

  const countries = drawCountries(map, countriesTopology, atlas, theme, { hover: hover("country"), choose: choosePanel });
  const zones = drawZones(map, [zonesTopology, osmZones], atlas, theme, { hover: hover("zone"), choose: choosePanel });
  const positions = drawPositions(map, atlas, theme, { hover: hover("position"), choose: choosePanel });
  const markers = drawMarkers(map, atlas, theme, { hover: hover("event"), choose: chooseEvent });
  const slider = createSlider(overlays.slider, atlas, store, chooseEvent);
  const headline = createHeadline(overlays.headline, atlas, { toward: (id) => store.set({ toward: id }, "settled"), leave: leaveEvent });
  const answers = createAnswerDays(overlays.headline, atlas, store);
  const peer = syncMaps(map, urls.synced, (id) => card.pointAt(id, id ? countries.boundsOf(id) : null));
  const lit = { countries: [countries], zones: [zones, positions], events: [markers] };
  const legend = createLegend(overlays.legend, atlas, theme, {
    highlight: (layer, key) => lit[layer].forEach((part) => part.highlight(key)),
    mode: (mode) => isPresenting() || store.set({ mode }, "settled"),
  });
  legend.build();
  const address = urls.detached ? { link: () => "" } : connectAddress(atlas, store, streamlit, urls.prefix);
  const keys = () => void deferred().then(({ showKeys }) => showKeys(urls.share.style), reportMissing);
  if (!urls.detached && !urls.prefix) listenForHelp([window, window.parent], keys);
  preparePrinting(theme);
  const tools = createTools(overlays.tools, map, atlas, store, {
    home: camera.home,
    link: address.link,
    share: () => {
      const { view } = store;
      deferred().then(({ shareView }) => shareView(atlas, view, address.link(), urls.share), reportMissing);
    },
    keys,
    keep: () => {
      const { view } = store;
      deferred().then(({ keepView }) => notice.show(keepView(view, atlas, titleView(atlas, view)), 2500), reportMissing);
    },
    notify: (text) => notice.show(text, 2500),
  });
  const openSearch = async () =>
    (await deferred()).createSearch(overlays.search, atlas, {
      event: chooseEvent,
      country: (id) => showSubject(id, countries),
      zone: (id) => showSubject(id, zones),
      place: camera.showPlace,
    });

  const drawn: { draw: (view: View, named?: boolean) => void }[] = [countries, zones, positions, markers, slider, headline, answers, tools];
  const draw = (view: View, named = true) => {
    for (const part of drawn) part.draw(view, named);
    legend.draw(view, countries.keys, zones.keys);
    window.parent.document.body.dataset.atlasPanel = view.panel === "off" ? "off" : "on";
  };
  store.subscribe((view, before, change) => {
    const moving = change === "moving";
    if (!moving || !isAlike(atlas, view, before)) return draw(view, !moving);
    // Days on which nothing changes pass by on the clock alone.
    for (const part of [slider, headline, answers]) part.draw(view);
    legend.drawDay(view);
  });
  store.subscribe(() => card.hide());
  theme.subscribe(() => draw(store.view));
  map.on("zoomend", () => draw(store.view));
  draw(store.view);
  if (opened.notices.length) notice.show(opened.notices.join(" · "));

  applyEmbedMode(map, store, window.parent, address.link);
  watchPage();
  let description: { renew: () => Promise<void> } | null = null;
  watchDay(atlas, urls.record[lang] ?? urls.record[DEFAULT], (before) => {
    slider.renew();
    headline.renew();
    void description?.renew();
    const { year, date, event } = store.view;
    // The last year is the present one, to the server too (core/session_state.py), and goes on to the next.
    if (!urls.detached && year === before && !event && !date) {
      store.set({ year: atlas.last }, "restored");
      store.set({}, "quiet");
    } else draw(store.view);
    if (atlas.last !== before && !isPresenting()) notice.show(_("It is now {year}: the timeline has been extended.", { year: atlas.last }));
  });
  document.documentElement.dataset.atlas = "ready";
  performance.mark("atlas-ready");

  // What follows are deferred layers: they are asked for only now, so that they delay nothing above.
  const shapes = await Promise.all([
    shape("water.topo.json"),
    shape<Centres>("labels.json"),
    shape<Place[]>("places.json"),
    shape<Record<string, ReliefImage>>("relief.json"),
    shape("frontier.topo.json"),
    openSearch(),
    deferred(),
  ]).catch((error: unknown) => console.error(error));
  if (!shapes) return reportMissing();
  const [water, centres, places, images, frontier, search, { describeMap, drawLabels, drawRelief, drawWater }] = shapes;
  drawWater(map, water, theme);
  search.addPlaces(places);
  countries.addFrontier(frontier);
  drawn.push(drawRelief(map, images, urls.shapes));
  const labels = drawLabels(map, atlas, centres, places, countries, () =>
    [overlays.headline, overlays.legend, overlays.slider, overlays.search, overlays.tools, ...markers.chosen()].map((part) =>
      part.getBoundingClientRect(),
    ),
  );
  drawn.push(labels);
  resized = () => {
    labels.resize();
    camera.refit();
  };
  // A face is asked for once a name needs it, so that the names themselves bring on the last ones.
  document.fonts.addEventListener("loadingdone", labels.resize);
  draw(store.view);
  labels.place();
  description = await describeMap(map.getContainer(), atlas, store, urls.words);
  await document.fonts.ready;
  document.documentElement.dataset.atlas = "complete";

  /** Follow the browser's Back and Forward, the page's theme, and choices made in the panel. */
  function watchPage() {
    const restore = () => {
      const { view, notices } = readLink(window.parent.location.search, atlas, urls.prefix);
      const moved = JSON.stringify(view.at) !== JSON.stringify(store.view.at);
      store.set(view, "restored");
      // Later, since a map that moves takes its peer along, which then writes the address: by then it
      // has read it.
      if (moved) requestAnimationFrame(() => camera.open(view));
      if (notices.length) notice.show(notices.join(" · "));
    };
    if (!urls.detached) window.parent.addEventListener("popstate", restore);
    window.addEventListener("pagehide", () => window.parent.removeEventListener("popstate", restore));
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
      setPresenting: (on: boolean) => document.documentElement.classList.toggle("presenting", on),
    };
  }
}

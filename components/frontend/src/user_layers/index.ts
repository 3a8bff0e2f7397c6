/**
 * A reader's own data on the map: read, checked, drawn on the atlas's clock and kept in this browser alone.
 *
 * The script is asked for when a reader first uses it; the same file is the worker that reads files.
 */
import { gettext as _ } from "../i18n/gettext.ts";
import { nameOf } from "../core/snapshot.ts";
import { numberOf } from "../core/iso_day.ts";
import { readAreas } from "./area_shapes.ts";
import { createCanvasLayer, type CanvasLayer } from "./canvas_layer.ts";
import { createHistogram } from "./histogram.ts";
import { showCredit } from "./credit.ts";
import { showCards } from "./hover_card.ts";
import { askReader } from "./import_dialog.ts";
import { openFile } from "./import_file.ts";
import { colorsOf } from "./layer_colors.ts";
import { countPeriod } from "./layer_counts.ts";
import { forgetLayers, keepLayer, readLayers, type LayerSettings, type UserLayer } from "./layer_storage.ts";
import { createPanel } from "./panel.ts";
import { serveParser, startParser } from "./parser_worker.ts";
import { describeFileFault } from "./problem_text.ts";
import { openPacked, packLayers, readLayer, writeLayer, type LayerFile } from "./layer_file.ts";
import { locatePoints } from "./area_lookup.ts";
import { showTable } from "./table_dialog.ts";
import { choosePeriod, type Period } from "./time_selection.ts";
import type { Areas } from "./parser.ts";
import type { OwnLayers } from "../share/own_layers.ts";
import type { MapContext } from "./map_context.ts";
import type { Limits } from "./row_reading.ts";

export { speak } from "../i18n/gettext.ts";

if (typeof document === "undefined") serveParser(self);

const PANE = "user-layers";
/** Above troops, below markers. */
const PANE_HEIGHT = "420";
const OPACITY = 0.85;

/** @param worker the address of this script; null where no worker may be had */
export async function mountUserLayers(context: MapContext, worker: URL | null) {
  const { map, atlas, store, theme, notify } = context;
  const pane = map.createPane(PANE);
  pane.style.zIndex = PANE_HEIGHT;
  pane.style.pointerEvents = "none";
  const areas = await readAreas(context.shapes);
  const { carried } = context;
  let layers = carried ? carried.layers.map((layer, place) => locate(readLayer(layer, place), areas)) : await readLayers();
  const canvases: Map<string, CanvasLayer> = new Map();
  const panel = createPanel(
    context.container,
    () => toggle(false),
    {
      country: (place) => (place < 0 ? _("elsewhere") : nameOf(atlas, areas.countries[place]?.id ?? "")),
      zone: (place) => atlas.zones[areas.zones[place]?.id ?? ""]?.name ?? "",
    },
    { open: (files) => void openAll(files), change, move, remove, table },
  );
  const histogram = createHistogram(context.track, context.axis);

  const days = (): Period => {
    const { from, to } = context.daysOf();
    return { from, to: to - 1 };
  };
  const periodOf = ({ settings }: UserLayer) => choosePeriod(days(), settings.span);

  function draw(isCounted: boolean) {
    for (const layer of layers) if (layer.settings.isVisible) canvases.get(layer.settings.id)?.draw(periodOf(layer));
    if (isCounted) count();
  }
  function count() {
    if (!panel.isOpen) return;
    for (const layer of layers) {
      const { isVisible, id } = layer.settings;
      panel.count(layer, countPeriod(layer.data, periodOf(layer)), isVisible ? (canvases.get(id)?.countInView() ?? 0) : 0);
    }
  }
  function arrange() {
    for (const [place, layer] of layers.entries()) {
      const { id, isVisible, opacity } = layer.settings;
      const canvas = canvases.get(id) ?? createCanvasLayer(map, pane, layer.data, () => theme.name);
      canvases.set(id, canvas);
      canvas.canvas.hidden = !isVisible;
      canvas.canvas.style.opacity = String(opacity);
      canvas.canvas.style.zIndex = String(place);
    }
    credit?.say(layers.filter(({ settings }) => settings.isVisible).map(({ settings }) => settings.name));
    histogram.show(layers.filter(({ settings }) => settings.isVisible).map(({ data }) => data));
    draw(true);
  }
  const credit = carried ? showCredit(map) : null;
  function relist() {
    panel.list(layers);
    panel.paint(colorsOf(theme.name).colors);
    arrange();
  }

  function keep(settings: LayerSettings, data: UserLayer["data"] | null = null) {
    if (carried) return Promise.resolve();
    return keepLayer(settings, data).then((isKept) => {
      if (!isKept) notify(_("This browser does not keep your data: they are gone when the page is closed."));
    });
  }
  function change(id: string, patch: Partial<LayerSettings>) {
    const layer = layers.find(({ settings }) => settings.id === id);
    if (!layer) return;
    Object.assign(layer.settings, patch);
    void keep(layer.settings);
    if ("name" in patch) relist();
    else arrange();
  }
  function move(id: string, way: 1 | -1) {
    const place = layers.findIndex(({ settings }) => settings.id === id);
    const other = place + way;
    if (place < 0 || other < 0 || other >= layers.length) return;
    [layers[place], layers[other]] = [layers[other], layers[place]];
    layers.forEach(({ settings }, order) => {
      settings.order = order;
      void keep(settings);
    });
    relist();
  }
  function remove(ids: string[]) {
    layers = layers.filter(({ settings }) => !ids.includes(settings.id));
    for (const id of ids) {
      canvases.get(id)?.remove();
      canvases.delete(id);
    }
    if (!carried) void forgetLayers(ids, layers.length === 0);
    relist();
    cards.hide();
  }
  function table(id: string) {
    const layer = layers.find(({ settings }) => settings.id === id);
    if (layer) showTable(document, context.style, layer, periodOf(layer));
  }

  const limits = (): Limits => {
    const bounds = map.options.maxBounds as L.LatLngBounds;
    return {
      south: bounds.getSouth(),
      north: bounds.getNorth(),
      west: bounds.getWest(),
      east: bounds.getEast(),
      firstDay: numberOf(`${atlas.first}-01-01`),
      lastDay: numberOf(atlas.today),
    };
  };
  // One form at a time: what is dropped meanwhile waits.
  let opening = Promise.resolve();
  function openAll(files: File[]) {
    opening = files.reduce((before, file) => before.then(() => open(file)), opening);
    return opening;
  }
  async function open(file: File) {
    const { parser, stop } = startParser(worker);
    panel.say(_("Reading {file}…", { file: file.name }));
    try {
      const opened = await openFile(file, parser);
      panel.say("");
      const chosen = await askReader(document, context.style, file.name, opened, parser, limits(), areas);
      if (!chosen) return;
      const { packed, mapping } = chosen;
      const settings: LayerSettings = {
        id: crypto.randomUUID?.() ?? `${Date.now()}-${layers.length}`,
        name: file.name.replace(/\.\w+$/, ""),
        file: file.name,
        layout: opened.layout,
        sizeName: mapping.size < 0 ? "" : opened.header[mapping.size],
        categoryName: mapping.category < 0 ? "" : opened.header[mapping.category],
        isVisible: true,
        opacity: OPACITY,
        span: "view",
        order: layers.length,
        version: 1,
      };
      layers.push({ settings, data: packed.layer });
      relist();
      await keep(settings, packed.layer);
    } catch (error) {
      panel.say(`${file.name}: ${describeFileFault(error)}`);
    } finally {
      stop();
    }
  }

  const cards = showCards(map, (point) => {
    for (const layer of [...layers].reverse()) {
      const at = layer.settings.isVisible ? (canvases.get(layer.settings.id)?.find(point) ?? -1) : -1;
      if (at >= 0) return { layer, at };
    }
    return null;
  });
  let counting = 0;
  store.subscribe((_view, _before, moment) => {
    cards.hide();
    draw(false);
    // While time moves the numbers follow once a frame, after the map.
    cancelAnimationFrame(counting);
    if (moment === "moving") counting = requestAnimationFrame(count);
    else count();
  });
  theme.subscribe(() => {
    panel.paint(colorsOf(theme.name).colors);
    draw(false);
    histogram.draw();
  });
  map.on("moveend", count);
  relist();

  function toggle(isOpen: boolean) {
    panel.show(isOpen);
    context.button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) count();
    else context.button.focus();
  }
  /** What of the layers can go into a file; null when none is shown. */
  function carry(): OwnLayers | null {
    const shown = layers.filter(({ settings }) => settings.isVisible);
    if (!shown.length) return null;
    return {
      names: shown.map(({ settings }) => settings.name),
      pack: () => packLayers(shown.map((layer) => writeLayer(layer, periodOf(layer), false))),
      write: () => JSON.stringify({ version: 1, layers: shown.map((layer) => writeLayer(layer, null, true)) } satisfies LayerFile),
    };
  }
  /** Those layers of a briefing that a step shows, and no others. */
  async function present(packed: string, names: string[]) {
    const file = names.length ? await openPacked(packed) : { layers: [] };
    for (const drawn of canvases.values()) drawn.remove();
    canvases.clear();
    layers = file.layers.filter(({ name }) => names.includes(name)).map(readLayer);
    relist();
  }
  return { present, toggle: () => toggle(!panel.isOpen), open: (files: File[]) => (toggle(true), void openAll(files)), carry };
}

/** A layer with the countries and zones of its points, which no file holds. */
function locate(layer: UserLayer, { countries, zones }: Areas): UserLayer {
  const { lon, lat } = layer.data;
  return { ...layer, data: { ...layer.data, country: locatePoints(countries, lon, lat), zone: locatePoints(zones, lon, lat) } };
}

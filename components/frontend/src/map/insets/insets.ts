/**
 * Insets beside the map: areas too small for it and, beside a closer view, all allies. They are drawn from the
 * map's own shapes and take over its paint, so that they are in its colours and on its clock.
 */
import { gettext as _ } from "../../i18n/gettext.ts";
import { el } from "../../ui/dom.ts";
import { eventOf, membersAt } from "../../core/snapshot.ts";
import { markersAt } from "../../core/shown_events.ts";
import { chooseInsets, isIn } from "./choice.ts";
import { readClosed, writeClosed } from "./closed_insets.ts";
import { drawInset } from "./drawing.ts";
import { createFrame } from "./frame.ts";
import { readGround } from "./ground.ts";
import { isTouching, placeInsets } from "./layout.ts";
import { createMeasure } from "./measure.ts";
import { createPause } from "../pause.ts";
import { ratioOf } from "./projection.ts";
import type { Atlas, Bounds, Inset } from "../../core/atlas.ts";
import type { Store } from "../../core/store.ts";
import type { View } from "../../core/view_state.ts";
import type { Theme } from "../theme.ts";
import type { InsetDrawing } from "./drawing.ts";
import type { Sources } from "./ground.ts";
import type { Box } from "./layout.ts";

const TILE_PIXELS = 256;
/** The width of an inset as a share of the map's, and its limits in pixels. */
const SHARE = 0.24;
const NARROW = 620;
const NARROW_SHARE = 0.64;
const LEAST = 150;
const LARGEST = 420;
/** From this many square pixels on a map has room for one inset more. */
const ROOM = [0, 420_000, 1_700_000];
/** An overview has its name under it, where it covers no ally. */
const FOOT = 25;
const MARK = 20;
const CHOSEN_MARK = 44;

export interface InsetHost {
  map: L.Map;
  atlas: Atlas;
  store: Store;
  theme: Theme;
  /** adds an empty overlay to the map */
  add: (name: string) => HTMLElement;
  /** the fieldset of the map's layers */
  menu: Element | null;
  show: (bounds: Bounds) => void;
  home: () => void;
  /** the insets stand elsewhere */
  moved: () => void;
}

export function createInsets({ map, atlas, store, theme, add, menu, show, home, moved }: InsetHost, sources: Sources) {
  const container = map.getContainer();
  const ground = readGround(sources);
  const measure = createMeasure(container);
  const closed = readClosed();
  const renderer = L.svg({ pane: "outlines" });
  const drawings = new Map<string, InsetDrawing>();
  const frames = new Map(
    atlas.insets.map((inset) => [inset.id, createFrame(add("inset"), inset, { show: showArea, close: closeInset, point: lightFrame })]),
  );
  const outlines = new Map(
    atlas.insets
      .filter(({ kind }) => kind === "place")
      .map(({ id, box: [west, south, east, north] }) => {
        const options = { pane: "outlines", renderer, interactive: false, fill: false, weight: 1.2, className: "inset-frame" };
        return [id, L.rectangle([[south, west], [north, east]], options)]; // prettier-ignore
      }),
  );
  let placed = new Map<string, Box>();
  const box = el("input", { type: "checkbox" });
  box.addEventListener("change", () => {
    closed.clear();
    if (!box.checked) for (const { id } of atlas.insets) closed.add(id);
    keepClosed();
  });
  menu?.append(el("label", {}, box, _("Insets")));

  function keepClosed() {
    writeClosed(closed);
    arrange();
  }

  function showArea({ kind, box: area }: Inset) {
    if (kind === "place") show(area);
    else home();
  }

  function closeInset({ id }: Inset) {
    const hadFocus = frames.get(id)?.element.contains(document.activeElement);
    closed.add(id);
    keepClosed();
    if (hadFocus) container.focus();
  }

  function lightFrame({ id }: Inset, isOn: boolean) {
    outlines.get(id)?.getElement()?.classList.toggle("lit", isOn);
  }

  const scaleOf = (zoom: number) => (TILE_PIXELS * 2 ** zoom) / 360;

  function widthOf() {
    const { x } = map.getSize();
    return x < NARROW ? Math.min(x * NARROW_SHARE, 260) : Math.min(Math.max(x * SHARE, LEAST), LARGEST);
  }

  /** Longitude and latitude of what a view is about. */
  function subjectOf({ event, panel }: View): [number, number] | null {
    const { lat, lon } = event ? eventOf(atlas, event) : { lat: null, lon: null };
    if (lat !== null && lon !== null) return [lon, lat];
    const centre = panel && panel in atlas.zones ? sources.zones.boundsOf(panel)?.getCenter() : undefined;
    return centre ? [centre.lng, centre.lat] : null;
  }

  function boundsOf(): Bounds {
    const bounds = map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  function choose(view: View, subject: [number, number] | null) {
    const { x, y } = map.getSize();
    // Two maps share a phone's screen: an inset would cover most of each.
    const fewest = Number(subject !== null && !document.documentElement.classList.contains("synced"));
    const most = x < NARROW ? fewest : ROOM.filter((least) => x * y >= least).length;
    return chooseInsets(atlas.insets, closed, {
      bounds: boundsOf(),
      scale: scaleOf(map.getZoom()),
      scaleOf: ({ box: [west, , east] }) => widthOf() / (east - west),
      ...{ subject, isEvent: view.event !== null, most },
    });
  }

  const boxAt = (lat: number, lon: number, size: number): Box => {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    return { left: x - size / 2, top: y - size / 2, width: size, height: size };
  };
  const boxOf = (bounds: L.LatLngBounds): Box => {
    const [upper, lower] = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
    return { left: upper.x, top: upper.y, width: lower.x - upper.x, height: lower.y - upper.y };
  };

  /** What lies over the map. */
  function listFurniture(): Box[] {
    const frame = container.getBoundingClientRect();
    return [...container.querySelectorAll(":scope > .overlay:not(.inset, .notice), .slider .choices")].flatMap((overlay) => {
      const { left, top, width, height } = overlay.getBoundingClientRect();
      return width && height ? [{ left: left - frame.left, top: top - frame.top, width, height }] : [];
    });
  }

  /** What of the map is better seen: states of the alliance and parties, marks, and the areas of insets. */
  function listKept(view: View, chosen: Inset[]): Box[] {
    const states = new Set([...membersAt(atlas, view), ...(view.event ? eventOf(atlas, view.event).parties : [])]);
    const events = markersAt(atlas, view);
    return [
      ...[...states].flatMap((id) => sources.countries.boundsOf(id) ?? []).map(boxOf),
      ...chosen.flatMap(({ id }) => outlines.get(id)?.getBounds() ?? []).map(boxOf),
      ...events.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [boxAt(lat, lon, MARK)])),
    ];
  }

  function arrange() {
    const { view } = store;
    const subject = subjectOf(view);
    const chosen = choose(view, subject);
    const furniture = listFurniture();
    const { x: width, y: height } = map.getSize();
    const isSubject = ({ kind, box: area }: Inset) => kind === "overview" || (subject !== null && isIn(area, subject));
    const requests = chosen.map((inset) => ({
      ...{ id: inset.id, width: widthOf(), least: LEAST, ratio: ratioOf(inset.box), isSubject: isSubject(inset) },
      foot: inset.kind === "overview" ? FOOT : 0,
    }));
    const before = JSON.stringify([...placed]);
    const left = Math.max(0, Math.min(...furniture.map((box) => box.left)));
    const right = Math.max(0, width - Math.max(...furniture.map((box) => box.left + box.width)));
    // The mark of what the view is about is never covered either.
    const mark = view.event && subject ? [boxAt(subject[1], subject[0], CHOSEN_MARK)] : [];
    placed = placeInsets(requests, { width, height, left, right }, [...furniture, ...mark], listKept(view, chosen), placed);
    for (const inset of atlas.insets) showInset(inset, placed.get(inset.id), isSubject(inset));
    box.checked = closed.size === 0;
    if (JSON.stringify([...placed]) !== before) moved();
  }

  function showInset(inset: Inset, at: Box | undefined, isSubject: boolean) {
    const outline = outlines.get(inset.id);
    if (!at) {
      frames.get(inset.id)?.hide();
      outline?.remove();
      return;
    }
    frames.get(inset.id)?.place(at, isSubject);
    if (outline && !map.hasLayer(outline)) outline.addTo(map);
    if (drawings.get(inset.id)?.projection.width !== at.width) {
      const drawing = drawInset(inset, at.width, atlas, theme, sources, ground, measure.of);
      drawings.set(inset.id, drawing);
      frames.get(inset.id)?.show(drawing);
    }
    const drawing = drawings.get(inset.id);
    drawing?.draw(store.view);
    drawing?.frame(inset.kind === "overview" ? boundsOf() : null);
  }

  const pause = createPause(() => {
    if (isCovered()) return arrange();
    for (const id of placed.keys()) drawings.get(id)?.draw(store.view);
  });

  function isCovered() {
    const furniture = listFurniture();
    return [...placed.values()].some((inset) => furniture.some((other) => isTouching(inset, other, 0)));
  }

  /** Another size of what lies over the map: an inset makes way, in a drag once that pauses. */
  function makeWay() {
    if (!pause.isWaiting && isCovered()) arrange();
  }

  theme.subscribe(() => drawings.forEach((drawing) => drawing.recolour()));
  map.on("moveend resize", arrange);
  const observer = new ResizeObserver(makeWay);
  for (const overlay of container.querySelectorAll(":scope > .overlay:not(.inset)")) observer.observe(overlay);
  return {
    elements: () => [...placed.keys()].flatMap((id) => frames.get(id)?.element ?? []),
    arrange,
    /** @param settled whether the view is more than a moment of a drag */
    draw(_view: View, settled = true) {
      if (!settled) return pause.step();
      pause.cancel();
      arrange();
    },
    highlight() {
      for (const id of placed.keys()) drawings.get(id)?.copyFading();
    },
    /** Type has another size or another face. */
    resize() {
      measure.forget();
      drawings.clear();
      arrange();
    },
  };
}

/**
 * The slider: a ruler of all time that zooms from the years to the days, with the events on it. It is dragged,
 * clicked, typed at, or played. While it moves only the browser works; the choice is settled when it rests.
 *
 * Where years are in view a year is chosen, as a whole; where months or days are, a day.
 */
import { buildControls } from "./controls.ts";
import { createNavigation } from "./navigation.ts";
import { createPlayback } from "./playback.ts";
import { createReading } from "./reading.ts";
import { createRuler } from "./ruler.ts";
import { createViewport } from "./viewport.ts";
import { listenToGestures } from "./gestures.ts";
import { listenToKeys } from "./keys.ts";
import { isoOf, numberOf } from "../../core/iso_day.ts";
import { choosesDays, createAxis, dayAt, yearAt } from "./time_axis.ts";
import { isSameMoment } from "./moment.ts";
import type { View } from "../../core/view_state.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Change, Store } from "../../core/store.ts";

/** A held key repeats, and a wheel turns on: the choice is settled once, when it rests. */
const RESTING = 220;
/** Zooming by a button or key. */
const ZOOM = 2.5;
/** Days about a date that a link opens at. */
const OPENED = 75;
/** Clicked, a density opens to so many times its events' time. */
const OPEN_FACTOR = 1 / 8;

export function createSlider(
  host: HTMLElement,
  atlas: Atlas,
  store: Store,
  chooseEvent: (id: string, toward?: string, change?: Change) => void,
) {
  const ruler = createRuler(atlas);
  ruler.renew();
  const controls = buildControls(host, ruler.element);
  const { thumb, track } = controls;
  const reading = createReading(controls, atlas);
  const viewport = createViewport(controls, ruler, createAxis(atlas.first, atlas.last, atlas.today), {
    place: () => reading.place(viewport.shown(), store.view),
    changed: (isOtherUnit) => {
      if (isOtherUnit) reading.say(viewport.unit(), store.view);
      playback.draw();
    },
  });
  const navigation = createNavigation(atlas, viewport, store);

  // One redraw a frame however many pointer events arrive between two frames.
  let waiting: number | null = null;
  let frame = 0;
  let before: Partial<View> = {};
  function applyWaiting() {
    frame = 0;
    const share = waiting;
    waiting = null;
    if (share === null) return;
    const { axis, domain } = viewport;
    const within = Math.min(1, Math.max(0, share));
    const day = choosesDays(viewport.unit()) ? isoOf(dayAt(axis, domain, within)) : null;
    move({ year: day ? Number(day.slice(0, 4)) : yearAt(axis, domain, within), date: day });
  }
  function move(patch: Partial<View>) {
    const next = { event: null, toward: null, date: null, ...patch };
    if (!isSameMoment(store.view, { ...store.view, ...next })) store.set(next, "moving");
  }
  function settle() {
    if (frame) cancelAnimationFrame(frame);
    applyWaiting();
    store.set({}, "settled");
  }
  let resting = 0;
  function later() {
    clearTimeout(resting);
    resting = setTimeout(() => store.set({}, "stepped"), RESTING);
  }

  const gestures = listenToGestures(track, {
    begin: () => {
      stop();
      viewport.arrive();
      const { year, date, event, toward } = store.view;
      before = { year, date, event, toward };
      thumb.focus({ preventScroll: true });
    },
    choose: (share) => {
      waiting = share;
      if (!frame) frame = requestAnimationFrame(applyWaiting);
    },
    settle,
    revert: () => {
      waiting = null;
      store.set(before, "moving");
    },
    open: (mark, share) => {
      if (mark.dataset.event) chooseEvent(mark.dataset.event);
      else viewport.zoom(share, OPEN_FACTOR, true);
      return true;
    },
    zoom: (share, factor) => viewport.zoom(share, factor),
    pan: (share) => viewport.pan(share),
    isZoomed: () => !viewport.isWhole(),
  });

  function jump(way: 1 | -1) {
    const event = navigation.neighbour(way);
    if (!event) return;
    chooseEvent(event.id, undefined, "moving");
    later();
  }
  const zoom = (way: 1 | -1) => viewport.zoom(reading.visibleShare(viewport.domain, store.view), way === 1 ? 1 / ZOOM : ZOOM, true);
  const keyed = (act: () => void) => () => {
    stop();
    act();
  };
  listenToKeys(thumb, {
    step: (way, isLarger) => {
      stop();
      move(navigation.step(way, isLarger));
      later();
    },
    end: (way) => {
      stop();
      move(navigation.end(way));
      later();
    },
    jump: (way) => keyed(() => jump(way))(),
    zoom,
    whole: viewport.showWhole,
  });
  controls.into.addEventListener("click", () => zoom(1));
  controls.out.addEventListener("click", () => zoom(-1));
  controls.whole.addEventListener("click", () => viewport.showWhole());

  const playback = createPlayback(controls, {
    unit: () => viewport.unit(),
    advance: (pace) => {
      const next = navigation.advance(pace);
      if (next) store.set(next, "moving");
      return next !== null;
    },
    rewind: (pace) => {
      if (!navigation.advance(pace)) store.set(navigation.rewind(pace), "moving");
    },
    settle: () => store.set({}, "settled"),
  });
  const stop = () => playback.stop();

  if (store.view.date) viewport.open(numberOf(store.view.date), OPENED);
  let said = "";
  return {
    stop,
    track,
    /** The part of time on the track; each drawing of it is an event `axis` of the track. */
    axis: viewport.shown,
    /** The last day may be another: draw the ruler for it. */
    renew() {
      ruler.renew();
      viewport.renew(createAxis(atlas.first, atlas.last, atlas.today));
      said = "";
    },
    draw(view: View) {
      const key = `${view.year} ${view.date} ${view.event}`;
      if (key === said) return;
      said = key;
      if (!gestures.isChoosing()) viewport.reveal(reading.share(viewport.domain, view), playback.isPlaying());
      viewport.position();
      reading.say(viewport.unit(), view);
      ruler.light(view.event);
    },
  };
}

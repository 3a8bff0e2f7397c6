/**
 * The year slider: one track from the first year to today with the events on it, dragged, clicked,
 * typed at, or played. While it moves only the browser works; the choice is settled on release.
 */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { yearFraction } from "../ui/date_format.ts";
import { momentOf } from "../core/snapshot.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";

const SPEEDS = [1, 2, 4];
const MILLISECONDS_A_YEAR = 900;
const TICK_EVERY = 5;

export function createSlider(host: HTMLElement, atlas: Atlas, store: Store, chooseEvent: (id: string) => void) {
  let span = 0;
  const thumb = el("div", { class: "thumb", role: "slider", tabindex: "0", "aria-label": _("Year"), "aria-valuemin": String(atlas.first) });
  const fill = el("div", { class: "fill" });
  const ticks = el("div", { class: "ticks", "aria-hidden": "true" });
  const track = el("div", { class: "track" }, el("div", { class: "rail" }), fill, ticks, thumb);
  const play = el("button", { class: "play", type: "button", "aria-label": _("Play through the years") }, playIcon());
  const speed = el("button", { class: "speed", type: "button", "aria-label": formatSpeed(1) }, "1×");
  host.append(play, track, speed);

  /** @param year position of a year on the track, in percent; a year stands at its middle */
  const percent = (year: number) => ((year - atlas.first) / span) * 100;
  const marks: Map<string, HTMLElement> = new Map();
  drawTicks();

  function drawTicks() {
    span = atlas.last + 1 - atlas.first;
    thumb.setAttribute("aria-valuemax", String(atlas.last));
    ticks.replaceChildren();
    for (let year = atlas.first; year <= atlas.last; year += 1) {
      const named = year % TICK_EVERY === 0 || year === atlas.first;
      const tick = el("span", { class: named ? "tick named" : "tick" }, named ? String(year) : "");
      tick.style.left = `${percent(year + 0.5)}%`;
      ticks.append(tick);
    }
    for (const event of atlas.inTime) {
      const mark = el("span", { class: `mark kind-${event.kind}` });
      mark.style.left = `${percent(yearFraction(event.start))}%`;
      ticks.append(mark);
      marks.set(event.id, mark);
    }
  }

  function yearUnder(pointer: PointerEvent) {
    const box = track.getBoundingClientRect();
    const year = Math.floor(atlas.first + ((pointer.clientX - box.left) / box.width) * span);
    return Math.min(atlas.last, Math.max(atlas.first, year));
  }

  // One redraw a frame however many pointer events arrive between two frames.
  let waiting: number | null = null;
  let frame = 0;
  function moveTo(year: number) {
    waiting = year;
    if (!frame) frame = requestAnimationFrame(applyWaiting);
  }
  function applyWaiting() {
    frame = 0;
    const year = waiting;
    waiting = null;
    if (year === null || (year === store.view.year && store.view.event === null)) return;
    store.set({ year, event: null, toward: null }, "moving");
  }
  function settle() {
    if (frame) cancelAnimationFrame(frame);
    applyWaiting();
    store.set({}, "settled");
  }

  let dragging = false;
  track.addEventListener("pointerdown", (pointer) => {
    if (pointer.button !== 0) return;
    stop();
    dragging = true;
    track.setPointerCapture(pointer.pointerId);
    track.classList.add("dragging");
    thumb.focus({ preventScroll: true });
    moveTo(yearUnder(pointer));
    pointer.preventDefault();
  });
  track.addEventListener("pointermove", (pointer) => {
    if (dragging) moveTo(yearUnder(pointer));
  });
  for (const end of ["pointerup", "pointercancel"] as const) {
    track.addEventListener(end, () => {
      if (!dragging) return;
      dragging = false;
      track.classList.remove("dragging");
      settle();
    });
  }

  function step(year: number) {
    const bounded = Math.min(atlas.last, Math.max(atlas.first, year));
    store.set({ year: bounded, event: null, toward: null }, "moving");
    later();
  }

  // A held key repeats: the choice is settled once, when it rests.
  let resting = 0;
  function later() {
    clearTimeout(resting);
    resting = setTimeout(() => store.set({}, "settled"), 220);
  }

  /** The event before or after the day shown. */
  function neighbour(way: 1 | -1) {
    const { view } = store;
    const events = atlas.inTime;
    if (view.event) {
      const place = events.findIndex((event) => event.id === view.event);
      return events[place + way];
    }
    return way === 1 ? events.find((event) => event.year >= view.year) : events.findLast((event) => event.year <= view.year);
  }

  thumb.addEventListener("keydown", (key) => {
    const { year } = store.view;
    const actions: Record<string, () => void> = {
      ArrowRight: () => step(year + 1),
      ArrowUp: () => step(year + 1),
      ArrowLeft: () => step(year - 1),
      ArrowDown: () => step(year - 1),
      Home: () => step(atlas.first),
      End: () => step(atlas.last),
      PageDown: () => jump(1),
      PageUp: () => jump(-1),
    };
    const action = actions[key.key];
    if (!action || key.altKey || key.ctrlKey || key.metaKey) return;
    key.preventDefault();
    stop();
    action();
  });

  function jump(way: 1 | -1) {
    const event = neighbour(way);
    if (event) chooseEvent(event.id);
  }

  let pace = 0;
  let timer = 0;
  function stop() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    play.replaceChildren(playIcon());
    play.setAttribute("aria-label", _("Play through the years"));
    store.set({}, "settled");
  }
  function tick() {
    const { year } = store.view;
    if (year >= atlas.last) return stop();
    store.set({ year: year + 1, event: null, toward: null }, "moving");
    timer = setTimeout(tick, MILLISECONDS_A_YEAR / SPEEDS[pace]);
  }
  play.addEventListener("click", () => {
    if (timer) return stop();
    play.replaceChildren(pauseIcon());
    play.setAttribute("aria-label", _("Pause"));
    if (store.view.year >= atlas.last) store.set({ year: atlas.first, event: null, toward: null }, "moving");
    timer = setTimeout(tick, MILLISECONDS_A_YEAR / SPEEDS[pace]);
  });
  speed.addEventListener("click", () => {
    pace = (pace + 1) % SPEEDS.length;
    setText(speed, `${SPEEDS[pace]}×`);
    speed.setAttribute("aria-label", formatSpeed(SPEEDS[pace]));
  });

  // Moving by transform keeps a drag off layout; the width is read when it changes, not at each step.
  let share = -1;
  let width = 0;
  const position = () => {
    thumb.style.transform = `translateX(${(share * width).toFixed(1)}px)`;
    fill.style.transform = `scaleX(${share.toFixed(5)})`;
  };
  new ResizeObserver(() => {
    width = track.clientWidth;
    position();
  }).observe(track);
  let lit: HTMLElement | undefined;
  let said = "";
  return {
    stop,
    /** The last year may be another: draw the track for it. */
    renew() {
      drawTicks();
      said = "";
    },
    draw(view: View) {
      const event = view.event ? atlas.eventById.get(view.event) : null;
      const key = `${view.year} ${view.event}`;
      if (key === said) return;
      said = key;
      share = percent(event ? yearFraction(event.start) : view.year + 0.5) / 100;
      position();
      const members = atlas.memberSets[momentOf(atlas, view)].size;
      thumb.setAttribute("aria-valuenow", String(view.year));
      const spoken = ngettext("{year}, {count} member", "{year}, {count} members", members, { year: view.year });
      thumb.setAttribute(
        "aria-valuetext",
        event ? _("{year_and_members}, {event}", { year_and_members: spoken, event: event.title }) : spoken,
      );
      lit?.classList.remove("lit");
      lit = marks.get(view.event ?? "");
      lit?.classList.add("lit");
    },
  };
}

const formatSpeed = (times: number) => ngettext("Speed {count}×", "Speed {count}×", times);

const playIcon = () => icon("M7 4.5v15l12-7.5z");
const pauseIcon = () => icon("M7 5h4v14H7zM13.5 5h4v14h-4z");

function icon(path: string) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

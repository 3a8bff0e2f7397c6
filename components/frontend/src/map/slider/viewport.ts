/** The part of time in view: zoomed, panned, and brought to what is shown; drawn once a frame. */
import { isMotionReduced } from "../reduced_motion.ts";
import { centreOn, clampDomain, isWhole, lengthOf, panBy, unitAt, zoomAbout, type Axis, type Domain } from "./time_axis.ts";
import type { Controls } from "./controls.ts";
import type { createRuler } from "./ruler.ts";

/** How long a glide takes, in milliseconds. */
const GLIDE = 200;
/** What is shown comes into view again when it is nearer to the edge than this, in shares of the track. */
const MARGIN = 0.02;
/** While playing, what has left comes in again here. */
const ENTRY = 0.1;

export type Viewport = ReturnType<typeof createViewport>;

export interface Place {
  /** where the thumb stands, and from where to where the time lasts that is shown; shares of the track */
  at: number;
  from: number;
  to: number;
}

export function createViewport(
  { track, thumb, chosen, out, into, whole }: Controls,
  ruler: ReturnType<typeof createRuler>,
  wholeAxis: Axis,
  on: { place: () => Place; changed: (isOtherUnit: boolean) => void },
) {
  let axis = wholeAxis;
  /** what is meant to be in view, and on a glide there what is in view now */
  let domain: Domain = { from: axis.from, to: axis.to };
  let shown = domain;
  let width = 0;
  let frame = 0;
  let gliding = 0;
  const unit = () => unitAt(width / lengthOf(domain));

  // Moving by transform keeps a drag off layout; the width is read when it changes, not at each step.
  function position() {
    const { at, from, to } = on.place();
    thumb.style.transform = `translateX(${(at * width).toFixed(1)}px)`;
    chosen.style.transform = `translateX(${(from * width).toFixed(1)}px) scaleX(${Math.max(0, (to - from) * width).toFixed(2)})`;
  }
  function draw() {
    frame = 0;
    ruler.draw(axis, shown, width);
    position();
    track.dispatchEvent(new Event("axis"));
  }
  const schedule = () => {
    if (!frame) frame = requestAnimationFrame(draw);
  };
  function say() {
    const isAll = isWhole(axis, domain);
    const isOtherUnit = track.dataset.unit !== unit();
    if (isOtherUnit) track.dataset.unit = unit();
    track.closest(".slider")?.classList.toggle("zoomed", !isAll);
    const isLeast = lengthOf(domain) <= lengthOf(clampDomain(axis, { from: 0, to: 0 })) + 1e-6;
    // Not disabled: a button that has the focus keeps it.
    for (const [button, isIdle] of [
      [out, isAll],
      [whole, isAll],
      [into, isLeast],
    ] as const) {
      if (button.getAttribute("aria-disabled") !== String(isIdle)) button.setAttribute("aria-disabled", String(isIdle));
    }
    on.changed(isOtherUnit);
  }
  function arrive() {
    if (gliding) cancelAnimationFrame(gliding);
    gliding = 0;
    shown = domain;
    schedule();
  }
  function glide() {
    if (gliding) cancelAnimationFrame(gliding);
    if (isMotionReduced()) return arrive();
    const start = performance.now();
    const { from, to } = shown;
    const move = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - start) / GLIDE));
      const eased = 1 - (1 - part) ** 3;
      shown = { from: from + (domain.from - from) * eased, to: to + (domain.to - to) * eased };
      draw();
      gliding = part < 1 ? requestAnimationFrame(move) : 0;
    };
    gliding = requestAnimationFrame(move);
  }
  function show(next: Domain, isGlide: boolean) {
    if (next.from === domain.from && next.to === domain.to) return;
    domain = next;
    say();
    if (isGlide) glide();
    else arrive();
  }

  new ResizeObserver(() => {
    width = track.clientWidth;
    say();
    draw();
  }).observe(track);

  return {
    get axis() {
      return axis;
    },
    get domain() {
      return domain;
    },
    shown: () => shown,
    unit,
    position,
    /** End a glide at once. */
    arrive,
    isWhole: () => isWhole(axis, domain),
    zoom: (share: number, factor: number, isGlide = false) => show(zoomAbout(axis, domain, share, factor), isGlide),
    /** Move on by a share of what is in view. */
    pan: (share: number) => show(panBy(axis, domain, share * lengthOf(domain)), false),
    showWhole: () => show({ from: axis.from, to: axis.to }, true),
    /** Open at some days on both sides of a day. */
    open: (day: number, days: number) => show(clampDomain(axis, { from: day - days, to: day + days + 1 }), false),
    /** Bring what is at a share of the track into view. */
    reveal(share: number, isPlaying: boolean) {
      if (isWhole(axis, domain) || (share >= MARGIN && share <= 1 - MARGIN)) return;
      const day = domain.from + share * lengthOf(domain) - 0.5;
      const target = isPlaying ? panBy(axis, domain, (share - ENTRY) * lengthOf(domain)) : centreOn(axis, domain, day);
      show(target, true);
    },
    /** The axis goes on to another day. */
    renew(next: Axis) {
      const wasWhole = isWhole(axis, domain);
      axis = next;
      domain = shown = wasWhole ? { from: axis.from, to: axis.to } : clampDomain(axis, domain);
      say();
      draw();
    },
  };
}

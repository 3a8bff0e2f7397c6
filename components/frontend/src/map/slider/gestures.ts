/** Mouse, pen, finger and wheel over the track: choosing, zooming, panning. */

/** Pixels a pointer may tremble without dragging. */
const TREMBLE = 4;
/** Pixels of the track from above on which a drag pans once it is zoomed: the labels. */
const LABELS_FROM = 42;
/** Pixels of the wheel that halve what is in view: turned, and as a trackpad's pinch. */
const WHEEL_HALVES = 260;
const PINCH_HALVES = 60;
const LINE = 20;
/** Share of what is in view that passes in a frame for each share beyond the edge. */
const DRIFT = 0.12;

export interface GestureHandlers {
  /** a pointer comes down */
  begin: () => void;
  /** choose what is at a share of the track, at the next frame */
  choose: (share: number) => void;
  /** a choice is made */
  settle: () => void;
  /** two fingers zoom, or one scrolls the page: what was chosen meanwhile was not meant */
  revert: () => void;
  /** a mark is clicked; false where that means nothing */
  open: (mark: HTMLElement, share: number) => boolean;
  zoom: (share: number, factor: number) => void;
  /** move on by a share of what is in view */
  pan: (share: number) => void;
  isZoomed: () => boolean;
}

type Mode = "idle" | "choose" | "pan" | "press" | "pinch";

export function listenToGestures(track: HTMLElement, on: GestureHandlers) {
  const fingers: Map<number, number> = new Map();
  let mode: Mode = "idle";
  // The place of the track is read when a pointer comes down and not while it moves: no layout in a drag.
  let box = track.getBoundingClientRect();
  let start = 0;
  let last = 0;
  let pressed: HTMLElement | null = null;
  const shareAt = (x: number) => (x - box.left) / (box.width || 1);
  const isChoosing = () => mode === "choose";

  let drifting = 0;
  /** Beyond an edge the axis moves on, the further the faster. */
  function drift() {
    drifting = 0;
    const share = shareAt(last);
    const beyond = share < 0 ? share : share > 1 ? share - 1 : 0;
    if (!isChoosing() || !beyond || !on.isZoomed()) return;
    on.pan(Math.max(-0.5, Math.min(0.5, beyond)) * DRIFT);
    on.choose(share);
    drifting = requestAnimationFrame(drift);
  }
  function choose(x: number) {
    last = x;
    on.choose(shareAt(x));
    if (!drifting) drifting = requestAnimationFrame(drift);
  }
  function enter(next: Mode) {
    mode = next;
    track.classList.toggle("dragging", next === "choose");
    track.classList.toggle("panning", next === "pan" || next === "pinch");
  }

  function pinch(id: number, x: number) {
    const other = [...fingers].find(([each]) => each !== id)?.[1] ?? x;
    const before = fingers.get(id) ?? x;
    const [apart, apartBefore] = [Math.abs(x - other), Math.abs(before - other)].map((pixels) => Math.max(24, pixels));
    on.pan(-(x - before) / 2 / (box.width || 1));
    on.zoom(shareAt((x + other) / 2), apartBefore / apart);
  }

  track.addEventListener("pointerdown", (pointer) => {
    if (pointer.button !== 0 || fingers.size > 1) return;
    pointer.preventDefault();
    track.setPointerCapture(pointer.pointerId);
    fingers.set(pointer.pointerId, pointer.clientX);
    if (fingers.size === 2) {
      if (mode === "choose") on.revert();
      return enter("pinch");
    }
    box = track.getBoundingClientRect();
    start = last = pointer.clientX;
    on.begin();
    const target = pointer.target as HTMLElement;
    pressed = pointer.pointerType === "touch" ? null : target.closest<HTMLElement>(".mark");
    const scale = box.height / (track.offsetHeight || 1);
    if (pressed) return enter("press");
    if (on.isZoomed() && pointer.clientY - box.top > LABELS_FROM * scale && !target.closest("[role=slider]")) return enter("pan");
    enter("choose");
    // A finger may be about to scroll the page: it chooses where it is lifted, or once it moves along the slider.
    if (pointer.pointerType !== "touch") choose(pointer.clientX);
  });
  track.addEventListener("pointermove", (pointer) => {
    const x = pointer.clientX;
    if (!fingers.has(pointer.pointerId)) return;
    if (mode === "pinch") pinch(pointer.pointerId, x);
    if (mode === "press" && Math.abs(x - start) > TREMBLE) enter("choose");
    if (mode === "choose") choose(x);
    if (mode === "pan") {
      on.pan((last - x) / (box.width || 1));
      last = x;
    }
    fingers.set(pointer.pointerId, x);
  });
  for (const end of ["pointerup", "pointercancel"] as const) {
    track.addEventListener(end, (pointer) => {
      if (!fingers.delete(pointer.pointerId)) return;
      const was = mode;
      if (was === "pinch" && fingers.size) return;
      enter("idle");
      const share = shareAt(pointer.clientX);
      const isClick = end === "pointerup" && Math.abs(pointer.clientX - start) <= TREMBLE;
      if (was === "press" && pressed && isClick && on.open(pressed, share)) return;
      // The browser scrolls: nothing was meant for the slider.
      if (end === "pointercancel" && was === "choose") return on.revert();
      // A click that turned out to be no drag of the labels chooses what is above.
      if (isClick) on.choose(share);
      if (was !== "pinch") on.settle();
    });
  }

  track.addEventListener(
    "wheel",
    (wheel) => {
      wheel.preventDefault();
      if (mode !== "idle") return;
      box = track.getBoundingClientRect();
      const unit = wheel.deltaMode === 1 ? LINE : wheel.deltaMode === 2 ? box.width : 1;
      const [across, along] = [wheel.deltaX * unit, wheel.deltaY * unit];
      if (wheel.shiftKey || Math.abs(across) > Math.abs(along)) return on.pan((across || along) / (box.width || 1));
      on.zoom(shareAt(wheel.clientX), 2 ** (along / (wheel.ctrlKey ? PINCH_HALVES : WHEEL_HALVES)));
    },
    { passive: false },
  );
  return { isChoosing };
}

/** Pieces that every part of the cohesion page is made of. Text is only ever set as text. */
import { withMode } from "../ui/mode_note.ts";
import { el } from "../ui/dom.ts";
import { paintStance } from "../ui/stance_paint.ts";
import type { StancePalette } from "../core/palette.ts";

/** Heads of sections. */
export function makeHead({
  anchor,
  title,
  finding,
  paragraphs = [],
}: {
  anchor: string;
  title: string;
  finding: string;
  paragraphs?: string[];
}) {
  return [
    el("h2", { id: `part-${anchor}` }, title),
    el("p", { class: "finding" }, `${finding}.`),
    ...paragraphs.map((text) => el("p", {}, text)),
  ];
}

/** A sample of a stance in a legend. */
export const makeSwatch = (code: string, palette: StancePalette, other?: string, weak = false) =>
  paintStance(el("span", { class: "swatch paint", "aria-hidden": "true" }), code, palette, other, weak);

/** Where the evidence of a cell stands. */
export const evidenceAddress = (event: string, toward: string, mode?: string | null) =>
  `events?${new URLSearchParams(withMode({ event, toward }, mode))}`;

/** Draw anew, leaving the focus on the element of the same `data-key` and scrolled frames where they were. */
export function keepPlace(host: Element, drawing: () => void) {
  const held = document.activeElement;
  const key = held instanceof HTMLElement && host.contains(held) ? held.dataset.key : undefined;
  const places = [...host.querySelectorAll(".scroll[data-key]")].map(
    (frame) => [(frame as HTMLElement).dataset.key, frame.scrollLeft, frame.scrollTop] as const,
  );
  drawing();
  for (const [name, left, top] of places) {
    const frame = [...host.querySelectorAll(".scroll[data-key]")].find((each) => (each as HTMLElement).dataset.key === name);
    frame?.scrollTo(left, top);
  }
  if (key === undefined) return;
  const next = [...host.querySelectorAll("[data-key]")].find((each) => (each as HTMLElement).dataset.key === key);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/** The name of a state at the head of a column: in full where there is room, else its code. */
export const makeColumnName = ({ id, name }: { id: string; name: string }) =>
  el("th", { scope: "col" }, el("span", { class: "long" }, name), el("span", { class: "short", "aria-hidden": "true" }, id));

/** Pieces that every part of the cohesion page is made of. Text is only ever set as text. */
import { make } from "../ui/dom.ts";

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
    make("h2", { id: `part-${anchor}` }, title),
    make("p", { class: "finding" }, `${finding}.`),
    ...paragraphs.map((text) => make("p", {}, text)),
  ];
}

/** Where the evidence of a cell stands. */
export const evidenceAddress = (event: string, toward: string) => `events?${new URLSearchParams({ event, toward })}`;

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
  make("th", { scope: "col" }, make("span", { class: "long" }, name), make("span", { class: "short", "aria-hidden": "true" }, id));

/**
 * A labelled choice.
 * @param options value and words
 */
export function makeSelect(name: string, label: string, options: Array<[string, string]>, value: string, choose: (value: string) => void) {
  const select = make(
    "select",
    { "data-key": name },
    ...options.map(([id, words]) => make("option", { value: id, selected: id === value }, words)),
  );
  select.addEventListener("change", () => choose(select.value));
  return make("label", { class: "field" }, label, select);
}

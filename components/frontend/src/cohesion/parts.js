// @ts-check
/** Pieces that every part of the cohesion page is made of. Text is only ever set as text. */
import { make } from "../map/dom.js";

/** Heads of sections. @param {{anchor: string, title: string, finding: string, paragraphs?: string[]}} section */
export function makeHead({ anchor, title, finding, paragraphs = [] }) {
  return [
    make("h2", { id: `part-${anchor}` }, title),
    make("p", { class: "finding" }, `${finding}.`),
    ...paragraphs.map((text) => make("p", {}, text)),
  ];
}

/** Where the evidence of a cell stands. @param {string} event @param {string} toward */
export const evidenceAddress = (event, toward) => `events?${new URLSearchParams({ event, toward })}`;

/**
 * Draw anew, leaving the focus on the element of the same `data-key` and scrolled frames where they were.
 * @param {Element} host @param {() => void} drawing
 */
export function keepPlace(host, drawing) {
  const held = document.activeElement;
  const key = held instanceof HTMLElement && host.contains(held) ? held.dataset.key : undefined;
  const places = [...host.querySelectorAll(".scroll[data-key]")].map((frame) =>
    /** @type {const} */ ([/** @type {HTMLElement} */ (frame).dataset.key, frame.scrollLeft, frame.scrollTop]));
  drawing();
  for (const [name, left, top] of places) {
    const frame = [...host.querySelectorAll(".scroll[data-key]")].find((each) => /** @type {HTMLElement} */ (each).dataset.key === name);
    frame?.scrollTo(left, top);
  }
  if (key === undefined) return;
  const next = [...host.querySelectorAll("[data-key]")].find((each) => /** @type {HTMLElement} */ (each).dataset.key === key);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/** The name of a state at the head of a column: in full where there is room, else its code. @param {{id: string, name: string}} state */
export const makeColumnName = ({ id, name }) =>
  make("th", { scope: "col" }, make("span", { class: "long" }, name), make("span", { class: "short", "aria-hidden": "true" }, id));

/** A labelled choice. @param {string} name @param {string} label @param {Array<[string, string]>} options value and words @param {string} value @param {(value: string) => void} choose */
export function makeSelect(name, label, options, value, choose) {
  const select = make("select", { "data-key": name }, ...options.map(([id, words]) => make("option", { value: id, selected: id === value }, words)));
  select.addEventListener("change", () => choose(select.value));
  return make("label", { class: "field" }, label, select);
}

// @ts-check
/** Links of the events page: plain anchors that can be copied, taken in place when simply clicked. */
import { make } from "../map/dom.js";

/**
 * A link to an event on this page.
 * @param {{event: string, toward?: string}} choice
 * @param {Record<string, string>} kept parameters the address keeps
 * @param {(choice: {event: string, toward?: string}) => void} choose
 * @param {Record<string, string|boolean|undefined>} attributes
 * @param {...(Node|string)} children
 */
export function linkEvent(choice, kept, choose, attributes, ...children) {
  const anchor = make("a", { ...attributes, href: writeAddress(choice, kept) }, ...children);
  anchor.addEventListener("click", (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey || click.button !== 0) return;
    click.preventDefault();
    choose(choice);
  });
  return anchor;
}

/** @param {{event: string, toward?: string}} choice @param {Record<string, string>} kept */
function writeAddress(choice, kept) {
  const parameters = new URLSearchParams(kept);
  for (const name of ["year", "event", "toward"]) parameters.delete(name);
  for (const [name, value] of Object.entries(choice)) parameters.set(name, value);
  return `?${parameters}`;
}

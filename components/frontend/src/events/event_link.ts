/** Links of the events page: plain anchors that can be copied, taken in place when simply clicked. */
import { el } from "../ui/dom.ts";
import type { Choice } from "./content.ts";

/**
 * A link to an event on this page.
 * @param params what the address carries along
 */
export function linkEvent(
  choice: Choice,
  params: Record<string, string>,
  choose: (choice: Choice) => void,
  attributes: Record<string, string | boolean | undefined>,
  ...children: (Node | string)[]
) {
  const anchor = el("a", { ...attributes, href: writeAddress(choice, params) }, ...children);
  anchor.addEventListener("click", (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey || click.button !== 0) return;
    click.preventDefault();
    choose(choice);
  });
  return anchor;
}

function writeAddress(choice: Choice, params: Record<string, string>) {
  const parameters = new URLSearchParams(params);
  for (const name of ["year", "event", "toward", "claim"]) parameters.delete(name);
  for (const [name, value] of Object.entries(choice) as [string, string][]) parameters.set(name, value);
  return `?${parameters}`;
}

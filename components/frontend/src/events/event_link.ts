/** Links of the events page: plain anchors that can be copied, taken in place when simply clicked. */
import { make } from "../ui/dom.ts";
import type { Choice } from "./content.ts";

/**
 * A link to an event on this page.
 * @param kept parameters the address keeps
 */
export function linkEvent(
  choice: Choice,
  kept: Record<string, string>,
  choose: (choice: Choice) => void,
  attributes: Record<string, string | boolean | undefined>,
  ...children: (Node | string)[]
) {
  const anchor = make("a", { ...attributes, href: writeAddress(choice, kept) }, ...children);
  anchor.addEventListener("click", (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey || click.button !== 0) return;
    click.preventDefault();
    choose(choice);
  });
  return anchor;
}

function writeAddress(choice: Choice, kept: Record<string, string>) {
  const parameters = new URLSearchParams(kept);
  for (const name of ["year", "event", "toward"]) parameters.delete(name);
  for (const [name, value] of Object.entries(choice) as [string, string][]) parameters.set(name, value);
  return `?${parameters}`;
}

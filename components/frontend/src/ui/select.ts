/** A labelled choice among some values. */
import { el } from "./dom.ts";

/**
 * @param options value and words
 * @param choose is given the value and the name of the choice
 */
export function makeSelect(
  name: string,
  label: string,
  options: [string, string][],
  value: string,
  choose: (value: string, name: string) => void,
) {
  const select = el(
    "select",
    { "data-key": name },
    ...options.map(([id, words]) => el("option", { value: id, selected: id === value }, words)),
  );
  select.addEventListener("change", () => choose(select.value, name));
  return el("label", { class: "field" }, label, select);
}

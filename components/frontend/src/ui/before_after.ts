/** The choice of a day, and what stances were before it and from it on, as sentences. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";

export interface BeforeAfter {
  /** ISO; null where none is chosen */
  day: string | null;
  first: string;
  last: string;
  sentences: string[];
}

/** @param data missing where no server resamples, as in the static atlas */
export function renderBeforeAfter(data: BeforeAfter | undefined, choose: (day: string) => void): HTMLElement {
  if (!data) {
    return el(
      "p",
      { class: "note before-after" },
      _("Means before and after a date, with their intervals, are available in the live atlas."),
    );
  }
  const { day, first, last, sentences } = data;
  const input = el("input", { type: "date", min: first, max: last, value: day ?? "", "data-key": "since" });
  input.addEventListener("change", () => {
    // While a year is typed the field holds days of the first centuries.
    if (!input.value || (input.value >= first && input.value <= last)) choose(input.value);
  });
  return el(
    "div",
    { class: "before-after" },
    el("label", { class: "field" }, _("Compare before and after a date"), input),
    el("div", { role: "status" }, ...sentences.map((sentence) => el("p", {}, sentence))),
  );
}

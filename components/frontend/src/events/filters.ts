/** The filters above the timeline. They are built once, so that typing is never interrupted. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { createModeSwitch } from "../ui/mode_switch.ts";
import { formatKind } from "./timeline_chart.ts";
import { makeGlyph } from "./response_glyphs.ts";
import type { FilterOffer, Responses, Timeline } from "./content.ts";

const TYPING_MS = 300;
const CHOICES = ["member", "kind", "zone"] as const;

/** The outcome that stands for any request; `ASKED` of data/event_filter.py. */
export const ASKED = "asked";

/** Each select with its label. */
const listSelects = () => [
  ["member", _("Country")],
  ["kind", _("Type")],
  ["zone", _("Zone")],
  ["from", _("From year")],
  ["to", _("To year")],
];

/** What each select offers. */
const filled: WeakMap<HTMLSelectElement, string> = new WeakMap();

/** @param onWords is told that words are about to be typed */
export function createFilters(send: (filter: Record<string, string>) => void, onWords: () => void) {
  const selects: Record<string, HTMLSelectElement> = {};
  const text = el("input", { type: "search", maxlength: "80", placeholder: _("Events, requests, claims"), "aria-label": _("Keyword") });
  const answers = el("div", { class: "answers", role: "group", "aria-label": _("Outcome of the request") });
  const clear = el("button", { type: "button", class: "clear" }, _("Clear filters"));
  const form = el("div", { class: "filters", role: "search", "aria-label": _("Filter events") });
  let response = "";
  let mode = "";
  let typing = 0;

  function gather() {
    window.clearTimeout(typing);
    const chosen = Object.fromEntries(Object.entries(selects).map(([name, select]) => [name, select.value]));
    send({ ...chosen, response, q: text.value, mode });
  }

  const field = (label: string, control: HTMLElement) => el("label", { class: "field" }, el("span", {}, label), control);
  for (const [name, label] of listSelects()) {
    selects[name] = el("select", { name, "aria-label": label });
    selects[name].addEventListener("change", gather);
    form.append(field(label, selects[name]));
  }
  text.addEventListener("input", () => {
    window.clearTimeout(typing);
    typing = window.setTimeout(gather, TYPING_MS);
  });
  text.addEventListener("change", gather);
  text.addEventListener("focus", onWords);
  clear.addEventListener("click", () => {
    text.value = "";
    send({});
  });
  const modes = createModeSwitch("mode-switch", (chosen) => {
    mode = chosen ?? "";
    gather();
  });
  form.append(field(_("Keyword"), text), modes.element, answers, clear);

  function drawAnswers(data: Timeline, colours: Responses) {
    const total = data.offers.response.reduce((sum, { id, count }) => sum + (id === ASKED ? 0 : count), 0);
    const held = answers.contains(document.activeElement) ? document.activeElement?.getAttribute("data-value") : null;
    const makeButton = (id: string, ...words: (Node | string)[]) => {
      const button = el("button", { type: "button", "aria-pressed": String(response === id), "data-value": id }, ...words);
      button.addEventListener("click", () => {
        response = id;
        gather();
      });
      return button;
    };
    answers.replaceChildren(
      makeButton("", _("All"), " ", makeCount(total)),
      ...data.offers.response.map(({ id, count }) =>
        id === ASKED
          ? makeButton(id, _("Requests only"), " ", makeCount(count))
          : makeButton(id, makeGlyph(id, colours[id].fill), `${colours[id].label} `, makeCount(count)),
      ),
    );
    if (typeof held === "string") answers.querySelector<HTMLElement>(`[data-value="${held}"]`)?.focus();
  }

  return {
    element: form,
    /**
     * @param data what `describe_timeline` gives
     * @param colours of the theme, by response
     */
    draw(data: Timeline, colours: Responses) {
      const { filter, offers, years } = data;
      response = filter.response ?? "";
      mode = filter.mode ?? "";
      modes.show(mode || null);
      for (const name of CHOICES) fillSelect(selects[name], listOptions(name, offers[name]), filter[name] ?? "");
      const [first, last] = years;
      const [low, high] = [Number(filter.from ?? first), Number(filter.to ?? last)];
      fillSelect(selects.from, listYears(first, high, String(first)), filter.from ?? "");
      fillSelect(selects.to, listYears(low, last, String(last)), filter.to ?? "");
      if (document.activeElement !== text) text.value = filter.q ?? "";
      clear.hidden = Object.keys(filter).length === 0;
      drawAnswers(data, colours);
    },
  };
}

const makeCount = (count: number) => el("span", { class: "count" }, String(count));

/** @returns value and text */
function listOptions(name: string, offers: FilterOffer[]): [string, string][] {
  const labelOf = (offer: FilterOffer) => (name === "kind" ? formatKind(offer.id) : offer.name);
  return [["", _("Any")], ...offers.map((offer) => [offer.id, `${labelOf(offer)} (${offer.count})`] as [string, string])];
}

/** @param open the year that stands for no limit */
function listYears(low: number, high: number, open: string): [string, string][] {
  const options: [string, string][] = [["", open]];
  for (let year = low; year <= high; year += 1) {
    if (String(year) !== open) options.push([String(year), String(year)]);
  }
  return options.sort((one, other) => Number(one[1]) - Number(other[1]));
}

function fillSelect(select: HTMLSelectElement, options: [string, string][], value: string) {
  const key = JSON.stringify(options);
  if (filled.get(select) !== key) {
    filled.set(select, key);
    select.replaceChildren(...options.map(([id, text]) => el("option", { value: id }, text)));
  }
  select.value = value;
}

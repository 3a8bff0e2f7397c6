// @ts-check
/** The filters above the timeline. They are built once, so that typing is never interrupted. */
import { gettext as _ } from "../language/messages.js";
import { make } from "../map/dom.js";
import { sayKind } from "./chart.js";
import { makeGlyph } from "./glyphs.js";

const TYPING_MS = 300;
const CHOICES = ["member", "kind", "zone"];

/** Each select with its label. */
const listSelects = () => [
  ["member", _("Country")], ["kind", _("Type")], ["zone", _("Zone")], ["from", _("From year")], ["to", _("To year")],
];

/** What each select offers. @type {WeakMap<HTMLSelectElement, string>} */
const filled = new WeakMap();

/** @param {(filter: Record<string, string>) => void} send */
export function createFilters(send) {
  /** @type {Record<string, HTMLSelectElement>} */
  const selects = {};
  const text = make("input", { type: "search", maxlength: "80", placeholder: _("Title, place or request"), "aria-label": _("Keyword") });
  const answers = make("div", { class: "answers", role: "group", "aria-label": _("Outcome of the request") });
  const clear = make("button", { type: "button", class: "clear" }, _("Clear filters"));
  const form = make("div", { class: "filters", role: "search", "aria-label": _("Filter events") });
  let response = "";
  let typing = 0;

  function gather() {
    window.clearTimeout(typing);
    const chosen = Object.fromEntries(Object.entries(selects).map(([name, select]) => [name, select.value]));
    send({ ...chosen, response, q: text.value });
  }

  /** @param {string} label @param {HTMLElement} control */
  const field = (label, control) => make("label", { class: "field" }, make("span", {}, label), control);
  for (const [name, label] of listSelects()) {
    selects[name] = make("select", { name, "aria-label": label });
    selects[name].addEventListener("change", gather);
    form.append(field(label, selects[name]));
  }
  text.addEventListener("input", () => {
    window.clearTimeout(typing);
    typing = window.setTimeout(gather, TYPING_MS);
  });
  text.addEventListener("change", gather);
  clear.addEventListener("click", () => {
    text.value = "";
    send({});
  });
  form.append(field(_("Keyword"), text), answers, clear);

  /** @param {any} data @param {any} colours */
  function drawAnswers(data, colours) {
    const total = data.offers.response.reduce((/** @type {number} */ sum, /** @type {any} */ offer) => sum + offer.count, 0);
    const held = answers.contains(document.activeElement) ? document.activeElement?.getAttribute("data-value") : null;
    const makeButton = (/** @type {string} */ id, /** @type {(Node|string)[]} */ ...words) => {
      const button = make("button", { type: "button", "aria-pressed": String(response === id), "data-value": id }, ...words);
      button.addEventListener("click", () => {
        response = id;
        gather();
      });
      return button;
    };
    answers.replaceChildren(
      makeButton("", _("All"), " ", makeCount(total)),
      ...data.offers.response.map((/** @type {any} */ { id, count }) =>
        makeButton(id, makeGlyph(id, colours[id].fill), `${colours[id].label} `, makeCount(count))),
    );
    if (typeof held === "string") /** @type {HTMLElement|null} */ (answers.querySelector(`[data-value="${held}"]`))?.focus();
  }

  return {
    element: form,
    /** @param {any} data what `describe_timeline` gives @param {any} colours of the theme, by response */
    draw(data, colours) {
      const { filter, offers, years } = data;
      response = filter.response ?? "";
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

/** @param {number} count */
const makeCount = (count) => make("span", { class: "count" }, String(count));

/** @param {string} name @param {any[]} offers @returns {[string, string][]} value and text */
function listOptions(name, offers) {
  const say = (/** @type {any} */ offer) => (name === "kind" ? sayKind(offer.id) : offer.name);
  return [["", _("Any")], ...offers.map((offer) => /** @type {[string, string]} */ ([offer.id, `${say(offer)} (${offer.count})`]))];
}

/** @param {number} low @param {number} high @param {string} open the year that stands for no limit @returns {[string, string][]} */
function listYears(low, high, open) {
  /** @type {[string, string][]} */
  const options = [["", open]];
  for (let year = low; year <= high; year += 1) {
    if (String(year) !== open) options.push([String(year), String(year)]);
  }
  return options.sort((one, other) => Number(one[1]) - Number(other[1]));
}

/** @param {HTMLSelectElement} select @param {[string, string][]} options @param {string} value */
function fillSelect(select, options, value) {
  const key = JSON.stringify(options);
  if (filled.get(select) !== key) {
    filled.set(select, key);
    select.replaceChildren(...options.map(([id, text]) => make("option", { value: id }, text)));
  }
  select.value = value;
}

// @ts-check
/** The call-and-response ledger: who asked, how soon words and deeds came, what they were. */
import { longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { makeCite } from "../panel/evidence.js";
import { paintElement, pourPaint } from "./paint.js";
import { count, evidenceAddress, makeHead } from "./parts.js";

/** @type {[string, string][]} */
const COLUMNS = [["when", "Asked on"], ["who", "Who asked whom"], ["what", "What was asked, and what came of it"], ["soon", "How soon"], ["allies", "Where the allies stood"]];

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component */
export function draw({ data, parentElement }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".cohesion"));
  if (!host || !data) return;
  pourPaint(host, data.palette);
  const head = make("tr", {}, ...COLUMNS.map(([name, words]) => make("th", { scope: "col", class: name }, words)));
  const rows = data.rows.map((/** @type {any} */ row) => layRow(row, data));
  const table = make("table", { class: "list ledger" }, make("thead", {}, head), make("tbody", {}, ...rows));
  const frame = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": data.title }, table);
  host.replaceChildren(...makeHead({ anchor: "ledger", ...data }), ...(data.rows.length ? [frame] : []));
}

/** @param {any} row @param {any} data */
function layRow(row, data) {
  const when = row.on ? longDate(row.on) : "day not on record";
  const who = [make("strong", {}, row.by), ` asked ${row.to}`, make("span", { class: "note" }, sayForm(row)), make("a", { href: evidenceAddress(row.event.id, row.toward) }, row.event.title)];
  const cells = [[when], who, layWhat(row), laySoon(row, data.longest), [layAllies(row, data)]];
  return make("tr", {}, ...cells.map((content, place) =>
    make(place ? "td" : "th", place ? { class: COLUMNS[place][0], "data-label": COLUMNS[place][1] } : { scope: "row", class: "when" }, ...content)));
}

/** Under which article, by what channel. @param {any} row */
function sayForm({ invocation, channel, confidence }) {
  const form = WORDS.invocation[invocation] ?? invocation;
  return `${form}${channel ? ` · ${channel}` : ""}${confidence === "high" ? "" : ` · confidence ${confidence}`}`;
}

/** @param {any} row */
function layWhat(row) {
  const response = make("span", { class: `response ${row.response}` }, WORDS.response[row.response] ?? row.response);
  const answers = [...row.words.map((/** @type {any} */ answer) => layAnswer("In words", answer)), ...row.deeds.map((/** @type {any} */ answer) => layAnswer("By deeds", answer))];
  const more = answers.length || row.source
    ? [make("details", {}, make("summary", {}, answers.length ? count(answers.length, "dated answer") : "Source"), ...answers, ...(row.source ? [make("p", { class: "answer" }, "The request. ", makeCite(row.source))] : []))]
    : [];
  return [make("p", {}, row.asked), make("p", {}, response, " ", row.answer), ...more];
}

/** @param {string} manner @param {any} answer */
const layAnswer = (manner, answer) =>
  make("p", { class: "answer" }, make("strong", {}, `${manner}, ${longDate(answer.date)}, ${answer.by}: `), answer.text, makeCite(answer.source));

/** Durations as words and as bars of one scale. @param {any} row @param {number} longest */
function laySoon({ days, words, deeds, on }, longest) {
  return [["words", "Words", words], ["deeds", "Deeds", deeds]].map(([name, label, answers]) => {
    const number = days[name];
    const said = number === null ? (answers.length ? "day not on record" : "none on record") : number === 0 ? "the same day" : count(number, "day");
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    // A square root keeps both days and months in sight.
    if (number !== null && longest) bar.style.width = `${Math.max(3, 100 * Math.sqrt(number / longest))}%`;
    return make("div", { class: `soon ${name}${number === null ? " none" : ""}` }, make("span", {}, `${label}: ${on || number !== null || !answers.length ? said : "request not dated"}`), ...(number === null ? [] : [bar]));
  });
}

/** @param {any} row @param {any} data */
function layAllies({ allies }, data) {
  const chips = allies.map((/** @type {any} */ { id, name, code }) =>
    make("li", {}, paintElement(make("span", { class: "chip", "aria-hidden": "true" }, id), code), make("span", { class: "unseen" }, `${name}: ${data.labels[code]}`)));
  return make("ul", { class: "allies" }, ...chips);
}

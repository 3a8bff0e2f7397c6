// @ts-check
/** The call-and-response ledger: who asked, how soon words and deeds came, what they were. */
import { gettext as _, ngettext } from "../language/messages.js";
import { longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { sayDoubt } from "../panel/certainty.js";
import { makeCite } from "../panel/evidence.js";
import { paintElement, pourPaint } from "./paint.js";
import { evidenceAddress, makeHead } from "./parts.js";

/** @returns {[string, string][]} */
const listColumns = () => [
  ["when", _("Requested on")], ["who", _("Who asked whom")], ["what", _("Request and outcome")], ["soon", _("Response time")], ["allies", _("Allies' positions")],
];

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component */
export function draw({ data, parentElement }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".cohesion"));
  if (!host || !data) return;
  pourPaint(host, data.palette);
  const head = make("tr", {}, ...listColumns().map(([name, words]) => make("th", { scope: "col", class: name }, words)));
  const rows = data.rows.map((/** @type {any} */ row) => layRow(row, data));
  const table = make("table", { class: "list ledger" }, make("thead", {}, head), make("tbody", {}, ...rows));
  const frame = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": data.title }, table);
  host.replaceChildren(...makeHead({ anchor: "ledger", ...data }), ...(data.rows.length ? [frame] : []));
}

/** @param {any} row @param {any} data */
function layRow(row, data) {
  const when = row.on ? longDate(row.on) : _("date not recorded");
  const who = [make("strong", {}, row.by), " ", _("to {country}", { country: row.to }), make("span", { class: "note" }, sayForm(row)), make("a", { href: evidenceAddress(row.event.id, row.toward) }, row.event.title)];
  const columns = listColumns();
  const cells = [[when], who, layWhat(row), laySoon(row, data.longest), [layAllies(row, data)]];
  return make("tr", {}, ...cells.map((content, place) =>
    make(place ? "td" : "th", place ? { class: columns[place][0], "data-label": columns[place][1] } : { scope: "row", class: "when" }, ...content)));
}

/** Under which article, by what channel. @param {any} row */
function sayForm({ invocation, channel, confidence }) {
  const form = WORDS.invocation[invocation] ?? invocation;
  return [form, channel, sayDoubt(confidence)].filter(Boolean).join(" · ");
}

/** @param {any} row */
function layWhat(row) {
  const response = make("span", { class: `response ${row.response}` }, WORDS.response[row.response] ?? row.response);
  const answers = [...row.words.map((/** @type {any} */ answer) => layAnswer(sayWords(answer), answer)), ...row.deeds.map((/** @type {any} */ answer) => layAnswer(sayDeeds(answer), answer))];
  const more = answers.length || row.source
    ? [make("details", {}, make("summary", {}, answers.length ? ngettext("{count} dated response", "{count} dated responses", answers.length) : _("Source")), ...answers, ...(row.source ? [make("p", { class: "answer" }, _("Request."), " ", makeCite(row.source))] : []))]
    : [];
  return [make("p", {}, row.asked), make("p", {}, response, " ", row.answer), ...more];
}

/** @param {any} answer */
const sayWords = (answer) => _("Statement, {day}, {who}:", { day: longDate(answer.date), who: answer.by });

/** @param {any} answer */
const sayDeeds = (answer) => _("Action, {day}, {who}:", { day: longDate(answer.date), who: answer.by });

/** @param {string} head @param {any} answer */
const layAnswer = (head, answer) => make("p", { class: "answer" }, make("strong", {}, head, " "), answer.text, makeCite(answer.source));

/** Durations as words and as bars of one scale. @param {any} row @param {number} longest */
function laySoon({ days, words, deeds, on }, longest) {
  return [["words", words], ["deeds", deeds]].map(([name, answers]) => {
    const number = days[name];
    const soon = saySoon(number, answers.length, on);
    const said = name === "words" ? _("Statement: {soon}", { soon }) : _("Action: {soon}", { soon });
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    // A square root keeps both days and months in sight.
    if (number !== null && longest) bar.style.width = `${Math.max(3, 100 * Math.sqrt(number / longest))}%`;
    return make("div", { class: `soon ${name}${number === null ? " none" : ""}` }, make("span", {}, said), ...(number === null ? [] : [bar]));
  });
}

/** How soon the first answer came, or why that is not known. @param {number|null} days @param {number} answers @param {string|null} on day of the request */
function saySoon(days, answers, on) {
  if (days === 0) return _("the same day");
  if (days !== null) return ngettext("{count} day", "{count} days", days);
  if (!answers) return _("none recorded");
  return on ? _("date not recorded") : _("date of request not recorded");
}

/** @param {any} row @param {any} data */
function layAllies({ allies }, data) {
  const chips = allies.map((/** @type {any} */ { id, name, code }) =>
    make("li", {}, paintElement(make("span", { class: "chip", "aria-hidden": "true" }, id), code), make("span", { class: "unseen" }, _("{country}: {stance}", { country: name, stance: data.labels[code] }))));
  return make("ul", { class: "allies" }, ...chips);
}

// @ts-check
/** What was asked, by whom and of whom, and what came of it, answer by answer. */
import { gettext as _, ngettext } from "../language/messages.js";
import { sayDoubt } from "../panel/certainty.js";
import { capitalise } from "../language/numbers.js";
import { longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { makeCite } from "../panel/evidence.js";
import { makeGlyph } from "./glyphs.js";

/** @param {any} event @param {any} responses paint and label by response */
export function layRequest(event, responses) {
  const asked = event.invocation === "none" ? [make("dd", {}, _("No request for help is recorded in the sources."))] : layAsked(event);
  const answer = event.invocation === "none" ? (event.answer ? [make("dd", {}, event.answer)] : []) : layAnswer(event, responses[event.response]);
  const pairs = [make("dt", {}, _("Request")), ...asked];
  if (answer.length) pairs.push(make("dt", {}, _("Outcome")), ...answer);
  return make("dl", { class: "request" }, ...pairs);
}

/** @param {any} event */
function layAsked({ invocation, asked, call }) {
  const text = make("div", {}, make("strong", {}, `${capitalise(WORDS.invocation[invocation] ?? invocation)}. `), asked);
  if (!call) return [make("dd", {}, text)];
  const who = { caller: call.by, called: call.to };
  const said = call.date ? _("{caller} to {called}, {day}.", { ...who, day: longDate(call.date) }) : _("{caller} to {called}, date not recorded.", who);
  return [make("dd", {}, text, make("div", {}, `${said} ${call.channel}.`), makeCite(call.source, sayDoubt(call.confidence)))];
}

/** @param {any} event @param {{fill: string, label: string}} response */
function layAnswer({ response, answer, call }, { fill, label }) {
  const text = make("div", {}, make("span", { class: "answer" }, makeGlyph(response, fill), make("strong", {}, `${label}. `)), answer);
  const answers = (call?.answers ?? []).map((/** @type {any} */ each) =>
    make("div", { class: "claim" }, make("strong", {}, sayManner(each), " "), each.text, makeCite(each.source)));
  return [make("dd", {}, text, ...answers)];
}

/** Who answered, in which manner and when. @param {{by: string, manner: string, date: string, days: number|null}} answer */
function sayManner({ by, manner, date, days }) {
  const values = { who: by, day: longDate(date) };
  const words = manner === "words";
  if (days === null || days < 0) return words ? _("{who}, statement, {day}.", values) : _("{who}, action, {day}.", values);
  if (days === 0) return words ? _("{who}, statement, {day}, the same day.", values) : _("{who}, action, {day}, the same day.", values);
  return words
    ? ngettext("{who}, statement, {day}, {count} day later.", "{who}, statement, {day}, {count} days later.", days, values)
    : ngettext("{who}, action, {day}, {count} day later.", "{who}, action, {day}, {count} days later.", days, values);
}

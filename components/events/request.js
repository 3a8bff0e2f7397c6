// @ts-check
/** What was asked, by whom and of whom, and what came of it, answer by answer. */
import { longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { WORDS } from "../map/words.js";
import { makeCite } from "../panel/evidence.js";
import { makeGlyph } from "./glyphs.js";

/** @param {any} event @param {any} responses paint and label by response */
export function layRequest(event, responses) {
  const asked = event.invocation === "none" ? [make("dd", {}, "Nothing was asked of the alliance, so far as the sources say.")] : layAsked(event);
  const answer = event.invocation === "none" ? (event.answer ? [make("dd", {}, event.answer)] : []) : layAnswer(event, responses[event.response]);
  const pairs = [make("dt", {}, "What was asked"), ...asked];
  if (answer.length) pairs.push(make("dt", {}, "What came of it"), ...answer);
  return make("dl", { class: "request" }, ...pairs);
}

/** @param {any} event */
function layAsked({ invocation, asked, call }) {
  const words = WORDS.invocation[invocation] ?? invocation;
  const text = make("div", {}, make("strong", {}, `${words.charAt(0).toUpperCase()}${words.slice(1)}. `), asked);
  if (!call) return [make("dd", {}, text)];
  const when = call.date ? longDate(call.date) : "day not known";
  const doubt = call.confidence === "high" ? "" : `confidence ${call.confidence}`;
  return [make("dd", {}, text, make("div", {}, `${call.by} to ${call.to}, ${when}. ${call.channel}.`), makeCite(call.source, doubt))];
}

/** @param {any} event @param {{fill: string, label: string}} response */
function layAnswer({ response, answer, call }, { fill, label }) {
  const text = make("div", {}, make("span", { class: "answer" }, makeGlyph(response, fill), make("strong", {}, `${label}. `)), answer);
  const answers = (call?.answers ?? []).map((/** @type {any} */ each) =>
    make("div", { class: "claim" }, make("strong", {}, `${each.by}, ${sayManner(each)}. `), each.text, makeCite(each.source)));
  return [make("dd", {}, text, ...answers)];
}

/** @param {{manner: string, date: string, days: number|null}} answer */
function sayManner({ manner, date, days }) {
  const later = days === null || days < 0 ? "" : days === 0 ? ", the same day" : `, ${days} ${days === 1 ? "day" : "days"} later`;
  return `in ${manner}, ${longDate(date)}${later}`;
}

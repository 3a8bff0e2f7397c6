/** What was asked, by whom and of whom, and what came of it, answer by answer. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { describeDoubt } from "../ui/certainty_labels.ts";
import { capitalise } from "../i18n/number_format.ts";
import { longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { WORDS } from "../ui/code_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { makeGlyph } from "./response_glyphs.ts";
import type { Answer, Dossier, Responses } from "./content.ts";

/** @param responses paint and label by response */
export function renderRequest(event: Dossier, responses: Responses) {
  const asked = event.invocation === "none" ? [el("dd", {}, _("No request for help is recorded in the sources."))] : renderAsked(event);
  const answer =
    event.invocation === "none" ? (event.answer ? [el("dd", {}, event.answer)] : []) : renderAnswer(event, responses[event.response]);
  const pairs = [el("dt", {}, _("Request")), ...asked];
  if (answer.length) pairs.push(el("dt", {}, _("Outcome")), ...answer);
  return el("dl", { class: "request" }, ...pairs);
}

function renderAsked({ invocation, asked, call }: Dossier) {
  const text = el("div", {}, el("strong", {}, `${capitalise(WORDS.invocation[invocation] ?? invocation)}. `), asked);
  if (!call) return [el("dd", {}, text)];
  const who = { caller: call.by, called: call.to };
  const said = call.date
    ? _("{caller} to {called}, {day}.", { ...who, day: longDate(call.date) })
    : _("{caller} to {called}, date not recorded.", who);
  return [el("dd", {}, text, el("div", {}, `${said} ${call.channel}.`), makeCite(call.source, describeDoubt(call.confidence)))];
}

function renderAnswer({ response, answer, call }: Dossier, { fill, label }: { fill: string; label: string }) {
  const text = el("div", {}, el("span", { class: "answer" }, makeGlyph(response, fill), el("strong", {}, `${label}. `)), answer);
  const answers = (call?.answers ?? []).map((each) =>
    el("p", { class: "claim" }, el("strong", {}, formatManner(each), " "), each.text, makeCite(each.source)),
  );
  return [el("dd", {}, text, ...answers)];
}

/** Who answered, in which manner and when. */
function formatManner({ by, manner, date, days }: Answer) {
  const values = { who: by, day: longDate(date) };
  const words = manner === "words";
  if (days === null || days < 0) return words ? _("{who}, statement, {day}.", values) : _("{who}, action, {day}.", values);
  if (days === 0) return words ? _("{who}, statement, {day}, the same day.", values) : _("{who}, action, {day}, the same day.", values);
  return words
    ? ngettext("{who}, statement, {day}, {count} day later.", "{who}, statement, {day}, {count} days later.", days, values)
    : ngettext("{who}, action, {day}, {count} day later.", "{who}, action, {day}, {count} days later.", days, values);
}

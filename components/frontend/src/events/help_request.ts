/** What was asked, by whom and of whom, and what came of it, answer by answer. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { describeDoubt } from "../ui/certainty_labels.ts";
import { capitalise } from "../i18n/number_format.ts";
import { longDate } from "../ui/date_format.ts";
import { make } from "../ui/dom.ts";
import { WORDS } from "../ui/code_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { makeGlyph } from "./response_glyphs.ts";
import type { Responses } from "./response_colours.ts";
import type { Answer, Dossier } from "./content.ts";

/** @param responses paint and label by response */
export function renderRequest(event: Dossier, responses: Responses) {
  const asked = event.invocation === "none" ? [make("dd", {}, _("No request for help is recorded in the sources."))] : renderAsked(event);
  const answer =
    event.invocation === "none" ? (event.answer ? [make("dd", {}, event.answer)] : []) : renderAnswer(event, responses[event.response]);
  const pairs = [make("dt", {}, _("Request")), ...asked];
  if (answer.length) pairs.push(make("dt", {}, _("Outcome")), ...answer);
  return make("dl", { class: "request" }, ...pairs);
}

function renderAsked({ invocation, asked, call }: Dossier) {
  const text = make("div", {}, make("strong", {}, `${capitalise(WORDS.invocation[invocation] ?? invocation)}. `), asked);
  if (!call) return [make("dd", {}, text)];
  const who = { caller: call.by, called: call.to };
  const said = call.date
    ? _("{caller} to {called}, {day}.", { ...who, day: longDate(call.date) })
    : _("{caller} to {called}, date not recorded.", who);
  return [make("dd", {}, text, make("div", {}, `${said} ${call.channel}.`), makeCite(call.source, describeDoubt(call.confidence)))];
}

function renderAnswer({ response, answer, call }: Dossier, { fill, label }: { fill: string; label: string }) {
  const text = make("div", {}, make("span", { class: "answer" }, makeGlyph(response, fill), make("strong", {}, `${label}. `)), answer);
  const answers = (call?.answers ?? []).map((each) =>
    make("div", { class: "claim" }, make("strong", {}, formatManner(each), " "), each.text, makeCite(each.source)),
  );
  return [make("dd", {}, text, ...answers)];
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

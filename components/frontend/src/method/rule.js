// @ts-check
/** The scale and the rule: codes in their colours, and examples worked claim by claim. */
import { layRow, layRows } from "../document/document.js";
import { gettext as _ } from "../language/messages.js";
import { dateRange } from "../map/dates.js";
import { make } from "../map/dom.js";
import { sayCertainty } from "../panel/certainty.js";
import { makeCite } from "../panel/evidence.js";
import { layReason } from "../panel/reason.js";
import { linkEvent, makeChip } from "./stance.js";

/** @typedef {import("./stance.js").Page} Page */

/** @param {any[]} rows @param {Page} page */
export function layScale(rows, page) {
  const heads = [_("Stance"), _("Code"), _("Value"), _("Definition"), _("CAMEO equivalent")];
  const cells = rows.map((row) => layRow(heads, [makeChip(row.code, page), row.code, row.ordinal, row.definition, row.anchor]));
  return [layRows(_("The stance scale"), heads, [make("tbody", {}, ...cells)])];
}

/** @param {any} content @param {Page} page */
export function layExamples(content, page) {
  if (!content.examples.length) return [make("p", { class: "none" }, _("There is no claim to show as an example."))];
  return [make("h3", {}, content.heading), ...content.examples.map((/** @type {any} */ example) => layExample(example, content.titles[example.kind], page))];
}

/** @param {any} example @param {string} title @param {Page} page */
function layExample(example, title, page) {
  const heads = [_("Rank"), _("Certainty"), _("Stance"), _("What it says"), _("Source"), _("Result")];
  const rows = example.claims.map((/** @type {any} */ claim) => layRow(heads, [
    String(claim.place), sayCertainty(claim.certainty), makeChip(claim.code, page), claim.summary, makeCite(claim.source), page.words.fates[claim.fate],
  ]));
  const rest = example.readings.filter((/** @type {any} */ reading) => reading.code !== example.code);
  return make("div", { class: "example", "data-kind": example.kind },
    make("h4", {}, title),
    make("p", {}, _("{actor} toward {toward}:", { actor: example.actor.name, toward: example.toward.name }), " ", linkEvent(example.event.id, page, example.toward.id), `, ${dateRange(example.event.date_start, example.event.date_end)}.`),
    layRows(_("{title}: claims", { title }), heads, [make("tbody", {}, ...rows)]),
    make("p", { class: "shown" }, make("strong", {}, _("Shown:"), " "), makeChip(example.code, page),
      ...(rest.length ? [" ", _("striped with"), " ", ...rest.map((/** @type {any} */ reading) => makeChip(reading.code, page))] : []),
      ...(example.adjudicated ? [" ", _("editorial decision")] : [])),
    ...layReason(example));
}

/** The scale and the rule: codes in their colours, and examples worked claim by claim. */
import { renderRow, renderRows } from "../ui/article.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { formatCertainty } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { renderReason } from "../ui/rule_explanation.ts";
import { linkEvent, makeChip } from "./stance_link.ts";
import type { Example, Examples, Page, ScaleEntry } from "./content.ts";

export function renderScale(rows: ScaleEntry[], page: Page) {
  const heads = [_("Stance"), _("Code"), _("Value"), _("Definition"), _("CAMEO equivalent")];
  const cells = rows.map((row) => renderRow(heads, [makeChip(row.code, page), row.code, row.ordinal, row.definition, row.anchor]));
  return [renderRows(_("The stance scale"), heads, [el("tbody", {}, ...cells)])];
}

export function renderExamples(content: Examples, page: Page) {
  if (!content.examples.length) return [el("p", { class: "none" }, _("There is no claim to show as an example."))];
  return [el("h3", {}, content.heading), ...content.examples.map((example) => renderExample(example, content.titles[example.kind], page))];
}

function renderExample(example: Example, title: string, page: Page) {
  const heads = [_("Rank"), _("Certainty"), _("Stance"), _("What it says"), _("Source"), _("Result")];
  const rows = example.claims.map((claim) =>
    renderRow(heads, [
      String(claim.place),
      formatCertainty(claim.certainty),
      makeChip(claim.code, page),
      claim.summary,
      makeCite(claim.source),
      page.words.fates[claim.fate],
    ]),
  );
  const rest = example.readings.filter((reading) => reading.code !== example.code);
  return el(
    "div",
    { class: "example", "data-kind": example.kind },
    el("h4", {}, title),
    el(
      "p",
      {},
      _("{actor} toward {toward}:", { actor: example.actor.name, toward: example.toward.name }),
      " ",
      linkEvent(example.event.id, page, example.toward.id),
      `, ${dateRange(example.event.date_start, example.event.date_end)}.`,
    ),
    renderRows(_("{title}: claims", { title }), heads, [el("tbody", {}, ...rows)]),
    el(
      "p",
      { class: "shown" },
      el("strong", {}, _("Shown:"), " "),
      makeChip(example.code, page),
      ...(rest.length ? [" ", _("striped with"), " ", ...rest.map((reading) => makeChip(reading.code, page))] : []),
      ...(example.adjudicated ? [" ", _("editorial decision")] : []),
    ),
    ...renderReason(example),
  );
}

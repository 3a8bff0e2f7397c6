/** What the panel and the dossier tell alike of an event: where sources disagree, and the dead. */
import { currentLocale, gettext as _ } from "../i18n/gettext.ts";
import { makeCite } from "./claim_citation.ts";
import { el } from "./dom.ts";
import type { Deaths, Discrepancy } from "../core/record.ts";

export function renderDiscrepancy(discrepancy: Discrepancy) {
  const sides = discrepancy.sides.filter((side) => side.statement);
  return el(
    "li",
    {},
    el("h3", {}, discrepancy.topic),
    ...sides.map((side) => el("div", { class: "claim" }, side.statement, makeCite(side.source))),
    el("p", { class: "why" }, _("Treatment: {handling}", { handling: discrepancy.handling })),
  );
}

export function formatDeaths({ low, high }: Deaths) {
  const format = (number: number) => new Intl.NumberFormat(currentLocale()).format(number);
  if (low !== null && high !== null) {
    if (low === high) return _("Reported deaths: about {number}", { number: format(low) });
    return _("Reported deaths: {low}–{high}", { low: format(low), high: format(high) });
  }
  if (low !== null) return _("Reported deaths: at least {number}", { number: format(low) });
  return high === null ? "" : _("Reported deaths: up to {number}", { number: format(high) });
}

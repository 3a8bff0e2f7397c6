/** What the panel and the dossier tell alike of an event: where sources disagree, and the dead. */
import { currentLocale, gettext as _ } from "../i18n/gettext.ts";
import { makeCite } from "./claim_citation.ts";
import { longDate } from "./date_format.ts";
import { el } from "./dom.ts";
import { WORDS } from "./code_labels.ts";
import type { DeathCount, Deaths, Discrepancy } from "../core/record.ts";

export function renderDiscrepancy(discrepancy: Discrepancy) {
  const sides = discrepancy.sides.filter((side) => side.statement);
  return el(
    "li",
    {},
    el("h3", {}, discrepancy.topic),
    ...sides.map((side) => el("p", { class: "claim" }, side.statement, makeCite(side.source))),
    el("p", { class: "why" }, _("Treatment: {handling}", { handling: discrepancy.handling })),
  );
}

/** A count of the dead: how many, how far it holds, who counted whom and when, and by what source. */
export function renderDeathCount({ low, high, standing, counted_by: by, counted_on: day, scope, source }: DeathCount) {
  const number = low === null || high === null ? "" : low === high ? format(low) : `${format(low)}–${format(high)}`;
  const facts = [WORDS.standing[standing] ?? standing, by, day && _("as of {date}", { date: longDate(day) })].filter(Boolean).join(" · ");
  if (!number) return el("li", {}, scope, makeCite(source));
  return el("li", {}, el("strong", {}, number), ` · ${facts}. ${scope}`, makeCite(source));
}

const format = (number: number) => new Intl.NumberFormat(currentLocale()).format(number);

export function formatDeaths({ low, high }: Deaths) {
  if (low !== null && high !== null) {
    if (low === high) return _("Reported deaths: about {number}", { number: format(low) });
    return _("Reported deaths: {low}–{high}", { low: format(low), high: format(high) });
  }
  if (low !== null) return _("Reported deaths: at least {number}", { number: format(low) });
  return high === null ? "" : _("Reported deaths: up to {number}", { number: format(high) });
}

/** Positions of troops in the panel of a zone: what is known, from whom, how exactly, and who disputes it. */
import { currentLocale, gettext as _ } from "../i18n/gettext.ts";
import { describeDoubt } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { dateSpan, longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import type { ZonePosition } from "../core/record.ts";

export function renderPosition(position: ZonePosition) {
  const [depth, km] = [position.depth_km, position.uncertainty_km].map((each) => each.toLocaleString(currentLocale()));
  return el(
    "li",
    {},
    el("h3", {}, position.place),
    el("span", { class: "cite" }, dateSpan(position.date_start, position.date_end)),
    el("div", {}, _("Troops: {country}", { country: position.held_by.name })),
    el("div", {}, _("According to: {who}", { who: position.said_by })),
    el("div", {}, _("Up to {depth} km inside the border; place known to within {km} km", { depth, km })),
    ...(position.note ? [el("div", {}, position.note)] : []),
    makeCite(position.source, describeDoubt(position.confidence)),
    el("div", {}, _("Last reported on {day}.", { day: longDate(position.reported_on) })),
    makeCite(position.reported, ""),
    ...(position.disputed_source
      ? [el("p", { class: "why" }, _("Disputed. {how}", { how: position.disputed })), makeCite(position.disputed_source, "")]
      : []),
  );
}

/** Who took which stance: the key of the map, then every actor with its claims. */
import { gettext as _ } from "../i18n/gettext.ts";
import { joinChoices } from "../i18n/number_format.ts";
import { el, svgEl } from "../ui/dom.ts";
import { findOther, makeChip, readStance } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import { describeClaims, makeCite } from "../ui/claim_citation.ts";
import { markStance } from "../ui/stance_marks.ts";
import { renderReason } from "../ui/rule_explanation.ts";
import { renderCorrection } from "../ui/correction_link.ts";
import { linkPage } from "../ui/page_link.ts";
import type { StancePalette } from "../core/palette.ts";
import type { Stance } from "../core/record.ts";
import type { Dossier } from "./content.ts";

const NOT_MEMBER = "NOM";
const NO_DATA = "ND";

/** One row a reading: its swatch as on the map, and who is drawn so. */
export function renderKey(event: Dossier, palette: StancePalette, patterns: Element) {
  const groups: Map<string, { stance: Stance; names: string[] }> = new Map();
  for (const stance of event.stances) {
    const readings = stance.readings.map((each) => each.code).join();
    const key = [stance.code, stance.contested ? readings : "", stance.weakness ? "weak" : ""].join(" ");
    if (!groups.has(key)) groups.set(key, { stance, names: [] });
    groups.get(key)?.names.push(stance.actor.name);
  }
  const rows = [...groups.values()].map(({ stance, names }) =>
    el(
      "li",
      { "data-code": stance.code },
      makeSwatch(stance, palette, patterns),
      el("span", {}, el("strong", {}, formatReading(stance)), ` ${names.join(", ")}`),
    ),
  );
  return el("ul", { class: "key" }, ...rows);
}

function formatReading(stance: Stance) {
  if (stance.weakness && !stance.contested) return _("{stance}, weak evidence:", { stance: stance.label });
  if (!stance.contested) return _("{stance}:", { stance: stance.label });
  const readings = joinChoices(stance.readings.map((reading) => reading.label.toLocaleLowerCase()));
  return _("Sources disagree, {readings}:", { readings });
}

function makeSwatch(stance: Stance, palette: StancePalette, patterns: Element) {
  const box = svgEl("rect", {
    x: 1,
    y: 1,
    width: 24,
    height: 15,
    rx: 2,
    fill: fillWith(patterns, readStance(palette, stance.code, findOther(stance), Boolean(stance.weakness))),
    stroke: "currentColor",
    "stroke-width": 0.7,
  });
  return svgEl("svg", { width: 26, height: 17, "aria-hidden": "true" }, box);
}

export function renderActors(event: Dossier, palette: StancePalette) {
  const silent = event.stances.filter((stance) => stance.code === NO_DATA && !stance.claims.length);
  const shown = event.stances.filter((stance) => !silent.includes(stance) && (stance.code !== NOT_MEMBER || stance.claims.length));
  const rows = shown.map((stance) => renderActor(stance, event, palette));
  if (silent.length) rows.push(renderSilent(silent, palette));
  return el("ul", { class: "rows actors" }, ...rows);
}

function renderActor(stance: Stance, event: Dossier, palette: StancePalette) {
  const own = stance.actor.id === event.toward.id;
  const chip = own ? el("span", { class: "note" }, _("reference party")) : makeChip(stance, palette);
  const head = el("div", { class: "head" }, el("h4", {}, nameActor(stance, event)), chip, ...markStance(stance));
  const row = el("li", { "data-actor": stance.actor.id, "data-code": stance.code }, head);
  row.append(...renderReason(stance));
  if (stance.reason_source) row.append(makeCite(stance.reason_source));
  row.append(...describeClaims(stance, own));
  if (stance.claims.length && !own) head.append(...renderCorrection(nameDecision(stance, event), `${stance.actor.name}, ${stance.label}`));
  return row;
}

/** The row of the record that decides on a stance, whether it is there yet or not. */
const nameDecision = ({ actor }: Stance, { id, toward }: Dossier) => `adjudications:${id},${actor.id},${toward.id}`;

/** States have a page of their own. */
function nameActor({ actor }: Stance, event: Dossier) {
  if (!event.states.includes(actor.id)) return actor.name;
  return linkPage("members", { event: event.id, toward: event.toward.id, panel: actor.id }, actor.name);
}

/** Members of whom no source says anything share one row. */
function renderSilent(silent: Stance[], palette: StancePalette) {
  const names = silent.map((stance) => stance.actor.name).join(", ");
  const head = el("div", { class: "head" }, el("h4", {}, names), makeChip(silent[0], palette));
  return el("li", { "data-code": NO_DATA }, head, ...describeClaims(silent[0], false));
}

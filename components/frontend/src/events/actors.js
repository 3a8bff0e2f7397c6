// @ts-check
/** Who took which stance: the key of the map, then every actor with its claims. */
import { gettext as _ } from "../language/messages.js";
import { joinChoices } from "../language/numbers.js";
import { make, makeSvg } from "../map/dom.js";
import { makeChip } from "../palette/stance.js";
import { describeClaims, makeCite } from "../panel/evidence.js";
import { layReason } from "../panel/reason.js";
import { linkPage } from "../document/link.js";
import { paintStance } from "./stance_map.js";

const NOT_MEMBER = "NOM";
const NO_DATA = "ND";

/** One row a reading: its swatch as on the map, and who is drawn so. @param {any} event @param {any} palette @param {Element} tiles where patterns are kept */
export function layKey(event, palette, tiles) {
  /** @type {Map<string, {stance: any, names: string[]}>} */
  const groups = new Map();
  for (const stance of event.stances) {
    const key = stance.contested ? `${stance.code} ${stance.readings.map((/** @type {any} */ each) => each.code).join()}` : stance.code;
    if (!groups.has(key)) groups.set(key, { stance, names: [] });
    groups.get(key)?.names.push(stance.actor.name);
  }
  const rows = [...groups.values()].map(({ stance, names }) =>
    make("li", { "data-code": stance.code }, makeSwatch(stance, palette, tiles), make("span", {}, make("strong", {}, sayReading(stance)), ` ${names.join(", ")}`)));
  return make("ul", { class: "key" }, ...rows);
}

/** @param {any} stance */
function sayReading(stance) {
  if (!stance.contested) return _("{stance}:", { stance: stance.label });
  const readings = joinChoices(stance.readings.map((/** @type {any} */ reading) => reading.label.toLocaleLowerCase()));
  return _("Sources disagree, {readings}:", { readings });
}

/** @param {any} stance @param {any} palette @param {Element} tiles */
function makeSwatch(stance, palette, tiles) {
  const fill = paintStance(stance, palette, tiles);
  const box = makeSvg("rect", { x: 1, y: 1, width: 24, height: 15, rx: 2, fill, stroke: "currentColor", "stroke-width": stance.code === "PTY" ? 2 : 0.7 });
  return makeSvg("svg", { width: 26, height: 17, "aria-hidden": "true" }, box);
}

/** @param {any} event @param {any} chips colours of the chips */
export function layActors(event, chips) {
  const silent = event.stances.filter((/** @type {any} */ stance) => stance.code === NO_DATA && !stance.claims.length);
  const shown = event.stances.filter((/** @type {any} */ stance) => !silent.includes(stance) && (stance.code !== NOT_MEMBER || stance.claims.length));
  const rows = shown.map((/** @type {any} */ stance) => layActor(stance, event, chips));
  if (silent.length) rows.push(laySilent(silent, chips));
  return make("ul", { class: "rows actors" }, ...rows);
}

/** @param {any} stance @param {any} event @param {any} chips */
function layActor(stance, event, chips) {
  const own = stance.actor.id === event.toward.id;
  const chip = own ? make("span", { class: "note" }, _("reference party")) : makeChip(stance, chips);
  const head = make("div", { class: "head" }, make("h4", {}, nameActor(stance, event)), chip, ...markSettled(stance));
  const row = make("li", { "data-actor": stance.actor.id, "data-code": stance.code }, head);
  row.append(...layReason(stance));
  if (stance.reason_source) row.append(makeCite(stance.reason_source));
  row.append(...describeClaims(stance, own));
  return row;
}

/** States have a page of their own. @param {any} stance @param {any} event */
function nameActor({ actor }, event) {
  if (!event.states.includes(actor.id)) return actor.name;
  return linkPage("members", { event: event.id, toward: event.toward.id, panel: actor.id }, actor.name);
}

/** @param {any} stance */
function markSettled(stance) {
  const words = stance.contested ? _("sources disagree") : stance.adjudicated ? _("editorial decision") : "";
  return words ? [make("span", { class: "chip contested" }, words)] : [];
}

/** Members of whom no source says anything share one row. @param {any[]} silent @param {any} chips */
function laySilent(silent, chips) {
  const names = silent.map((stance) => stance.actor.name).join(", ");
  const head = make("div", { class: "head" }, make("h4", {}, names), makeChip(silent[0], chips));
  return make("li", { "data-code": NO_DATA }, head, ...describeClaims(silent[0], false));
}

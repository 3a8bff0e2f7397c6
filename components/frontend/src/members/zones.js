// @ts-check
/** The zones that concern a state, with their status through time on the page's axis. */
import { gettext as _ } from "../language/messages.js";
import { pick } from "../language/pick.js";
import { longDate } from "../map/dates.js";
import { make, makeSvg } from "../map/dom.js";
import { sayConfidence } from "../panel/certainty.js";
import { makeCite } from "../panel/evidence.js";
import { dress } from "./paint.js";
import { layBand, makeCanvas, withText } from "./time.js";

const ROW = 50;
const BAR = 24;
const LETTER = 6.3;

/** Why a zone concerns the state. @param {string} why */
function sayWhy(why) {
  if (why === "law") return _("legally its territory");
  return why === "border" ? _("its border") : _("party to an event there");
}

/** @param {import("./time.js").Axis} axis @param {any} data @param {any} paint @param {(zone: any) => Node} link */
export function layZones(axis, { state, palette }, paint, link) {
  const { rows } = state.zones;
  const svg = makeCanvas(axis, rows.length * ROW, { role: "img", "aria-label": state.zones.title });
  rows.forEach((/** @type {any} */ zone, /** @type {number} */ place) => {
    const y = place * ROW + (ROW - BAR) / 2;
    // Short fighting is drawn last, or the long rows beside it would cover it.
    const statuses = [...zone.statuses].sort((a, b) => spanOf(axis, b) - spanOf(axis, a));
    for (const status of statuses) {
      const style = palette.light.zone[status.status];
      const x = Math.max(0, axis.x(status.date_start));
      const width = Math.max(4, spanOf(axis, status) - 1);
      svg.append(dress(makeSvg("rect", { x, y, width, height: BAR, "stroke-width": 1, "stroke-dasharray": style.dash }), {
        fill: paint.zone(status.status), stroke: paint.both((/** @type {any} */ colours) => colours.zone[status.status].line),
      }));
      const room = pick(style, "label").length * LETTER + 8;
      if (room + 6 < width) {
        svg.append(
          dress(makeSvg("rect", { x: x + 4, y: y + 4, width: room, height: BAR - 8, rx: 2 }), { fill: paint.both((/** @type {any} */ colours) => colours.zone[status.status].fill) }),
          withText("text", pick(style, "label"), { x: x + 8, y: y + BAR / 2 + 4, class: "zone-text" }),
        );
      }
    }
  });
  const labels = make("div", {}, ...rows.map((/** @type {any} */ zone) => {
    const label = make("div", { class: "lane zone" }, link(zone), make("span", { class: "why" }, sayWhy(zone.why)));
    label.style.height = `${ROW}px`;
    return label;
  }));
  return layBand(axis, rows.length * ROW, svg, labels);
}

/** @param {import("./time.js").Axis} axis @param {any} status */
const spanOf = (axis, status) => axis.end(status.date_end) - Math.max(0, axis.x(status.date_start));

/** The rows of the table behind the bars. @param {any} data @param {(zone: any) => Node} link */
export const listZones = ({ state, palette }, link) =>
  state.zones.rows.flatMap((/** @type {any} */ zone) => zone.statuses.map((/** @type {any} */ status) => [
    link(zone), sayWhy(zone.why), status.label, pick(palette.light.zone[status.status], "label"),
    longDate(status.date_start), status.date_end ? longDate(status.date_end) : _("today"), status.controller, makeCite(status.source, sayConfidence(status.confidence)),
  ]));

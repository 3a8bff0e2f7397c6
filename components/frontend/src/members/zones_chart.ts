/** The zones that concern a state, with their status through time on the page's axis. */
import { gettext as _ } from "../i18n/gettext.ts";
import { longDate, recordDay } from "../ui/date_format.ts";
import { el, setStyles, svgEl } from "../ui/dom.ts";
import { formatConfidence } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { readZone } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import { renderBand, makeCanvas, withText } from "./time_axis.ts";
import type { Axis } from "./time_axis.ts";
import type { ZoneStatus } from "../core/record.ts";
import type { MemberPage, Zone } from "./content.ts";

const ROW = 50;
const BAR = 24;
const LETTER = 6.3;

/** Why a zone concerns the state. */
function describeWhy(why: string) {
  if (why === "law") return _("legally its territory");
  return why === "border" ? _("its border") : _("party to an event there");
}

export function renderZones(axis: Axis, { state, palette }: MemberPage, patterns: Element, link: (zone: Zone) => Node) {
  const { rows } = state.zones;
  const svg = makeCanvas(axis, rows.length * ROW, { role: "img", "aria-label": state.zones.title });
  rows.forEach((zone, place) => {
    const y = place * ROW + (ROW - BAR) / 2;
    // Short fighting is drawn last, or the long rows beside it would cover it.
    const statuses = [...zone.statuses].sort((a, b) => spanOf(axis, b) - spanOf(axis, a));
    for (const status of statuses) {
      const { dash, label } = palette.zone[status.status];
      const paint = readZone(palette, status.status);
      const x = Math.max(0, axis.x(status.date_start));
      const width = Math.max(4, spanOf(axis, status) - 1);
      svg.append(
        setStyles(svgEl("rect", { x, y, width, height: BAR, "stroke-width": 1, "stroke-dasharray": dash }), {
          fill: fillWith(patterns, paint),
          stroke: paint.mark,
        }),
      );
      const room = label.length * LETTER + 8;
      if (room + 6 < width) {
        svg.append(
          setStyles(svgEl("rect", { x: x + 4, y: y + 4, width: room, height: BAR - 8, rx: 2 }), { fill: paint.fill }),
          withText("text", label, { x: x + 8, y: y + BAR / 2 + 4, class: "zone-text" }),
        );
      }
    }
  });
  const labels = el(
    "div",
    {},
    ...rows.map((zone) => {
      const label = el("div", { class: "lane zone" }, link(zone), el("span", { class: "why" }, describeWhy(zone.why)));
      label.style.height = `${ROW}px`;
      return label;
    }),
  );
  return renderBand(axis, rows.length * ROW, svg, labels);
}

const spanOf = (axis: Axis, status: ZoneStatus) => axis.end(status.date_end) - Math.max(0, axis.x(status.date_start));

/** The rows of the table behind the bars. */
export const listZones = ({ state, palette }: MemberPage, link: (zone: Zone) => Node) =>
  state.zones.rows.flatMap((zone) =>
    zone.statuses.map((status) => [
      link(zone),
      describeWhy(zone.why),
      status.label,
      palette.zone[status.status].label,
      longDate(status.date_start),
      status.date_end ? longDate(status.date_end) : recordDay(),
      status.controller,
      makeCite(status.source, formatConfidence(status.confidence)),
    ]),
  );

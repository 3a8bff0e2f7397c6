/** A country's stances over time: years across, the scale upward, silence in a lane of its own. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, svgEl } from "../ui/dom.ts";
import { yearFraction } from "../ui/date_format.ts";
import type { StancePalette } from "../core/palette.ts";
import type { CountryContent } from "./content.ts";

const WIDTH = 360;
const LEFT = 74;
const STEP = 17;
const HEIGHT = STEP * 8 + 26;

/** @param country what `describe_country` gives */
export function drawStances(country: CountryContent, palette: StancePalette) {
  const starts = country.stances.map((entry) => yearFraction(entry.event.date_start));
  const first = Math.floor(Math.min(...starts));
  const last = Math.ceil(Math.max(...starts) + 0.01);
  const x = (year: number) => LEFT + ((year - first) / Math.max(1, last - first)) * (WIDTH - LEFT - 10);
  const y = (ordinal: number | null) => 10 + (ordinal === null ? 7.2 : 3 - ordinal) * STEP;
  const svg = svgEl("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "over-time", role: "img" });
  svg.append(withText("title", _("Stances of {country}, {first} to {last}; listed below", { country: country.name, first, last })));
  const rows: [number | null, string][] = [
    [3, _("material")],
    [0, _("neutral")],
    [-3, _("other side")],
    [null, _("no coded stance")],
  ];
  for (const [ordinal, name] of rows) {
    const level = y(ordinal);
    svg.append(svgEl("line", { x1: LEFT, x2: WIDTH - 4, y1: level, y2: level, stroke: "currentColor", "stroke-opacity": 0.18 }));
    svg.append(withText("text", name, { x: LEFT - 8, y: level + 4, "text-anchor": "end" }));
  }
  for (const year of [first, last]) {
    svg.append(withText("text", String(year), { x: x(year), y: HEIGHT - 3, "text-anchor": year === first ? "start" : "end" }));
  }
  for (const entry of country.stances) {
    const ordinal = country.ordinals[entry.code] ?? null;
    const at = { cx: x(yearFraction(entry.event.date_start)), cy: y(ordinal), r: 5 };
    svg.append(
      svgEl("circle", {
        ...at,
        fill: palette.stance[entry.code].fill,
        stroke: "currentColor",
        "stroke-width": entry.contested ? 2 : 0.8,
        "stroke-dasharray": entry.contested ? "2 2" : "none",
      }),
    );
  }
  return el("div", {}, svg);
}

function withText(tag: string, text: string, attributes: Record<string, string | number> = {}) {
  const element = svgEl(tag, attributes);
  element.textContent = text;
  return element;
}

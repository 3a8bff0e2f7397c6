/** What stances and zones are painted with, in the page, in charts and on maps. */
import { el, setStyles } from "./dom.ts";
import { makeGapImage, makeMask } from "./svg_pattern.ts";
import type { PaletteOf, StancePalette } from "../core/palette.ts";
import type { PatternedFill } from "./svg_pattern.ts";

/**
 * The paint of a stance.
 * @param other the other reading of a contested stance, as stripes; its own code if there is no other
 * @param weak on weak evidence all is broken by bands of the land with a line in each
 */
export function readStance({ stance, mark, patterns }: StancePalette, code: string, other?: string, weak = false): PatternedFill {
  const over = other ? mark.contested : stance[code];
  const gaps = weak ? patterns[mark.weak.pattern] : undefined;
  return {
    id: ["stance", code, other, weak && "weak"].filter(Boolean).join("-"),
    gaps: gaps && { pattern: gaps, colour: mark.weak.pattern_colour, line: mark.weak.fill },
    fill: stance[code].fill,
    mark: other && other !== code ? stance[other].fill : over.pattern_colour,
    pattern: patterns[over.pattern],
  };
}

/** The paint of a zone's status, with its pattern in the colour of its line. */
export function readZone({ zone, patterns }: PaletteOf<"zone">, status: string): PatternedFill {
  const style = zone[status];
  return { id: `zone-${status}`, fill: style.fill, mark: style.line, pattern: patterns[style.pattern] };
}

/** The paint of a membership status. */
export function readMembership({ membership, patterns }: PaletteOf<"membership">, key: string): PatternedFill {
  const style = membership[key];
  return { id: `membership-${key}`, fill: style.fill, mark: style.pattern_colour, pattern: patterns[style.pattern] };
}

/** A stance that may be contested, among differing readings. */
interface Read {
  code: string;
  contested?: boolean;
  readings?: { code: string }[];
  weakness?: string;
}

/** The other reading that a contested stance is striped with. */
export const findOther = ({ code, contested, readings = [] }: Read) =>
  contested ? (readings.find((reading) => reading.code !== code)?.code ?? code) : undefined;

/**
 * Give an element the colours of a stance; the style sheet of the page draws with them.
 * @param other as `readStance` has it
 */
export function paintStance<T extends HTMLElement>(element: T, code: string, palette: StancePalette, other?: string, weak = false): T {
  if (!(code in palette.stance)) return element;
  const { fill, mark, pattern, gaps } = readStance(palette, code, other, weak);
  element.dataset.code = code;
  element.toggleAttribute("data-contested", Boolean(other));
  element.classList.toggle("weak", weak);
  element.classList.toggle("tiled", Boolean(pattern));
  return setStyles(element, {
    "--fill": fill,
    "--ink-on": palette.stance[code].ink,
    "--mark": mark,
    "--gaps": gaps ? makeGapImage(gaps) : "",
    "--tile": pattern ? makeMask(pattern) : "",
  });
}

/** A stance by its label; a contested one shows a strip of its other reading. */
export function makeChip({ label, other, ...stance }: Read & { label: string; other?: string | null }, palette: StancePalette) {
  return paintStance(el("span", { class: "chip" }, label), stance.code, palette, other ?? findOther(stance), Boolean(stance.weakness));
}

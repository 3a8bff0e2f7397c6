/**
 * Stances in their colour and pattern. Both themes are in each value, so that a change of theme needs
 * no new drawing; a pattern is a mask through which its colour shows.
 */
import { el } from "./dom.ts";

export type Tile = { size: number; path: string; paint: string; stroke_width: number };

export type Paint = { fill: [string, string]; ink: [string, string]; mark: [string, string]; pattern: string; tile: Tile | null };

/** by code; `contested` holds the stripes */
export type Paints = Record<string, Paint>;

const CONTESTED = "contested";

const masks: Map<string, string> = new Map();

function maskOf(tile: Tile) {
  const cached = masks.get(tile.path);
  if (cached) return cached;
  const paint = tile.paint === "fill" ? 'fill="#000"' : `fill="none" stroke="#000" stroke-width="${tile.stroke_width}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${tile.size}" height="${tile.size}"><path d="${tile.path}" ${paint}/></svg>`;
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  masks.set(tile.path, mask);
  return mask;
}

export const bothThemes = ([light, dark]: [string, string]) => `light-dark(${light}, ${dark})`;

/**
 * Give an element the colours of a stance; the style sheet of the page draws with them.
 * @param other the other reading of a contested stance, as stripes
 */
export function paintStance<T extends HTMLElement>(element: T, code: string, paints: Paints, other?: string): T {
  const paint = paints[code];
  if (!paint) return element;
  element.dataset.code = code;
  const mark = other ? (other === code ? paints[CONTESTED].mark : paints[other].fill) : paint.mark;
  for (const [name, pair] of [
    ["fill", paint.fill],
    ["ink", paint.ink],
    ["mark", mark],
  ] as const) {
    if (pair[0] && pair[1]) element.style.setProperty(`--${name}`, bothThemes(pair));
  }
  const tile = other ? paints[CONTESTED].tile : paint.tile;
  if (tile) element.style.setProperty("--tile", maskOf(tile));
  element.classList.toggle("tiled", Boolean(tile));
  element.classList.toggle("outlined", paint.pattern === "outline");
  return element;
}

/** A stance by its label; a contested one shows a strip of its other reading. */
export function makeChip(
  {
    code,
    label,
    contested,
    other,
    readings = [],
  }: { code: string; label: string; contested?: boolean; other?: string | null; readings?: { code: string }[] },
  paints: Paints,
) {
  const second = other ?? (contested ? readings.find((reading) => reading.code !== code)?.code : undefined);
  return paintStance(el("span", { class: "chip" }, label), code, paints, second);
}

// @ts-check
/**
 * Stances in their colour and pattern. Both themes are in each value, so that a change of theme needs
 * no new drawing; a pattern is a mask through which its colour shows.
 */
import { make } from "../map/dom.js";

/**
 * @typedef {{size: number, path: string, paint: string, stroke_width: number}} Tile
 * @typedef {{fill: [string, string], ink: [string, string], mark: [string, string], pattern: string, tile: Tile|null}} Paint
 * @typedef {Record<string, Paint>} Paints by code; `contested` holds the stripes
 */

const CONTESTED = "contested";

/** @type {Map<string, string>} */
const masks = new Map();

/** @param {Tile} tile */
function maskOf(tile) {
  const kept = masks.get(tile.path);
  if (kept) return kept;
  const paint = tile.paint === "fill" ? 'fill="#000"' : `fill="none" stroke="#000" stroke-width="${tile.stroke_width}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${tile.size}" height="${tile.size}"><path d="${tile.path}" ${paint}/></svg>`;
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  masks.set(tile.path, mask);
  return mask;
}

/** @param {[string, string]} pair */
export const bothThemes = ([light, dark]) => `light-dark(${light}, ${dark})`;

/**
 * Give an element the colours of a stance; the style sheet of the page draws with them.
 * @template {HTMLElement} T @param {T} element @param {string} code @param {Paints} paints
 * @param {string} [other] the other reading of a contested stance, as stripes
 * @returns {T}
 */
export function paintStance(element, code, paints, other) {
  const paint = paints[code];
  if (!paint) return element;
  element.dataset.code = code;
  const mark = other ? (other === code ? paints[CONTESTED].mark : paints[other].fill) : paint.mark;
  for (const [name, pair] of /** @type {const} */ ([["fill", paint.fill], ["ink", paint.ink], ["mark", mark]])) {
    if (pair[0] && pair[1]) element.style.setProperty(`--${name}`, bothThemes(pair));
  }
  const tile = other ? paints[CONTESTED].tile : paint.tile;
  if (tile) element.style.setProperty("--tile", maskOf(tile));
  element.classList.toggle("tiled", Boolean(tile));
  element.classList.toggle("outlined", paint.pattern === "outline");
  return element;
}

/**
 * A stance by its label; a contested one shows a strip of its other reading.
 * @param {{code: string, label: string, contested?: boolean, other?: string|null, readings?: {code: string}[]}} stance @param {Paints} paints
 */
export function makeChip({ code, label, contested, other, readings = [] }, paints) {
  const second = other ?? (contested ? readings.find((reading) => reading.code !== code)?.code : undefined);
  return paintStance(make("span", { class: "chip" }, label), code, paints, second);
}

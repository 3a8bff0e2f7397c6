// @ts-check
/**
 * Where marks and their names stand: rows within a lane such that nothing overlaps, in pixels.
 *
 * @typedef {{left: number, right: number}} Extent
 * @typedef {{id: string, left: number, right: number, label: number, first: boolean}} Mark
 *   `label` is the width of its name; names of marks that come `first` are placed before others
 * @typedef {{id: string, row: number, side: "right"|"left"|"none"}} Place
 */

/**
 * Put marks, which come in time, in as few rows as need be, with names wherever there is room; with
 * `spread` rows are added until every name has room.
 * @param {Mark[]} marks @param {number} width of the plot @param {boolean} spread
 * @returns {{places: Place[], rows: number}}
 */
export function packMarks(marks, width, spread) {
  /** @type {Extent[][]} */
  const rows = [];
  const places = marks.map((mark) => {
    const wanted = spread ? sidesOf(mark, width)[0] : undefined;
    const extent = wanted ? join(mark, wanted.extent) : mark;
    let row = rows.findIndex((taken) => isFree(extent, taken));
    if (row < 0) row = rows.push([]) - 1;
    rows[row].push(extent);
    return /** @type {Place} */ ({ id: mark.id, row, side: wanted?.side ?? "none" });
  });
  if (!spread) nameWherePossible(marks, places, rows, width);
  return { places, rows: Math.max(1, rows.length) };
}

/** @param {Mark[]} marks @param {Place[]} places @param {Extent[][]} rows @param {number} width */
function nameWherePossible(marks, places, rows, width) {
  const order = marks.map((_, at) => at).sort((one, other) => Number(marks[other].first) - Number(marks[one].first));
  for (const at of order) {
    const taken = rows[places[at].row];
    const found = sidesOf(marks[at], width).find(({ extent }) => isFree(extent, taken));
    if (!found) continue;
    places[at].side = found.side;
    taken.push(found.extent);
  }
}

/** Where a name fits beside its mark within the plot. @param {Mark} mark @param {number} width @returns {{side: "right"|"left", extent: Extent}[]} */
function sidesOf({ left, right, label }, width) {
  if (!label) return [];
  const sides = /** @type {{side: "right"|"left", extent: Extent}[]} */ ([
    { side: "right", extent: { left: right, right: right + label } },
    { side: "left", extent: { left: left - label, right: left } },
  ]);
  return sides.filter(({ extent }) => extent.left >= 0 && extent.right <= width);
}

/** @param {Extent} one @param {Extent} other */
const join = (one, other) => ({ left: Math.min(one.left, other.left), right: Math.max(one.right, other.right) });

/** @param {Extent} extent @param {Extent[]} taken */
const isFree = (extent, taken) => taken.every((other) => extent.right <= other.left || other.right <= extent.left);

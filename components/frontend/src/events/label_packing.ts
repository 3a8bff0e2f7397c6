/** Where marks and their names stand: rows within a lane such that nothing overlaps, in pixels. */

export type Extent = { left: number; right: number };

/** `label` is the width of its name; names of marks that come `first` are placed before others */
export type Mark = { id: string; left: number; right: number; label: number; first: boolean };

export type Place = { id: string; row: number; side: "right" | "left" | "none" };

/**
 * Put marks, which come in time, in as few rows as need be, with names wherever there is room; with
 * `spread` rows are added until every name has room.
 * @param width of the plot
 */
export function packMarks(marks: Mark[], width: number, spread: boolean): { places: Place[]; rows: number } {
  const rows: Extent[][] = [];
  const places = marks.map((mark): Place => {
    const wanted = spread ? sidesOf(mark, width)[0] : undefined;
    const extent = wanted ? join(mark, wanted.extent) : mark;
    let row = rows.findIndex((taken) => isFree(extent, taken));
    if (row < 0) row = rows.push([]) - 1;
    rows[row].push(extent);
    return { id: mark.id, row, side: wanted?.side ?? "none" };
  });
  if (!spread) nameWherePossible(marks, places, rows, width);
  return { places, rows: Math.max(1, rows.length) };
}

function nameWherePossible(marks: Mark[], places: Place[], rows: Extent[][], width: number) {
  const order = marks.map((_, at) => at).sort((one, other) => Number(marks[other].first) - Number(marks[one].first));
  for (const at of order) {
    const taken = rows[places[at].row];
    const found = sidesOf(marks[at], width).find(({ extent }) => isFree(extent, taken));
    if (!found) continue;
    places[at].side = found.side;
    taken.push(found.extent);
  }
}

/** Where a name fits beside its mark within the plot. */
function sidesOf({ left, right, label }: Mark, width: number): { side: "right" | "left"; extent: Extent }[] {
  if (!label) return [];
  const sides = [
    { side: "right", extent: { left: right, right: right + label } },
    { side: "left", extent: { left: left - label, right: left } },
  ] as { side: "right" | "left"; extent: Extent }[];
  return sides.filter(({ extent }) => extent.left >= 0 && extent.right <= width);
}

const join = (one: Extent, other: Extent) => ({ left: Math.min(one.left, other.left), right: Math.max(one.right, other.right) });

const isFree = (extent: Extent, taken: Extent[]) => taken.every((other) => extent.right <= other.left || other.right <= extent.left);

/** The matrix by one kind of answer: what `cohesion/matrix.py` finds for the app, from the documents of the site. */
import { readStances } from "./reading.ts";
import type { Read } from "./reading.ts";
import { isUncast } from "../cohesion/matrix_rows.ts";
import type { Layer, Matrix } from "../cohesion/content.ts";

/** The reference party's own cell, in the counts. */
const OWN = "own";
const NOT_VOTING = "not_voting";

/** What is written beside the matrix for each kind of answer. */
export interface SiteMatrix extends Matrix {
  by_mode: Record<string, Pick<Matrix, "finding" | "gaps">>;
}

/** @param matrix by all answers */
export async function readMatrixByMode(matrix: SiteMatrix, mode: string | null, read: Read): Promise<Matrix> {
  if (!mode) return { ...matrix, mode };
  const stanceOf = await readStances(mode, read);
  const readLayer = (layer: Layer): Layer => ({
    ...layer,
    cells: matrix.members.map(({ id }) => {
      const stance = stanceOf(layer.event, layer.toward, id);
      if (!stance) throw new Error(`no stance of ${id} at ${layer.event}`);
      const other = stance.readings.find((reading) => reading.code !== stance.code)?.code ?? "";
      return [stance.code, other, stance.claims.length, stance.weakness ?? ""];
    }),
  });
  const groups = matrix.groups.map((group) => ({ ...group, layers: group.layers.map(readLayer) }));
  const counts: Record<string, number> = {};
  for (const layer of groups.flatMap((group) => group.layers))
    layer.cells.forEach(([code], seat) => {
      const key = matrix.members[seat].id === layer.toward ? OWN : isUncast(layer, code) ? NOT_VOTING : code;
      counts[key] = (counts[key] ?? 0) + 1;
    });
  return { ...matrix, ...matrix.by_mode[mode], mode, groups, counts };
}

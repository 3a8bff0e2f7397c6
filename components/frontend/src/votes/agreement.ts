/** Means of agreement over the resolutions shown, and the order of these. */
import type { RollCall, VotesPage } from "./content.ts";

/** A mean, and over how many comparisons; null without any. */
export interface Mean {
  mean: number | null;
  count: number;
}

function average(values: number[]): Mean {
  return { mean: values.length ? values.reduce((sum, each) => sum + each, 0) / values.length : null, count: values.length };
}

export const meanWithHub = (rows: RollCall[], ids: string[]) =>
  average(rows.flatMap((row) => ids.flatMap((id) => (row.with_hub[id] === undefined ? [] : [row.with_hub[id]]))));

export const meanWithParty = (rows: RollCall[], ids: string[]) =>
  average(rows.flatMap((row) => ids.flatMap((id) => Object.values(row.with_party[id] ?? {}))));

/** States in the columns: one, or all. */
export const listShown = ({ voters, member }: VotesPage) => voters.filter(({ id }) => !member || id === member);

/** Resolutions of the years chosen, in the order chosen: the latest first, or the least agreement first. */
export function selectRows(data: VotesPage): RollCall[] {
  const year = (row: RollCall) => Number(row.date.slice(0, 4));
  const rows = data.rows.filter((row) => year(row) >= data.from && year(row) <= data.to);
  rows.reverse();
  if (data.by === "date") return rows;
  const ids = listShown(data).map(({ id }) => id);
  const measure = data.by === "hub" ? meanWithHub : meanWithParty;
  const place = (row: RollCall) => measure([row], ids).mean ?? Infinity;
  return rows.sort((a, b) => place(a) - place(b) || 0);
}

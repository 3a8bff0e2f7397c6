/** Who was in the alliance; `data/membership.py` says the same. */
import type { Cells } from "./content.ts";

const [TREATY, ORGANIZATION, ASSEMBLY] = ["CST", "CSTO", "CSTO-PA"];
const BELONGS: Partial<Record<string, string[]>> = {
  [TREATY]: ["signatory", "in_force"],
  [ORGANIZATION]: ["member", "frozen", "suspended"],
};

/** Members on a day, ISO: of the Organization, before it of the Treaty. */
export function listMembers(memberships: readonly Cells[], day: string) {
  const roster: Record<string, Set<string>> = { [TREATY]: new Set(), [ORGANIZATION]: new Set() };
  for (const { bloc, status, country, date_start, date_end } of memberships)
    if (BELONGS[bloc]?.includes(status) && date_start <= day && (!date_end || day <= date_end)) roster[bloc].add(country);
  return roster[ORGANIZATION].size ? roster[ORGANIZATION] : roster[TREATY];
}

/** Countries that ever were in the Treaty or the Organization. */
export const listAllianceStates = (memberships: readonly Cells[]) =>
  new Set(memberships.filter((row) => row.bloc !== ASSEMBLY).map((row) => row.country));

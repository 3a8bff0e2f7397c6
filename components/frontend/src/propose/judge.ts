/** What a draft comes to: the rules it breaks, what changed meanwhile, and the stances it would change. */
import { gettext as _ } from "../i18n/gettext.ts";
import { applyDraft, findRow, joinKey, pickChanged, readKey } from "./record_tables.ts";
import { checkProposal } from "./proposal_file.ts";
import { compareStances } from "./stance_changes.ts";
import { checkTables } from "./table_rules.ts";
import { resolveTables } from "./resolution.ts";
import type { Draft, DraftRow, Problem } from "./content.ts";
import type { Stances } from "./resolution.ts";
import type { StanceChange } from "./stance_changes.ts";
import type { Tables } from "./record_tables.ts";

export interface Judgement {
  /** the tables as they would be */
  tables: Tables;
  /** by the place of the row in the draft */
  rows: Problem[][];
  /** of rows that are not in the draft */
  others: Problem[];
  /** of reason, source and the like */
  fields: { field: string; rule: string }[];
  stances: StanceChange[];
}

/** A judge that remembers the stances of the record as it is. */
export function createJudge(record: Tables) {
  let stances: Stances | null = null;
  return (draft: Draft): Judgement => {
    stances ??= resolveTables(record);
    const tables = applyDraft(record, draft.rows);
    const problems = [...findConflicts(record, draft.rows), ...checkTables(tables), ...findUncited(tables, draft.rows)];
    const { schemas } = record.document;
    const name = (table: string, key: string[]) => joinKey([table, ...key]);
    const places = new Map(
      draft.rows.map(({ table, before, after }, at) => [name(table, readKey(schemas[table], after ?? before ?? {})), at]),
    );
    const rows: Problem[][] = draft.rows.map(() => []);
    const others: Problem[] = [];
    for (const problem of problems) {
      const at = places.get(name(problem.table, problem.key));
      if (at === undefined) others.push(problem);
      else rows[at].push(problem);
    }
    return { tables, rows, others, fields: checkProposal(draft, schemas), stances: compareStances(stances, resolveTables(tables)) };
  };
}

export const countProblems = ({ rows, others, fields }: Judgement) => rows.flat().length + others.length + fields.length;

/** What reads otherwise than when the draft was begun: `data/proposal_merge.py` refuses the same. */
function findConflicts(record: Tables, rows: readonly DraftRow[]): Problem[] {
  return rows.flatMap(({ table, before, after }) => {
    if (!before) return [];
    const key = readKey(record.document.schemas[table], before);
    const now = findRow(record, table, key);
    if (!now) return [{ table, key, column: "", rule: _("the record has no such row any more") }];
    const read = after ? Object.keys(pickChanged(before, after)) : Object.keys(before);
    return read
      .filter((column) => now[column] !== before[column])
      .map((column) => ({ table, key, column, rule: _("the record has changed meanwhile: now “{cell}”", { cell: now[column] }) }));
  });
}

/** A source is there for a row that cites it. */
function findUncited({ document, rows }: Tables, draft: readonly DraftRow[]): Problem[] {
  const cited = new Set(
    document.editable.flatMap((table) => document.schemas[table].citations.flatMap(([column]) => rows[table].map((row) => row[column]))),
  );
  return draft
    .filter(({ table, before, after }) => table === "sources" && !before && after && !cited.has(after.id))
    .map(({ after }) => ({ table: "sources", key: [after?.id ?? ""], column: "id", rule: _("no row cites this source yet") }));
}

/** The votes shown as a table of their own: one row a resolution and state, codes as in the record. */
import type { Named } from "../core/record.ts";
import type { RollCall, VotesPage } from "./content.ts";

const COLUMNS = [
  ...["resolution", "symbol", "date", "title", "country", "country_name", "member", "vote", "with_hub", "toward", "favourable"],
  ...["with_party", "votes_for", "votes_against", "votes_abstained", "document", "meeting", "roll_call"],
];

/** A line a state, reference party and resolution; agreement is empty where it cannot be compared. */
export function writeTable(rows: RollCall[], voters: Named[], hub: VotesPage["hub"]) {
  const head = COLUMNS.map((name) => (name === "with_hub" ? `agreement_${hub.id}` : name === "with_party" ? "agreement_toward" : name));
  const lines = rows.flatMap((row) =>
    voters.flatMap(({ id, name }) =>
      row.votes[id] === undefined
        ? []
        : row.sides.map(({ toward, favourable }) => [
            ...[row.id, row.symbol, row.date, row.title, id, name, Number(row.members.includes(id)), row.votes[id]],
            ...[row.with_hub[id], toward.id, favourable, row.with_party[id]?.[toward.id], ...row.totals],
            ...[row.document, row.meeting, row.roll_call],
          ]),
    ),
  );
  // The mark of UTF-8, without which Excel takes Cyrillic for Latin.
  return `\ufeff${[head, ...lines].map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`;
}

const quote = (cell: string | number | null | undefined) => {
  // No spreadsheet is to take a text for a formula.
  const text = String(cell ?? "").replace(/^(\s*)(?=[=+\-@])/, "$1'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

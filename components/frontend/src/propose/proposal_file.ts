/** A draft as the file that `make propose-check` takes, and as a message to whoever keeps the record. */
import { gettext as _ } from "../i18n/gettext.ts";
import { pickChanged } from "./record_tables.ts";
import type { Cells, Change, Draft, DraftRow, Proposal, Schema } from "./content.ts";

/** Of a reason and a source, and of a name; `data/proposal.schema.json` has the same. */
export const LONGEST = { reason: 2000, source: 2000, by: 200 };
const MOST_CELL = 4000;
/** What the programs that open an address take, in characters; a mail program on Windows takes the least. */
const LONGEST_ADDRESS = { mail: 1900, web: 7000 };

/** One line of text: no line break or control character passes, nor half a character. */
export const cleanLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();

/** What a row of the draft changes; null where it changes nothing. */
export function describeChange({ table, before, after }: DraftRow, schema: Schema): Change | null {
  const key = (row: Cells) => Object.fromEntries(schema.key.map((column) => [column, row[column]]));
  if (!before) return after && { table, key: key(after), after: fill(after, schema) };
  if (!after) return { table, key: key(before), before: { ...before } };
  const changed = pickChanged(before, after);
  const columns = Object.keys(changed);
  if (!columns.length) return null;
  return { table, key: key(before), before: Object.fromEntries(columns.map((column) => [column, before[column] ?? ""])), after: changed };
}

/** The cells of a new row that are filled in, those of its key always. */
const fill = (row: Cells, schema: Schema) =>
  Object.fromEntries(Object.entries(row).filter(([column, cell]) => cell || schema.key.includes(column)));

export function buildProposal(draft: Draft, schemas: Record<string, Schema>): Proposal {
  const changes = draft.rows.flatMap((row) => describeChange(row, schemas[row.table]) ?? []);
  const by = cleanLine(draft.by);
  const told = { format: 1 as const, record: draft.record, reason: cleanLine(draft.reason), source: cleanLine(draft.source) };
  return { ...told, ...(by ? { by } : {}), changes };
}

/** What keeps the file from being a proposal, besides the rules of the record; the field, and the rule. */
export function checkProposal(draft: Draft, schemas: Record<string, Schema>): { field: string; rule: string }[] {
  const proposal = buildProposal(draft, schemas);
  const problems: { field: string; rule: string }[] = [];
  if (!proposal.changes.length) problems.push({ field: "rows", rule: _("nothing is changed yet") });
  if (proposal.changes.length > 200) problems.push({ field: "rows", rule: _("more than 200 rows") });
  for (const field of ["reason", "source", "by"] as const) {
    const length = Array.from(proposal[field] ?? "").length;
    if (!length && field !== "by") problems.push({ field, rule: _("must be filled in") });
    if (length > LONGEST[field]) problems.push({ field, rule: _("must have at most {count} characters", { count: LONGEST[field] }) });
  }
  const cells = proposal.changes.flatMap((change) => Object.values(change.after ?? {}));
  if (cells.some((cell) => Array.from(cell).length > MOST_CELL))
    problems.push({ field: "rows", rule: _("must have at most {count} characters", { count: MOST_CELL }) });
  return problems;
}

export const writeProposal = (proposal: Proposal) => `${JSON.stringify(proposal, null, 2)}\n`;

/** Named after the first row that changes. */
export function makeFile(proposal: Proposal) {
  const [{ table, key }] = proposal.changes;
  const name = [table, ...Object.values(key)]
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return new File([writeProposal(proposal)], `proposal-${name}.json`, { type: "application/json" });
}

/**
 * The address that opens a message to whoever keeps the record.
 * @param contact mailto:name@host, or the https address of a tracker, with {title} and {text} where it takes them
 * @returns `whole` tells whether the proposal is in it; one that is too long is to be attached as a file
 */
export function writeMessage(contact: string, proposal: Proposal, file: string): { address: string; whole: boolean } | null {
  const mail = contact.startsWith("mailto:");
  if (!mail && !contact.startsWith("https://")) return null;
  const title = `CSTO Stance Atlas: ${file.replace(/\.json$/, "")}`;
  const told = [proposal.reason, `${_("Source")}: ${proposal.source}`].join("\n\n");
  const write = (text: string) => {
    if (!mail) return contact.replaceAll("{title}", encodeURIComponent(title)).replaceAll("{text}", encodeURIComponent(text));
    const joint = contact.includes("?") ? "&" : "?";
    return `${contact}${joint}subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`;
  };
  const most = mail ? LONGEST_ADDRESS.mail : LONGEST_ADDRESS.web;
  const fence = mail ? ["", ""] : ["```json\n", "\n```"];
  const takesText = mail || contact.includes("{text}");
  // A fence of Markdown is ended by no cell.
  const json = JSON.stringify(proposal).replaceAll("`", "\\u0060");
  const whole = write(`${told}\n\n${fence[0]}${json}${fence[1]}\n`);
  if (takesText && whole.length <= most) return { address: whole, whole: true };
  const attach = _("Please attach the file {file}.", { file });
  for (let length = told.length; length > 0; length = Math.floor(length / 2)) {
    const address = write(`${cut(told, length)}\n\n${attach}\n`);
    if (address.length <= most) return { address, whole: false };
  }
  return { address: write(attach), whole: false };
}

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length).replace(/\p{Cs}/gu, "")}…` : text);

/** Two coders' files beside each other: agreement, and the cases on which they differ. */
import { gettext as _ } from "../i18n/gettext.ts";
import { measureAgreement } from "./agreement.ts";
import { joinKey, keyOf } from "./content.ts";
import { cleanLine, LONGEST } from "./coding_file.ts";
import type { Agreement } from "./agreement.ts";
import type { CodedCell, Coding, RuleCode } from "./content.ts";

export interface Difference {
  first: CodedCell;
  second: CodedCell;
}

export interface Comparison {
  /** null where no case has a code in both */
  agreement: Agreement | null;
  /** cases coded otherwise, in the order of the first file */
  differences: Difference[];
  /** cases that one file alone has a code for */
  alone: number;
  /** whether both were drawn by the same numbers from the same version of the record */
  isSameDraw: boolean;
}

export function compareFiles(first: Coding, second: Coding, codes: readonly RuleCode[]): Comparison {
  const ordinals = new Map(codes.map(({ code, ordinal }) => [code, ordinal]));
  const isCoded = ({ stance }: CodedCell) => ordinals.has(stance);
  const others = new Map(second.cells.filter(isCoded).map((cell) => [joinKey(keyOf(cell)), cell]));
  const own = first.cells.filter(isCoded);
  const both = own.flatMap((cell) => {
    const other = others.get(joinKey(keyOf(cell)));
    return other ? [{ first: cell, second: other }] : [];
  });
  // In the order of the keys, so that the interval does not depend on which file comes first.
  const pairs = both
    .map(({ first: one, second: two }) => ({ name: joinKey(keyOf(one)), pair: [one.stance, two.stance] as const }))
    .sort((one, two) => (one.name < two.name ? -1 : 1))
    .map(({ pair }) => pair);
  const drawOf = ({ record, seed, core, others: rest }: Coding) => [record, seed, core, rest].join();
  return {
    agreement: pairs.length ? measureAgreement(pairs, ordinals) : null,
    differences: both.filter(({ first: one, second: two }) => one.stance !== two.stance),
    alone: own.length + others.size - 2 * both.length,
    isSameDraw: drawOf(first) === drawOf(second),
  };
}

/**
 * One file of both: where they agree the first coder's cell, where they differ the one that was chosen.
 * A case not settled has no code, so that no check takes the file.
 * @param chosen the cell of a case, by its key
 */
export function settleFiles(
  first: Coding,
  second: Coding,
  differences: readonly Difference[],
  chosen: ReadonlyMap<string, CodedCell>,
): Coding {
  const others = new Map(second.cells.map((cell) => [joinKey(keyOf(cell)), cell]));
  const open = new Set(differences.map(({ first: cell }) => joinKey(keyOf(cell))));
  const cells = first.cells.map((cell): CodedCell => {
    const key = joinKey(keyOf(cell));
    const settled = chosen.get(key);
    if (settled) return { ...settled };
    if (open.has(key)) return { ...cell, stance: "", certainty: "", mode: "" };
    const other = others.get(key);
    return { ...(cell.stance || !other ? cell : other) };
  });
  const known = new Set(first.cells.map((cell) => joinKey(keyOf(cell))));
  const added = second.cells.filter((cell) => !known.has(joinKey(keyOf(cell))));
  const coder = cleanLine(_("{first} and {second}", { first: first.coder, second: second.coder }));
  return { ...first, coder: Array.from(coder).slice(0, LONGEST.coder).join(""), cells: [...cells, ...added.map((cell) => ({ ...cell }))] };
}

/** The rules of one coded cell; `data/coding_rules.py` holds the same when a file is taken. */
import { gettext as _ } from "../i18n/gettext.ts";
import type { CodedCell, CodingEvent, Rule } from "./content.ts";

const [NO_DATA, VOTE, MATERIAL, DRILL] = ["ND", "vote", "MAT", "drill"];

/** Whether nothing is left to be decided. */
export const isDone = (cell: CodedCell, rule: Rule, event?: CodingEvent) =>
  cell.unread || (Boolean(cell.stance) && !checkCell(cell, rule, event).length);

/** Whether a reader has decided anything. */
export const isTouched = ({ stance, certainty, mode, unread, note, note_ru }: CodedCell) =>
  unread || Boolean(stance || certainty || mode || note || note_ru);

/** What a cell lacks or breaks, as sentences. */
export function checkCell(cell: CodedCell, rule: Rule, event?: CodingEvent): string[] {
  if (cell.unread) return [];
  const problems: string[] = [];
  if (!cell.stance) problems.push(_("Choose a code."));
  const nothingSaid = cell.stance === NO_DATA && !cell.certainty && !cell.mode;
  if (!nothingSaid && cell.stance) {
    if (!cell.certainty) problems.push(_("Choose a certainty."));
    if (!cell.mode) problems.push(_("Choose the kind of answer."));
  }
  const mode = rule.modes.find(({ code }) => code === cell.mode);
  if (mode && cell.stance && !mode.reach.includes(cell.stance))
    problems.push(_("This kind of answer can only be {codes}.", { codes: mode.reach.join(", ") }));
  if (event && cell.mode && event.vote !== (cell.mode === VOTE))
    problems.push(event.vote ? _("At this event every answer is a vote.") : _("This event has no roll call."));
  if (event?.kind === DRILL && cell.stance === MATERIAL) problems.push(_("An exercise is not material support."));
  if (Boolean(cell.note) !== Boolean(cell.note_ru)) problems.push(_("A note stands in English and in Russian, or in neither."));
  return problems;
}

/** Who changed on a day of an event, into what, and the claim that did it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { renderClaim } from "./claim_citation.ts";
import { longDate } from "./date_format.ts";
import { el } from "./dom.ts";
import { markStance } from "./stance_marks.ts";
import { makeChip } from "./stance_paint.ts";
import type { StancePalette } from "../core/palette.ts";
import type { AnswerDay, StanceSide } from "../core/answer_day.ts";
import type { Claim, Stance } from "../core/record.ts";

/** Codes of those who had not answered: what comes after them is no change of mind. */
const UNTOLD = ["ND", "NOM", "PTY"];

/** @param day of an event */
export const nameDay = ({ number }: Pick<AnswerDay, "number">) => _("Day {number}", { number });

/** "Day 2, 29 September 2020". */
export const nameDayAndDate = (day: Pick<AnswerDay, "number" | "date">) => `${nameDay(day)}, ${longDate(day.date)}`;

/** The last of the days up to a date; none before the first. */
export const findDay = (days: AnswerDay[], date: string) => days.findLast((day) => day.date <= date);

/**
 * A row for each change of a day.
 * @param stances of the event, with the claims made later if they are not among the others
 */
export function renderChanges({ changes }: AnswerDay, stances: Stance[], palette: StancePalette) {
  if (!changes.length) return el("p", { class: "none" }, _("No position is dated to this day."));
  const rows = changes.flatMap(({ actor, before, after, claim }) => {
    const stance = stances.find((each) => each.actor.id === actor);
    if (!stance) return [];
    const was = before && !UNTOLD.includes(before.code) ? [makeSideChip(before, palette), "→"] : [];
    const head = el(
      "div",
      { class: "head" },
      el("strong", {}, stance.actor.name),
      ...was,
      makeSideChip(after, palette),
      ...markSide(after),
    );
    const deciding = [...stance.claims, ...(stance.later ?? [])].find((each: Claim) => each.id === claim);
    return [el("li", { "data-actor": actor, "data-code": after.code }, head, ...(deciding ? [renderClaim(deciding)] : []))];
  });
  return el("ul", { class: "rows changes" }, ...rows);
}

const makeSideChip = ({ other, ...side }: StanceSide, palette: StancePalette) =>
  makeChip({ ...side, ...(side.contested ? { other: other ?? side.code } : {}) }, palette);

const markSide = ({ contested, weakness }: StanceSide) =>
  markStance({ contested: Boolean(contested), adjudicated: false, ...(weakness ? { weakness } : {}) });

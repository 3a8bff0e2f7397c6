/** The years across: where a day stands, and which years and months are written. */
import { formatMonth } from "../ui/date_format.ts";

const YEAR_STEPS = [1, 2, 5, 10];
const ROOM_FOR_YEAR = 46;
const ROOM_FOR_MONTH = 40;

/**
 * Ticks of a plot of `width` pixels from the start of year `first` to the end of `last`.
 * @returns `at` in pixels
 */
export function makeTicks(first: number, last: number, width: number): { at: number; text: string; year: boolean }[] {
  const years = last - first + 1;
  const perYear = width / years;
  const step = YEAR_STEPS.find((each) => each * perYear >= ROOM_FOR_YEAR) ?? 10;
  const months = [1, 3].find((each) => (each / 12) * perYear >= ROOM_FOR_MONTH);
  const ticks = [];
  for (let year = first; year <= last; year += 1) {
    const at = (year - first) * perYear;
    if (year % step === 0) ticks.push({ at, text: String(year), year: true });
    if (!months) continue;
    for (let month = months; month < 12; month += months) {
      ticks.push({ at: at + (month / 12) * perYear, text: formatMonth(month), year: false });
    }
  }
  return ticks;
}

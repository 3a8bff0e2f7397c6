/** What the kinds of answer are called; components/core/alt_text/reading_labels.py has the same in sentences. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";

/** The kinds of answer in the order of the control, all first. */
export const MODES: (string | null)[] = [null, "deeds", "votes", "words"];

/** The name of a kind of answer on a button; of all answers for null. */
export function nameMode(mode: string | null) {
  const names: Record<string, string> = {
    deeds: pgettext("kind of answer", "Deeds"),
    votes: pgettext("kind of answer", "Votes"),
    words: pgettext("kind of answer", "Words"),
  };
  return mode === null ? pgettext("kind of answer", "All answers") : (names[mode] ?? mode);
}

/** That a view shows one kind of answer only. */
export function formatMode(mode: string) {
  const said: Record<string, string> = { deeds: _("deeds only"), votes: _("votes only"), words: _("words only") };
  return said[mode] ?? mode;
}

/** That a view of one kind of answer is empty, since there is none toward this party. */
export function formatEmptyMode(mode: string, country: string) {
  const said: Record<string, string> = {
    deeds: _("No deed by anyone but the parties is on record toward {country} at this event.", { country }),
    votes: _("No vote by anyone but the parties is on record toward {country} at this event.", { country }),
    words: _("No words by anyone but the parties are on record toward {country} at this event.", { country }),
  };
  return said[mode] ?? "";
}

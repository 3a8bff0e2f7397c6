/** A country in a view, in two or three short lines: for the card under the pointer, and as the name of its shape. */
import { gettext as _ } from "../i18n/gettext.ts";
import { UNANSWERED, labelAt, membershipAt, nameOf, stanceAt } from "../core/snapshot.ts";
import { longDate } from "../ui/date_format.ts";
import { formatWeakness } from "../ui/certainty_labels.ts";
import { formatMode } from "../ui/reading_labels.ts";
import type { Atlas } from "../core/atlas.ts";
import type { PaletteOf } from "../core/palette.ts";
import type { View } from "../core/view.ts";

/** Its name, and its stance and membership on the day shown, which is named if it was chosen. */
export function describeCountry(atlas: Atlas, { membership }: PaletteOf<"membership">, view: View, id: string) {
  const lines = [];
  const stance = stanceAt(atlas, view, id);
  if (stance) {
    const labelOf = (code: string) => labelAt(atlas, view.event, code);
    const said = { stance: labelOf(stance.code), country: nameOf(atlas, view.toward ?? "") };
    if (id === view.toward) lines.push(_("Reference party"));
    else if (UNANSWERED.includes(stance.code)) lines.push(said.stance);
    else lines.push(stance.contested ? _("{stance} toward {country}, sources disagree", said) : _("{stance} toward {country}", said));
    if (stance.other) lines.push(_("Other reading: {stance}", { stance: labelOf(stance.other) }));
    if (stance.weakness) lines.push(_("Weak evidence: {why}", { why: formatWeakness(stance.weakness) }));
  } else if (view.event) {
    lines.push(_("Not covered by the data on this event"));
  }
  if (view.event && view.mode) lines.push(formatMode(view.mode));
  const key = membershipAt(atlas, view, id);
  if (key !== "none") lines.push(membership[key].label);
  else if (!view.event) lines.push(_("Not a member"));
  if (view.date) lines.push(longDate(view.date));
  return { title: nameOf(atlas, id), lines };
}

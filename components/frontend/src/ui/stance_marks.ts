/** Marks beside the chip of a stance: how it was settled, and how much it rests on. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";
import type { Resolved } from "../core/record.ts";

type Marked = Pick<Resolved, "contested" | "adjudicated" | "turns" | "weakness">;

export function markStance({ contested, adjudicated, turns, weakness }: Marked) {
  const marks = [
    contested ? _("sources disagree") : adjudicated ? _("editorial decision") : "",
    turns?.length ? _("changed") : "",
    weakness ? _("weak evidence") : "",
  ];
  return marks.filter(Boolean).map((mark) => el("span", { class: "chip contested" }, mark));
}

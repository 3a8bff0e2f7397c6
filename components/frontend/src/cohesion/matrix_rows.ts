/** What the layouts of the matrix share: which row is that of the link, and what heads a group. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { WORDS } from "../ui/code_labels.ts";
import type { Group, Layer, Matrix } from "./content.ts";

export const isChosen = ({ chosen }: Matrix, layer: Layer) => chosen && chosen[0] === layer.event && chosen[1] === layer.toward;

export const isCurrent = ({ by, year }: Matrix, group: Group) => by === "date" && String(year) === group.heading;

export function nameHeading(data: Matrix, heading: string) {
  if (data.by === "date") return heading;
  if (data.by === "kind") return WORDS.kind[heading] ?? heading;
  if (heading === "own") return _("own case");
  return data.size === "overview" ? heading : data.labels[heading];
}

/** Whether a cell is a vote that was not cast, which is no silence. */
export const isUncast = ({ kind }: Layer, code: string) => kind === "un_vote" && code === "SIL";

/** What a stance is called in a row. */
export const nameStance = ({ labels }: Matrix, layer: Layer, code: string) =>
  isUncast(layer, code) ? pgettext("vote", "not voting") : labels[code];

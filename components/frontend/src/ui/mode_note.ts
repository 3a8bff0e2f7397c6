/** That a list of stances rests on one kind of answer only, and whether there is any. */
import { el } from "./dom.ts";
import { UNANSWERED } from "../core/snapshot.ts";
import { describeModeChoice } from "./mode_switch.ts";
import { formatEmptyMode } from "./reading_labels.ts";
import type { Named, Stance } from "../core/record.ts";

export function renderModeNote({ mode, toward }: { mode?: string | null; toward: Named }, stances: Stance[]) {
  if (!mode) return [];
  const empty = stances.every((stance) => UNANSWERED.includes(stance.code)) ? formatEmptyMode(mode, toward.name) : "";
  return [el("p", { class: "note mode-note" }, [describeModeChoice(mode), empty].filter(Boolean).join(" "))];
}

/** Parameters of a link, with the kind of answer where there is one. */
export const withMode = (parameters: Record<string, string>, mode: string | null | undefined) =>
  mode ? { ...parameters, mode } : parameters;

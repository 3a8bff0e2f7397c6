/** A briefing on paper: every step in words, with what it rests on. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { pickText } from "../core/story_schema.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Story } from "../core/story_schema.ts";

/** Shown by the style sheet of paper alone. */
export function renderSheet(atlas: Atlas, story: Story, language: string) {
  const steps = story.steps.map((step, at) => {
    const events = step.events.flatMap((id) => atlas.eventById.get(id) ?? []);
    const rests = events.map((event) => `${event.title}, ${dateRange(event.start, event.end)}`).join("; ");
    return el(
      "li",
      {},
      el("h2", {}, _("Step {step}: {headline}", { step: at + 1, headline: pickText(step.headline, language) })),
      el("p", {}, pickText(step.text, language)),
      ...(rests ? [el("p", { class: "rests" }, `${_("Sources")}: ${rests}`)] : []),
    );
  });
  return el("ol", { class: "sheet" }, ...steps);
}

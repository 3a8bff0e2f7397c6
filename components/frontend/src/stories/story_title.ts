/** What the tab of a briefing is called; `components/outputs/share/page_titles.py` says the same of a link. */
import { gettext as _ } from "../i18n/gettext.ts";
import { pickText } from "../core/story_schema.ts";
import type { Story } from "../core/story_schema.ts";

export const namePage = (title: string) => _("{title} · CSTO Stance Atlas", { title });

/** @param step from 1 */
export function titleStory(story: Story, language: string, step: number) {
  const said = [story.steps[step - 1]?.headline ?? {}, story.title].map((text) => pickText(text, language)).filter(Boolean);
  return namePage(said.join(" · ") || _("My briefing"));
}

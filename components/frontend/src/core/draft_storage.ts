/** The visitor's own story, kept in this browser and nowhere else. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { writeLink } from "./view_state.ts";
import { checkStory, cleanText, emptyStory, LIMITS, makeStep, plainStory } from "./story_schema.ts";
import type { Story } from "./story_schema.ts";
import type { View } from "./view_state.ts";
import type { Atlas } from "./atlas.ts";

const KEY = "atlas-story-draft";
const FORMER = "atlas-story-former";

/** The draft as it was left; an unreadable one counts as none. */
export function readDraft(): Story {
  try {
    const text = localStorage.getItem(KEY);
    return text ? checkStory(JSON.parse(text)) : emptyStory();
  } catch {
    return emptyStory();
  }
}

/** Keep the draft; false when the browser refuses to. */
export function writeDraft(story: Story) {
  try {
    localStorage.setItem(KEY, JSON.stringify(plainStory(story)));
    return true;
  } catch {
    return false;
  }
}

/** Put another story in the draft's place; the former one is set aside. */
export function replaceDraft(story: Story) {
  const former = readDraft();
  try {
    if (former.steps.length) localStorage.setItem(FORMER, JSON.stringify(plainStory(former)));
  } catch {
    return false;
  }
  return writeDraft(story);
}

/** The draft that another story took the place of, once. */
export function popReplacedDraft(): Story | null {
  try {
    const text = localStorage.getItem(FORMER);
    localStorage.removeItem(FORMER);
    return text ? checkStory(JSON.parse(text)) : null;
  } catch {
    return null;
  }
}

/** A step of what the map shows, with its title as a first headline to be replaced. */
export function makeStepOf(view: View, atlas: Atlas, title: string) {
  const step = makeStep(writeLink({ ...view, panel: null }, atlas), { [currentLanguage()]: cleanText(title, LIMITS.headline) });
  return { ...step, events: view.event ? [view.event] : [] };
}

/**
 * The draft for a step to be added to. Its whole is checked where it is shown: the map, which only adds
 * to it, is spared the checker.
 */
function readUnchecked(): Story {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Story> | null;
    return Array.isArray(draft?.steps) ? { ...emptyStory(), ...draft } : emptyStory();
  } catch {
    return emptyStory();
  }
}

/** Add the map's view as the last step of the draft; what came of it, for the visitor. */
export function keepView(view: View, atlas: Atlas, title: string) {
  const draft = readUnchecked();
  if (draft.steps.length >= LIMITS.steps) return _("Your briefing is full ({count} steps)", { count: LIMITS.steps });
  draft.steps.push(makeStepOf(view, atlas, title));
  if (!writeDraft(draft)) return _("This browser does not keep drafts, so the view was not added");
  return _("Added to your briefing as step {step}. Open it in Briefings.", { step: draft.steps.length });
}

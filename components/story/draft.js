// @ts-check
/** The visitor's own story, kept in this browser and nowhere else. */
import { currentLanguage, gettext as _ } from "../language/messages.js";
import { writeLink } from "../map/view.js";
import { checkStory, emptyStory, LIMITS, makeStep } from "./format.js";

const KEY = "atlas-story-draft";

/** The draft as it was left; an unreadable one is left alone and an empty one opened. @returns {import("./format.js").Story} */
export function readDraft() {
  try {
    const text = localStorage.getItem(KEY);
    return text ? checkStory(JSON.parse(text)) : emptyStory();
  } catch {
    return emptyStory();
  }
}

/** Keep the draft; false when the browser refuses to. @param {import("./format.js").Story} story */
export function writeDraft(story) {
  try {
    localStorage.setItem(KEY, JSON.stringify(story));
    return true;
  } catch {
    return false;
  }
}

/** Add the map's view as the last step of the draft; what came of it, for the reader. @param {import("../map/view.js").View} view @param {any} atlas */
export function keepView(view, atlas) {
  const draft = readDraft();
  if (draft.steps.length >= LIMITS.steps) return _("Your story is full: it has {count} steps", { count: LIMITS.steps });
  draft.steps.push(makeStep(writeLink({ ...view, panel: null }, atlas), headlineOf(view, atlas)));
  if (!writeDraft(draft)) return _("This browser keeps no drafts, so the view was not added");
  return _("Added to your story as step {step}. It waits under Stories.", { step: draft.steps.length });
}

/** A first headline, to be replaced. @param {import("../map/view.js").View} view @param {any} atlas */
export function headlineOf(view, atlas) {
  const text = view.event ? atlas.eventById.get(view.event).title : String(view.year);
  return { [currentLanguage()]: Array.from(text).slice(0, LIMITS.headline).join("") };
}

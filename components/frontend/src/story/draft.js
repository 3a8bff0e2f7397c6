// @ts-check
/** The visitor's own story, kept in this browser and nowhere else. */
import { currentLanguage, gettext as _ } from "../language/messages.js";
import { writeLink } from "../map/view.js";
import { checkStory, cleanText, emptyStory, LIMITS, makeStep, plainStory } from "./format.js";

const KEY = "atlas-story-draft";
const FORMER = "atlas-story-former";

/** The draft as it was left; an unreadable one counts as none. @returns {import("./format.js").Story} */
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
    localStorage.setItem(KEY, JSON.stringify(plainStory(story)));
    return true;
  } catch {
    return false;
  }
}

/** Put another story in the draft's place; the former one is set aside. @param {import("./format.js").Story} story */
export function replaceDraft(story) {
  const former = readDraft();
  try {
    if (former.steps.length) localStorage.setItem(FORMER, JSON.stringify(plainStory(former)));
  } catch {
    return false;
  }
  return writeDraft(story);
}

/** The draft that another story took the place of, once. @returns {import("./format.js").Story|null} */
export function takeFormer() {
  try {
    const text = localStorage.getItem(FORMER);
    localStorage.removeItem(FORMER);
    return text ? checkStory(JSON.parse(text)) : null;
  } catch {
    return null;
  }
}

/** A step of what the map shows, with a first headline to be replaced. @param {import("../map/view.js").View} view @param {any} atlas */
export function makeStepOf(view, atlas) {
  const text = view.event ? atlas.eventById.get(view.event).title : String(view.year);
  const step = makeStep(writeLink({ ...view, panel: null }, atlas), { [currentLanguage()]: cleanText(text, LIMITS.headline) });
  return { ...step, events: view.event ? [view.event] : [] };
}

/** Add the map's view as the last step of the draft; what came of it, for the visitor. @param {import("../map/view.js").View} view @param {any} atlas */
export function keepView(view, atlas) {
  const draft = readDraft();
  if (draft.steps.length >= LIMITS.steps) return _("Your briefing is full ({count} steps)", { count: LIMITS.steps });
  draft.steps.push(makeStepOf(view, atlas));
  if (!writeDraft(draft)) return _("This browser does not keep drafts, so the view was not added");
  return _("Added to your briefing as step {step}. Open it in Briefings.", { step: draft.steps.length });
}

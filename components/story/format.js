// @ts-check
/**
 * What a story is in the browser, and the rules a story from a link or a draft must keep.
 *
 * The same rules as `data/story.py`, which reads files; a test holds the two together.
 *
 * @typedef {Partial<Record<"en"|"ru", string>>} Text
 * @typedef {{view: string, headline: Text, text: Text, notes: Text, seconds: number, events: string[]}} Step
 * @typedef {{id: string, title: Text, description: Text, steps: Step[]}} Story
 */

/** Lengths in characters; seconds; counts. */
export const LIMITS = {
  title: 120, description: 600, headline: 140, text: 700, notes: 2000, view: 300,
  steps: 60, events: 8, shortest: 2, longest: 120,
};
const LANGUAGES = /** @type {const} */ (["en", "ru"]);
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// Line breaks and tabs are text; other control characters are not.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff]/;

/** @returns {Story} */
export const emptyStory = () => ({ id: "", title: {}, description: {}, steps: [] });

/** @param {string} view @param {Text} headline @returns {Step} */
export const makeStep = (view, headline) => ({ view, headline, text: {}, notes: {}, seconds: 10, events: [] });

/** A text in a language, or in the other one. @param {Text} text @param {string} language */
export const pick = (text, language) => text[/** @type {"en"} */ (language)] || text.en || text.ru || "";

/** Characters as Python counts them. @param {string} text */
const lengthOf = (text) => Array.from(text).length;

/**
 * A story from untrusted data, or an error that says where it breaks a rule.
 * @param {any} value @returns {Story}
 */
export function checkStory(value) {
  const story = checkObject(value, "", ["id", "title", "description", "steps"]);
  const steps = story.steps ?? [];
  if (!Array.isArray(steps)) throw new StoryError("steps", "not a list");
  if (steps.length > LIMITS.steps) throw new StoryError("steps", `more than ${LIMITS.steps}`);
  return {
    id: checkName(story.id ?? "", "id"),
    title: checkText(story.title, "title", LIMITS.title),
    description: checkText(story.description, "description", LIMITS.description),
    steps: steps.map((step, at) => checkStep(step, `steps ${at + 1}`)),
  };
}

/** @param {any} value @param {string} where @returns {Step} */
function checkStep(value, where) {
  const step = checkObject(value, where, ["view", "headline", "text", "notes", "seconds", "events"]);
  const seconds = step.seconds ?? 10;
  if (typeof seconds !== "number" || !(seconds >= LIMITS.shortest && seconds <= LIMITS.longest)) {
    throw new StoryError(`${where}, seconds`, `not a number from ${LIMITS.shortest} to ${LIMITS.longest}`);
  }
  const events = step.events ?? [];
  if (!Array.isArray(events) || events.length > LIMITS.events) throw new StoryError(`${where}, events`, `not a list of at most ${LIMITS.events}`);
  return {
    view: checkString(step.view ?? "", `${where}, view`, LIMITS.view),
    headline: checkText(step.headline, `${where}, headline`, LIMITS.headline),
    text: checkText(step.text, `${where}, text`, LIMITS.text),
    notes: checkText(step.notes, `${where}, notes`, LIMITS.notes),
    seconds,
    events: events.map((event) => checkName(event, `${where}, events`)),
  };
}

/** @param {any} value @param {string} where @param {string[]} keys */
function checkObject(value, where, keys) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new StoryError(where, "not a mapping");
  for (const key of Object.keys(value)) if (!keys.includes(key)) throw new StoryError([where, key.slice(0, 40)].filter(Boolean).join(", "), "unknown key");
  return value;
}

/** @param {any} value @param {string} where @param {number} longest @returns {Text} */
function checkText(value, where, longest) {
  if (value === undefined) return {};
  const given = checkObject(value, where, [...LANGUAGES]);
  /** @type {Text} */
  const text = {};
  for (const language of LANGUAGES) {
    const words = checkString(given[language] ?? "", `${where}, ${language}`, longest);
    if (words) text[language] = words;
  }
  return text;
}

/** @param {any} value @param {string} where @param {number} longest */
function checkString(value, where, longest) {
  if (typeof value !== "string") throw new StoryError(where, "not text");
  if (lengthOf(value) > longest) throw new StoryError(where, `longer than ${longest} characters`);
  if (CONTROL.test(value) || !value.isWellFormed()) throw new StoryError(where, "a character that is no text");
  return value;
}

/** @param {any} value @param {string} where */
function checkName(value, where) {
  if (value !== "" && (typeof value !== "string" || value.length > 60 || !NAME.test(value))) throw new StoryError(where, "not a name of small letters, digits and hyphens");
  return value;
}

/** What is wrong with a story, and where. */
export class StoryError extends Error {
  /** @param {string} where @param {string} rule */
  constructor(where, rule) {
    super(where ? `${where}: ${rule}` : rule);
    this.where = where;
    this.rule = rule;
  }
}

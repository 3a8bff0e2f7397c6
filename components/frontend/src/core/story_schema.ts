/**
 * What a story is in the browser, and the rules a story from a link or a draft must keep.
 *
 * The same rules as `data/story.py` and `data/story_file.py`; a test holds the two together.
 */
import { LANGUAGES } from "../i18n/languages.ts";

/** What is wrong with a story: the rule it breaks and where. */
export interface Problem {
  line?: number;
  key: string;
  value?: string;
  rule: string;
  values?: Record<string, string>;
}

/** What is wrong with a story, and where; the words for it are those of validation_messages.ts. */
export class StoryError extends Error {
  readonly problem: Problem;

  constructor(key: string, rule: string, values?: Record<string, string>) {
    super(`${key}: ${rule}`);
    this.problem = { key, rule, values };
  }
}

/** A text by the language of its words. */
export type Text = Record<string, string>;

export type Step = { view: string; headline: Text; text: Text; notes: Text; seconds: number; events: string[] };

export type Story = { id: string; title: Text; description: Text; steps: Step[] };

/** Lengths in characters; seconds; counts. */
export const LIMITS = {
  title: 120,
  description: 600,
  headline: 140,
  text: 700,
  notes: 1200,
  view: 300,
  steps: 60,
  events: 8,
  shortest: 2,
  longest: 120,
  seconds: 10,
};
const STORY_KEYS = ["title", "description", "steps"];
const STEP_KEYS = ["view", "headline", "text", "notes", "seconds", "events"];
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_NAME = 60;
// Line breaks and tabs are text; other control characters are not.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

export const emptyStory = (): Story => ({ id: "", title: {}, description: {}, steps: [] });

export const makeStep = (view: string, headline: Text): Step => ({
  view,
  headline,
  text: {},
  notes: {},
  seconds: LIMITS.seconds,
  events: [],
});

/** A text in a language, or in the first other that it has. */
export const pickText = (text: Text, language: string) => [language, ...LANGUAGES].map((each) => text[each]).find(Boolean) ?? "";

/** How long a story takes by itself, seconds. */
export const lengthOf = (story: Story) => story.steps.reduce((sum, step) => sum + step.seconds, 0);

/** Minutes and seconds, as 3:05. */
export const formatLength = (seconds: number) =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

/** Characters as Python counts them. */
const count = (text: string) => Array.from(text).length;

/** A story from untrusted data, or an error that says where it breaks a rule. */
export function checkStory(value: unknown): Story {
  const story = checkObject(value, "", STORY_KEYS);
  return {
    id: "",
    title: checkText(story.title, "title", LIMITS.title),
    description: checkText(story.description, "description", LIMITS.description),
    steps: checkList(story.steps, "steps", LIMITS.steps).map((step, at) => checkStep(step, `step ${at + 1}`)),
  };
}

/** The same without its id: what a link, a file and a draft hold. */
export function plainStory({ title, description, steps }: Story) {
  return { title, description, steps };
}

function checkStep(value: unknown, where: string): Step {
  const step = checkObject(value, where, STEP_KEYS);
  if (step.view === undefined) throw new StoryError(`${where}, view`, "missing");
  return {
    view: checkString(step.view, `${where}, view`, LIMITS.view),
    headline: checkText(step.headline, `${where}, headline`, LIMITS.headline),
    text: checkText(step.text, `${where}, text`, LIMITS.text),
    notes: checkText(step.notes, `${where}, notes`, LIMITS.notes),
    seconds: checkSeconds(step.seconds ?? LIMITS.seconds, `${where}, seconds`),
    events: checkList(step.events, `${where}, events`, LIMITS.events).map((event) => checkName(event, `${where}, events`)),
  };
}

function checkSeconds(value: unknown, where: string) {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new StoryError(where, "number");
  const { shortest, longest } = LIMITS;
  if (value < shortest || value > longest) throw new StoryError(where, "range", { least: String(shortest), most: String(longest) });
  return Math.round(value * 100) / 100;
}

function checkObject(value: unknown, where: string, keys: string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new StoryError(where, "mapping");
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) throw new StoryError([where, key.slice(0, LONGEST_NAME)].filter(Boolean).join(", "), "key");
  }
  return value as Record<string, unknown>;
}

function checkList(value: unknown, where: string, most: number): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new StoryError(where, "list");
  if (value.length > most) throw new StoryError(where, "many", { most: String(most) });
  return value;
}

function checkText(value: unknown, where: string, most: number): Text {
  if (value === undefined) return {};
  const given = checkObject(value, where, LANGUAGES);
  const text: Text = {};
  for (const language of LANGUAGES) {
    const words = checkString(given[language] ?? "", `${where}, ${language}`, most);
    if (words) text[language] = words;
  }
  return text;
}

function checkString(value: unknown, where: string, most: number) {
  if (typeof value !== "string") throw new StoryError(where, "text");
  if (value.length > most && count(value) > most) throw new StoryError(where, "long", { most: String(most) });
  if (CONTROL.test(value) || !value.isWellFormed()) throw new StoryError(where, "control");
  return value;
}

function checkName(value: unknown, where: string) {
  if (typeof value !== "string" || value.length > LONGEST_NAME || !NAME.test(value)) throw new StoryError(where, "name");
  return value;
}

/** Text typed by hand as a story may hold it: what is no text left out, cut to a length. */
export function cleanText(text: string, most: number) {
  const plain = text.toWellFormed().replace(/\r\n?/g, "\n").replace(new RegExp(CONTROL, "g"), "");
  return Array.from(plain).slice(0, most).join("");
}

/** The first step whose view is no valid link, as an error. */
export function checkViews(story: Story, read: (view: string) => { notices: string[] }) {
  story.steps.forEach((step, at) => {
    const [why] = read(step.view).notices;
    if (why) throw new StoryError(`step ${at + 1}, view`, "view", { why });
  });
  return story;
}

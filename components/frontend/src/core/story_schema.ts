/**
 * What a story is in the browser, and the rules a story from a link or a draft must keep: those of
 * `data/story.schema.json`, which Python reads too.
 */
import { $defs, itemRules, properties, rules } from "../../../../data/story.schema.json";
import { validate } from "virtual:story-validator";
import type { Fault } from "virtual:story-validator";
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

export type Step = { view: string; headline: Text; text: Text; notes: Text; seconds: number; events: string[]; layers?: string[] };

export type Story = { id: string; title: Text; description: Text; steps: Step[]; layers?: string };

const parts = $defs.step.properties;

/** Lengths in characters; seconds; counts. */
export const LIMITS = {
  title: properties.title.additionalProperties.maxLength,
  description: properties.description.additionalProperties.maxLength,
  headline: parts.headline.additionalProperties.maxLength,
  text: parts.text.additionalProperties.maxLength,
  notes: parts.notes.additionalProperties.maxLength,
  steps: properties.steps.maxItems,
  layers: properties.layers.maxLength,
  shortest: parts.seconds.minimum,
  longest: parts.seconds.maximum,
  seconds: parts.seconds.default,
};
const LONGEST_NAME = 60;

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

/** A story from untrusted data, or an error that says where it breaks a rule. */
export function checkStory(value: unknown): Story {
  // A link leaves out what is empty.
  const story = typeof value === "object" && value && !Array.isArray(value) ? { title: {}, steps: [], ...value } : value;
  validate(story);
  if (validate.errors) throw describeFault(validate.errors[0]);
  const { title, description, steps, layers } = story as Given;
  return {
    id: "",
    title: dropEmpty(title),
    description: dropEmpty(description),
    steps: steps.map(fillStep),
    ...(layers ? { layers } : {}),
  };
}

/** A story that keeps the rules, before what is left out is filled in. */
type Given = { title: Text; description?: Text; layers?: string; steps: (Partial<Step> & { view: string })[] };

const dropEmpty = (text: Text = {}): Text => Object.fromEntries(Object.entries(text).filter(([, words]) => words));

const fillStep = ({ view, headline, text, notes, seconds = LIMITS.seconds, events = [], layers }: Given["steps"][number]): Step => ({
  view,
  headline: dropEmpty(headline),
  text: dropEmpty(text),
  notes: dropEmpty(notes),
  seconds: Math.round(seconds * 100) / 100,
  events,
  ...(layers?.length ? { layers } : {}),
});

/** What the checker found, by the rules that Python names too. */
function describeFault({ instancePath, keyword, params }: Fault) {
  const path = instancePath.split("/").slice(1);
  const list = /^\d+$/.test(path.at(-1) ?? "") ? path.at(-2) : "";
  const rule = lookUp(itemRules, list) ?? lookUp(rules, keyword === "type" ? params.type : keyword) ?? keyword;
  const name = params.missingProperty ?? params.additionalProperty?.slice(0, LONGEST_NAME);
  return new StoryError(namePlace(path, name), rule, fillRule(rule, params));
}

const lookUp = (table: Partial<Record<string, string>>, key = "") => table[key];

/** A place in a story in words: `step 3, headline, en`. */
function namePlace([first, at, ...rest]: string[], name?: string) {
  const path = at !== undefined && first === "steps" ? [`step ${Number(at) + 1}`, ...rest] : [first, at, ...rest];
  return [...path, name].filter((part) => part && !/^\d+$/.test(part)).join(", ");
}

function fillRule(rule: string, { limit }: Fault["params"]): Record<string, string> | undefined {
  if (rule === "range") return { least: String(LIMITS.shortest), most: String(LIMITS.longest) };
  return limit === undefined ? undefined : { most: String(limit) };
}

/** The same without its id: what a link, a file and a draft hold. */
export function plainStory({ title, description, steps, layers }: Story) {
  return { title, description, steps, ...(layers ? { layers } : {}) };
}

/** Text typed by hand as a story may hold it: what is no text left out, cut to a length. */
export function cleanText(text: string, most: number) {
  const allowed = new RegExp($defs.words.pattern, "u");
  const plain = text.toWellFormed().replace(/\r\n?/g, "\n");
  const letters = Array.from(plain).filter((letter) => allowed.test(letter));
  return letters.slice(0, most).join("");
}

/** The first step whose view is no valid link, as an error. */
export function checkViews(story: Story, read: (view: string) => { notices: string[] }) {
  story.steps.forEach((step, at) => {
    const [why] = read(step.view).notices;
    if (why) throw new StoryError(`step ${at + 1}, view`, "view", { why });
  });
  return story;
}

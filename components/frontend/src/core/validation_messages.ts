/** Which rule a story breaks, said to the visitor; the rules are those of `data/story_problem.py`. */
import { gettext as _ } from "../i18n/gettext.ts";

const REASONS: Record<string, (values: Record<string, string>) => string> = {
  size: (values) => _("the file is larger than {most} bytes", values),
  utf8: () => _("not UTF-8 text"),
  yaml: (values) => _("not YAML: {why}", values),
  alias: () => _("anchors and aliases are not allowed"),
  tag: () => _("tags are not allowed"),
  depth: () => _("nested deeper than a story is"),
  parts: () => _("more parts than a story has"),
  documents: () => _("more than one document in the file"),
  empty: () => _("the file is empty"),
  mapping: () => _("must be a mapping of keys to values"),
  list: () => _("must be a list"),
  text: () => _("must be text; put it in quotes"),
  number: () => _("must be a number"),
  range: (values) => _("must be from {least} to {most}", values),
  long: (values) => _("longer than {most} characters", values),
  many: (values) => _("more than {most} items", values),
  key: () => _("unknown key"),
  twice: () => _("the key stands twice"),
  missing: () => _("the key is missing"),
  control: () => _("has a character that is no text"),
  name: () => _("not an id of small letters, digits and hyphens"),
  incomplete: () => _("must be there in English and Russian"),
  event: () => _("no event has this id"),
  view: (values) => _("not a valid view: {why}", values),
};

/** The rules that can be said. */
export const ruleNames = () => Object.keys(REASONS);

/** What is wrong with a story: the rule it breaks and where. */
export interface Problem {
  line?: number;
  key: string;
  value?: string;
  rule: string;
  values?: Record<string, string>;
}

export function sayProblem({ line, key, value, rule, values }: Problem) {
  const where = line ? _("line {line}", { line }) : "";
  const what = value ? `${key} “${value}”`.trim() : key;
  return [where, what, REASONS[rule](values ?? {})].filter(Boolean).join(": ");
}

/** What is wrong with a story, and where. */
export class StoryError extends Error {
  readonly rule: string;

  constructor(key: string, rule: string, values?: Record<string, string>) {
    super(sayProblem({ key, rule, values }));
    this.rule = rule;
  }
}

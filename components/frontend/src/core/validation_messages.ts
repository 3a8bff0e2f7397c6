/** Which rule a story breaks, said to the visitor; the rules are those of `data/story_problem.py`. */
import { gettext as _ } from "../i18n/gettext.ts";
import { StoryError } from "./story_schema.ts";
import type { Problem } from "./story_schema.ts";

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

export function sayProblem({ line, key, value, rule, values }: Problem) {
  const where = line ? _("line {line}", { line }) : "";
  const what = value ? `${key} “${value}”`.trim() : key;
  return [where, what, REASONS[rule](values ?? {})].filter(Boolean).join(": ");
}

/** An error in the words of the visitor. */
export function sayError(error: unknown) {
  if (error instanceof StoryError) return sayProblem(error.problem);
  return error instanceof Error ? error.message : String(error);
}

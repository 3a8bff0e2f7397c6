/** Which rule a story breaks, said to the visitor; the rules are those of `data/story_errors.py`. */
import { gettext as _ } from "../i18n/gettext.ts";
import { StoryError } from "./story_schema.ts";
import type { Problem } from "./story_schema.ts";

const REASONS: Record<string, (values: Record<string, string>) => string> = {
  size: (values) => _("the file is larger than {most} bytes", values),
  utf8: () => _("not UTF-8 text"),
  yaml: (values) => _("not YAML: {why}", values),
  alias: () => _("anchors and aliases are not allowed"),
  tag: () => _("tags are not allowed"),
  depth: () => _("nested too deeply for a briefing"),
  parts: () => _("too many parts for a briefing"),
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
  twice: () => _("duplicate key"),
  missing: () => _("missing key"),
  control: () => _("contains an invalid character"),
  name: () => _("not an id of lower-case letters, digits and hyphens"),
  incomplete: () => _("must be given in English and Russian"),
  event: () => _("there is no event with this id"),
  view: (values) => _("not a valid view: {why}", values),
  layers: (values) => _("the layers cannot be shown: {why}", values),
  layer: () => _("the briefing has no layer of this name"),
};

/** The rules that can be said. */
export const ruleNames = () => Object.keys(REASONS);

export function describeProblem({ line, key, value, rule, values }: Problem) {
  const where = line ? _("line {line}", { line }) : "";
  const what = value ? `${key} “${value}”`.trim() : key;
  return [where, what, REASONS[rule](values ?? {})].filter(Boolean).join(": ");
}

/** An error in the words of the visitor. */
export function describeError(error: unknown) {
  if (error instanceof StoryError) return describeProblem(error.problem);
  return error instanceof Error ? error.message : String(error);
}

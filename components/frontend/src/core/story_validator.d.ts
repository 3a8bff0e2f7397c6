/** What `story_validator.mjs` makes of `data/story.schema.json`. */
declare module "virtual:story-validator" {
  /** The first rule that a value breaks, as ajv says it. */
  interface Fault {
    instancePath: string;
    keyword: string;
    params: { additionalProperty?: string; limit?: number; missingProperty?: string; type?: string };
  }

  /** Whether a value is a story; `errors` has the one fault of the last that was not, else nothing. */
  export const validate: { (value: unknown): boolean; errors?: [Fault] | null };
}

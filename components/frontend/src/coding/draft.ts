/** The sample being coded, kept in this browser and nowhere else until the coder removes it. */
import { readText, removeText, writeText } from "../core/local_storage.ts";
import { parseCoding, writeCoding } from "./coding_file.ts";
import type { Coding } from "./content.ts";

const KEY = "atlas-coding-draft";

/** The sample as it was left; what cannot be read counts as not there. */
export function readDraft(): Coding | null {
  const text = readText(KEY);
  try {
    return text ? parseCoding(JSON.parse(text)) : null;
  } catch {
    return null;
  }
}

/** Keep the sample; false when the browser refuses to. */
export const writeDraft = (coding: Coding) => writeText(KEY, writeCoding(coding));

export const removeDraft = () => removeText(KEY);

/** The sample being coded, kept in this browser and nowhere else until the coder removes it. */
import { parseCoding, writeCoding } from "./coding_file.ts";
import type { Coding } from "./content.ts";

const KEY = "atlas-coding-draft";

/** The sample as it was left; what cannot be read counts as not there. */
export function readDraft(): Coding | null {
  try {
    const text = localStorage.getItem(KEY);
    return text ? parseCoding(JSON.parse(text)) : null;
  } catch {
    return null;
  }
}

/** Keep the sample; false when the browser refuses to. */
export function writeDraft(coding: Coding) {
  try {
    localStorage.setItem(KEY, writeCoding(coding));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

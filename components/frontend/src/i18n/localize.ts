/** A text of the record, or of a table of ours, in the language spoken now; see `data/language.py`. */
import { currentLanguage } from "./gettext.ts";

/** The text of `<column>_<language>`, else the English one. */
export const pick = (row: object, column: string): string => {
  const texts = row as Record<string, string | undefined>;
  return texts[`${column}_${currentLanguage()}`] || texts[`${column}_en`] || texts[column] || "";
};

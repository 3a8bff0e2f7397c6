/** A text of the record, or of a table of ours, in the language spoken now; see `data/localize.py`. */
import { currentLanguage } from "./gettext.ts";
import { DEFAULT } from "./languages.ts";

/** The text of `<column>_<language>`, else the English one. */
export const pick = (row: object, column: string) => pickIn(row, column, currentLanguage());

/** The same in a language that may not be the one spoken. */
const pickIn = (row: object, column: string, language: string): string => {
  const texts = row as Record<string, string | undefined>;
  return texts[`${column}_${language}`] || texts[`${column}_${DEFAULT}`] || texts[column] || "";
};

/** A text of the record, or of a table of ours, in the language spoken now; see `data/language.py`. */
import { currentLanguage } from "./messages.ts";

/** The text of `<column>_<language>`, else the English one. */
export const pick = (row: any, column: string): string => row[`${column}_${currentLanguage()}`] || row[`${column}_en`] || row[column] || "";

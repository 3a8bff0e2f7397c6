// @ts-check
/** A text of the record, or of a table of ours, in the language spoken now; see `data/language.py`. */
import { currentLanguage } from "./messages.js";

/** The text of `<column>_<language>`, else the English one. @param {any} row @param {string} column @returns {string} */
export const pick = (row, column) => row[`${column}_${currentLanguage()}`] || row[`${column}_en`] || row[column] || "";

/** The languages of the atlas, from the table that the server reads too; see `data/languages.py`. */
import table from "../../../../data/languages.json";

/** `locale` is of dates, numbers and lists, `months` of short names of months; `folder` is of the static site. */
type Language = { code: string; name: string; locale: string; months: string; folder: string; script: string; test?: boolean };

const rows: readonly Language[] = table;

/** The codes of those in which there are texts of the record, prose and stories. */
export const LANGUAGES = rows.filter((row) => !row.test).map((row) => row.code);

/** The language of the code's own texts, in which what another language lacks is shown. */
export const DEFAULT = LANGUAGES[0];

/** A language of the table, else the default one. */
export const findLanguage = (code: string) => rows.find((row) => row.code === code) ?? rows[0];

/** A locale as the browser names it: en-GB. */
export const nameLocale = (locale: string) => locale.replace("_", "-");

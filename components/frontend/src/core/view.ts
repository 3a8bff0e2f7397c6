/** What a map shows: the state that a link carries. */

export interface View {
  /** that of the event, or else of the date, if there is one */
  year: number;
  /** a day chosen by the reader, ISO, at an event what was known by its end; null is the event or the year as a whole */
  date: string | null;
  event: string | null;
  toward: string | null;
  layers: string[];
  /** latitude, longitude (degrees), zoom; null is home */
  at: [number, number, number] | null;
  /** a country or zone id, "off" for a closed panel, null for the event or year */
  panel: string | null;
  /** the kind of answer that stances rest on; null is all */
  mode: string | null;
}

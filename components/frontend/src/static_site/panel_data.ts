/** What the panel says of a view, from the documents of the page: as `panel/content.py` says it. */
import { readByMode } from "./reading.ts";
import { describeDay } from "./day_content.ts";
import type { Days } from "./day_content.ts";
import type { Dossiers } from "./reading.ts";
import type { SettledView } from "../map/streamlit.ts";
import type { Content, CountryContent, EventPanel, YearContent, ZoneContent } from "../panel/content.ts";

/** @param read a document by its name */
export async function describeView(
  { year, date, event, toward, panel, mode }: SettledView,
  read: <T>(name: string) => Promise<T>,
): Promise<Content> {
  const subject = panel && panel !== "off" ? panel : null;
  const shown: EventPanel | null =
    event && toward
      ? {
          panel: "event",
          // Without a server the stances are all that is known.
          ...(date ? { date, whole: true } : {}),
          ...(await readByMode((await read<Dossiers>("dossiers.json"))[event][toward], mode, read)),
        }
      : null;
  if (!subject && date && !shown) return describeDay(date, await read<Days>("panel-days.json"));
  if (!subject) return shown ?? (await read<Record<number, YearContent>>("panel-years.json"))[year];
  const content = (await read<Record<string, CountryContent | ZoneContent>>("panel-subjects.json"))[subject];
  if (!shown) return { ...content, date, ...("view" in content ? { view: date ? { date } : { year: String(year) } } : {}) };
  const { id, title, date_start, date_end } = shown;
  const at = { ...content, ...(date ? { date } : {}), shown: { id, title, date_start, date_end } };
  if (at.panel !== "country") return at;
  const here = shown.stances.find((stance) => stance.actor.id === subject) ?? null;
  return { ...at, here, here_toward: shown.toward, ...("view" in content && event && toward ? { view: { event, toward } } : {}) };
}

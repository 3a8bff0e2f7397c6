/** What the panel says of a view, from the documents of the page: as `panel/content.py` says it. */

/** @param read a document by its name */
export async function describeView({ year, event, toward, panel }: {year: number, event: string|null, toward: string|null, panel: string|null}, read: (name: string) => Promise<any>) {
  const subject = panel && panel !== "off" ? panel : null;
  const shown = event && toward ? { panel: "event", ...(await read("dossiers.json"))[event][toward] } : null;
  if (!subject) return shown ?? (await read("panel-years.json"))[year];
  const content = (await read("panel-subjects.json"))[subject];
  if (!shown) return "view" in content ? { ...content, view: { year: String(year) } } : content;
  const { id, title, date_start, date_end } = shown;
  const at = { ...content, shown: { id, title, date_start, date_end } };
  if (content.panel !== "country") return at;
  const here = shown.stances.find((stance: any) => stance.actor.id === subject) ?? null;
  return { ...at, here, here_toward: shown.toward, ...("view" in content ? { view: { event, toward } } : {}) };
}

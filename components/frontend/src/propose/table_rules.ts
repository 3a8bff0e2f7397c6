/**
 * The rules of rows and between tables that can be held in the browser; `data/check_tables.py` holds these and more.
 * A test compares both. What only the check at the maintainer's holds is said on the page.
 */
import { isDay } from "../core/iso_day.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { checkCell } from "./cell_rules.ts";
import { checkClaims } from "./claim_rules.ts";
import { checkDeaths } from "./death_rules.ts";
import { groupRows, joinKey, readKey } from "./record_tables.ts";
import type { Cells, Problem } from "./content.ts";
import type { Tables } from "./record_tables.ts";

/** Notes that a row of a table breaks a rule. */
export type Note = (table: string, row: Cells, column: string, rule: string) => void;

const PARAGRAPH = /^§([1-9][0-9]*)$/;

/** Every rule that the tables break. A cell that breaks a rule of its own counts as empty for the others. */
export function checkTables(given: Tables): Problem[] {
  const { schemas } = given.document;
  const problems: Problem[] = [];
  const origins: Map<Cells, Cells> = new Map();
  const note: Note = (table, row, column, rule) =>
    problems.push({ table, key: readKey(schemas[table], origins.get(row) ?? row), column, rule });
  const tables = { ...given, rows: { ...given.rows } };
  for (const name of given.document.editable)
    tables.rows[name] = given.rows[name].map((row) => {
      const broken = checkCells(name, row, given, note);
      if (!broken.length) return row;
      const sound = { ...row, ...Object.fromEntries(broken.map((column) => [column, ""])) };
      origins.set(sound, row);
      return sound;
    });
  for (const name of given.document.editable) checkReferences(name, tables, note);
  checkPeriods(tables, note);
  checkEvents(tables, note);
  checkParties(tables, note);
  checkCitations(tables, note);
  checkAddresses(tables, note);
  checkPositions(tables, note);
  checkClaims(tables, note);
  checkDeaths(tables, note);
  return problems;
}

/** The columns of a row whose cells break a rule. */
function checkCells(name: string, row: Cells, { document }: Tables, note: Note) {
  return document.schemas[name].fields.flatMap((field) => {
    const rule = checkCell(field, row[field.name]);
    if (!rule) return [];
    note(name, row, field.name, rule);
    return [field.name];
  });
}

/** Keys, what is referred to, and texts in both languages. */
function checkReferences(name: string, { document, rows }: Tables, note: Note) {
  const schema = document.schemas[name];
  const references = Object.entries(schema.foreign).map(
    ([column, table = ""]) => [column, new Set(rows[table].map((row) => row[document.schemas[table].key[0]]))] as const,
  );
  const actors = new Set([...rows.countries, ...rows.organisations].map((row) => row.id));
  const seen: Set<string> = new Set();
  for (const row of rows[name]) {
    for (const [column, known] of references)
      if (row[column] && !known.has(row[column])) note(name, row, column, _("names nothing that is in the record"));
    for (const column of schema.actors)
      if (row[column] && !actors.has(row[column])) note(name, row, column, _("is no country or organisation of the record"));
    for (const [english, other] of schema.pairs)
      if (Boolean(row[english]) !== Boolean(row[other]))
        note(name, row, other, _("English and Russian must both be filled in, or neither"));
    const key = readKey(schema, row);
    if (key.every(Boolean) && seen.has(joinKey(key)))
      note(name, row, schema.key[key.length - 1], _("there is a row with this key already"));
    seen.add(joinKey(key));
  }
}

function checkPeriods({ document, rows }: Tables, note: Note) {
  for (const name of document.rules.periods)
    for (const row of rows[name]) {
      const { date_start, date_end } = row;
      if (isDay(date_start) && isDay(date_end) && date_end < date_start) note(name, row, "date_end", _("is before the first day"));
    }
}

function checkEvents({ rows }: Tables, note: Note) {
  const sourced = new Set(rows.event_sources.map((row) => row.event_id));
  for (const row of rows.events) {
    const [low, high] = [row.deaths_low, row.deaths_high].map((cell) => (cell ? Number(cell) : null));
    if (low !== null && high !== null && high < low) note("events", row, "deaths_high", _("is below the lowest count"));
    if (row.invocation && row.response && (row.invocation === "none") !== (row.response === "none"))
      note("events", row, "response", _("there is an outcome exactly where something was asked"));
    if (!sourced.has(row.id)) note("events", row, "id", _("the event needs a source: add a row to its sources"));
  }
}

/** Each event has one or two reference parties, and stances are read toward them alone. */
function checkParties({ rows }: Tables, note: Note) {
  const references = groupRows(
    rows.parties.filter((row) => row.role === "reference"),
    (row) => row.event_id,
  );
  const isReference = (event: string, actor: string) => Boolean(references.get(event)?.some((row) => row.actor === actor));
  for (const row of rows.events) {
    const count = references.get(row.id)?.length ?? 0;
    if (count < 1 || count > 2) note("events", row, "id", _("an event has one or two reference parties: see its parties"));
  }
  for (const table of ["claims", "adjudications"])
    for (const row of rows[table]) {
      if (row.toward && !isReference(row.event_id, row.toward)) note(table, row, "toward", _("is not a reference party of the event"));
      if (row.toward && row.toward === row.actor) note(table, row, "actor", _("nobody takes a stance toward itself"));
      if (row.stance === "NOM") note(table, row, "stance", _("follows from memberships and is never coded"));
    }
  const ask = (row: Cells) => joinKey([row.event_id, row.actor, row.toward]);
  const asked = new Set(rows.claims.map(ask));
  for (const row of rows.adjudications)
    if (!asked.has(ask(row))) note("adjudications", row, "actor", _("there is no claim on this to decide"));
}

/** One of the five articles is cited by a paragraph that it has. */
function checkCitations({ document, rows }: Tables, note: Note) {
  const articles = new Set(rows.sources.filter((row) => row.kind === "article").map((row) => row.id));
  const paragraphs = new Set(rows.paragraphs.map((row) => joinKey([row.source_id, row.paragraph])));
  for (const table of document.editable)
    for (const [source, locator] of document.schemas[table].citations)
      for (const row of rows[table]) {
        if (locator === null || !articles.has(row[source])) continue;
        const found = PARAGRAPH.exec(row[locator]);
        if (!found) note(table, row, locator, _("of this article a paragraph is given, as §3"));
        else if (!paragraphs.has(joinKey([row[source], found[1]]))) note(table, row, locator, _("the article has no such paragraph"));
      }
}

/** Every source has an address or a reference; every claim has its place in the source. */
function checkAddresses({ document, rows }: Tables, note: Note) {
  const listed = (table: string) => new Set(rows.untraced.filter((row) => row.table === table).map((row) => row.row));
  const [sources, claims] = [listed("sources"), listed("claims")];
  const referred = new Set(rows.source_references.map((row) => row.source_id));
  for (const row of rows.sources)
    if (!row.url && !referred.has(row.id) && !sources.has(row.id))
      note("sources", row, "url", _("a source needs an address, or a row in the references"));
  for (const row of rows.claims)
    if (document.rules.no_place.includes(row.locator) && !claims.has(row.id))
      note("claims", row, "locator", _("name the place in the source: a paragraph, an article, or a few words to search for"));
}

function checkPositions({ rows }: Tables, note: Note) {
  const owners = new Map(rows.zones.map((row) => [row.id, row.de_jure]));
  for (const row of rows.positions) {
    if (row.held_by && row.held_by === owners.get(row.zone_id)) note("positions", row, "held_by", _("the zone is its own territory"));
    if (row.depth_low_km && row.depth_high_km && Number(row.depth_high_km) < Number(row.depth_low_km))
      note("positions", row, "depth_high_km", _("is below the least distance"));
    if (row.date_start && row.reported_on && row.reported_on < row.date_start)
      note("positions", row, "reported_on", _("is before the first day"));
    if (row.date_end && row.reported_on && row.reported_on > row.date_end)
      note("positions", row, "reported_on", _("is after the last day"));
    if (Boolean(row.disputed) !== Boolean(row.disputed_source_id))
      note("positions", row, "disputed_source_id", _("a dispute and its source belong together"));
  }
}

/** The page of a state by one kind of answer: what `members/page_data.py` finds for the app, from the documents of the site. */
import { formatSigned } from "../i18n/number_format.ts";
import { withMode } from "../ui/mode_note.ts";
import { readStances } from "./reading.ts";
import type { Read } from "./reading.ts";
import type { MemberPage, ReadingRow, Readings, Standing, StandingRow } from "../members/content.ts";

/** With fewer readings a mean is not ranked; `RANKED_FROM` of data/rankings.py. */
const RANKED_FROM = 3;

/** What the documents of the site have of a page. */
export type SitePage = Omit<MemberPage, "links" | "mode"> & {
  /** what the app says by each kind of answer; `describe_titles` of static_site/member_pages.py */
  titles: Record<string, { took: Said; toward: Said; stood: string[] }>;
};

/** The sentences about readings. */
type Said = Omit<Readings, "rows">;

type Ordinals = Map<string, number | null>;

/** The page with its stances over time by one kind of answer; all else in it is the same. */
export async function readMemberByMode(page: SitePage, mode: string | null, read: Read): Promise<MemberPage> {
  const links = listLinks(page, mode);
  if (!mode) return { ...page, mode, links };
  const stanceOf = await readStances(mode, read);
  const ordinals: Ordinals = new Map(page.scale.map(({ code, ordinal }) => [code, ordinal]));
  const { state } = page;
  const { titles, ...rest } = page;
  const { took: saidOfTaken, toward: saidToward, stood: rankings } = titles[mode];
  const readPart = ({ rows }: Readings, said: Said, actorOf: (row: ReadingRow) => string): Readings => {
    const kept = rows.flatMap((row): ReadingRow[] => {
      const stance = stanceOf(row.event.id, row.toward, actorOf(row));
      if (!stance) return [];
      const { code, contested, readings, weakness, claims } = stance;
      const second = readings.find((reading) => reading.code !== code)?.code ?? "";
      return [{ ...row, code, contested, second, weak: Boolean(weakness), claims: claims.length }];
    });
    return { ...said, rows: kept };
  };
  const took = readPart(state.took, saidOfTaken, () => state.id);
  const toward = readPart(state.toward, saidToward, (row) => row.other);
  const [supporters, supported] = state.stood;
  const stood = [rank(supporters, toward.rows, page, ordinals), rank(supported, took.rows, page, ordinals)].map((list, at) => ({
    ...list,
    title: rankings[at],
  }));
  return { ...rest, mode, state: { ...state, took, toward, stood }, links };
}

/** One row for each other actor, in the order of `rank_standings` of data/rankings.py. */
function rank(list: Standing, rows: ReadingRow[], { gaps }: SitePage, ordinals: Ordinals): Standing {
  const others = [...new Set(rows.map((row) => row.other))];
  const found = others.map((other) => ({
    other,
    ...summarise(
      rows.filter((row) => row.other === other),
      gaps,
      ordinals,
    ),
  }));
  const meanOf = ({ ranked, value }: (typeof found)[number]) => (ranked ? value : 0);
  found.sort(
    (a, b) => Number(b.ranked) - Number(a.ranked) || meanOf(b) - meanOf(a) || b.readings - a.readings || (a.other < b.other ? -1 : 1),
  );
  return { heading: list.heading, title: "", rows: found };
}

function summarise(rows: ReadingRow[], gaps: string[], ordinals: Ordinals): Omit<StandingRow, "other"> & { value: number } {
  const placed = rows.flatMap(({ code }) => ordinals.get(code) ?? []);
  const value = placed.length ? placed.reduce((sum, at) => sum + at, 0) / placed.length : 0;
  const count = (code: string) => [code, rows.filter((row) => row.code === code).length] as const;
  const codes = [...ordinals.keys()].filter((code) => !gaps.includes(code));
  return {
    value,
    mean: placed.length ? formatSigned(value) : null,
    readings: placed.length,
    ranked: placed.length >= RANKED_FROM,
    contested: rows.filter((row) => row.contested).length,
    codes: Object.fromEntries(codes.map(count)),
    gaps: Object.fromEntries(gaps.map(count)),
  };
}

/** The links of the page, which keep the kind of answer; `write_links` of members/page.py has them of the app. */
function listLinks({ state, chooser }: SitePage, mode: string | null): MemberPage["links"] {
  const write = (parameters: Record<string, string>) => new URLSearchParams(withMode(parameters, mode)).toString();
  const writeAll = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, write({ panel: id })]));
  const events: Record<string, Record<string, string>> = {};
  const asked = [...state.took.rows, ...state.toward.rows, ...state.requests.own, ...state.requests.answered];
  const voted = state.votes.rows.flatMap((row) => row.events.map((event) => ({ event, toward: event.toward.id })));
  for (const { event, toward } of [...asked, ...voted])
    (events[event.id] ??= {})[toward] = write({ event: event.id, toward, panel: state.id });
  return {
    view: write({ panel: state.id }),
    states: writeAll([...chooser.treaty, ...chooser.others, state].map(({ id }) => id)),
    zones: writeAll(state.zones.rows.map(({ id }) => id)),
    events,
  };
}

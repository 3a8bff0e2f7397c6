/** What can be found, made of the document of a language; in every language it is the same, in the same order. */
import type { Entry, Kind, SearchDocument } from "./content.ts";

/** The words by which an entry is found, the more telling first. */
export interface Texts {
  name: string;
  who: string;
  told: string;
  /** what it belongs to */
  near: string;
}

export interface Described {
  entry: Entry;
  texts: Texts;
}

/** The id of a claim; `data/claim_id.py` takes it apart. */
const claimId = (event: string, actor: string, toward: string, number: number | string) =>
  typeof number === "number" ? `${event}-${actor}-${toward}-${number}`.toLowerCase() : number;

const EMPTY: Omit<Entry, "kind" | "id" | "title"> = {
  start: "",
  end: "",
  event: "",
  eventTitle: "",
  actors: [],
  modes: [],
  facts: [],
  toward: "",
  stance: "",
  certainty: "",
  at: null,
};

const describe = (kind: Kind, id: string, title: string, more: Partial<Entry> = {}, texts: Partial<Texts> = {}): Described => ({
  entry: { ...EMPTY, kind, id, title, ...more },
  texts: { name: texts.name ?? title, who: texts.who ?? "", told: texts.told ?? "", near: texts.near ?? "" },
});

export function describeEntries(document: SearchDocument): Described[] {
  const names = new Map([...document.countries, ...document.organisations]);
  const zones = new Map(document.zones);
  const said: Map<number, number> = new Map();
  for (const [, , , , , , , , speaker] of (document.claims ?? []).flat()) said.set(speaker, (said.get(speaker) ?? 0) + 1);
  const nameAll = (ids: string[]) => ids.map((id) => names.get(id) ?? id);
  return [
    ...document.events.map(([id, title, start, end, place, zone, parties, told], at) => {
      const claims = document.claims?.[at] ?? [];
      const actors = [...new Set([...parties, ...claims.map(([, , actor]) => actor)])];
      const who = [...nameAll(parties), start.slice(0, 4)].join(" ");
      const more = { start, end, event: id, actors, modes: [...new Set(claims.map((claim) => claim[6]))], facts: [place] };
      return describe("event", id, title, more, { name: `${title} ${place}`, who, told: `${told} ${id}`, near: zones.get(zone) });
    }),
    ...document.countries.map(([id, name]) => describe("country", id, name, { actors: [id] }, { near: id })),
    ...document.zones.map(([id, name]) => describe("zone", id, name, {}, { near: id })),
    ...document.places.map(([name, lat, lon]) => describe("place", "", name, { at: [lat, lon] })),
    ...(document.requests ?? []).map(([at, date, by, to, finding]) => {
      const [event, title] = document.events[at];
      const who = nameAll([by, to]);
      const more = { start: date, end: date, event, eventTitle: title, actors: [by, to], facts: [finding], toward: by };
      return describe("request", event, title, more, { who: who.join(" "), told: finding, near: date.slice(0, 4) });
    }),
    ...(document.speakers ?? []).flatMap((spellings, at) =>
      spellings[0]
        ? [describe("speaker", String(at), spellings[0], { facts: [String(said.get(at) ?? 0)] }, { name: spellings.join(" ") })]
        : [],
    ),
    ...(document.claims ?? []).flatMap((claims, at) => describeClaims(document, at, claims, names)),
    ...(document.sources ?? []).map(([id, author, title, publisher, date]) => {
      const facts = [...new Set([author, publisher])].filter(Boolean);
      const more = { start: date, end: date, facts: title ? facts : facts.slice(1) };
      return describe("source", id, title || author || publisher || id, more, {
        who: `${author} ${publisher}`,
        near: `${id} ${date.slice(0, 4)}`,
      });
    }),
    ...(document.help ?? []).map(([address, title, text]) => describe("help", address, title, { facts: [text] }, { told: text })),
  ];
}

function describeClaims(
  document: SearchDocument,
  at: number,
  claims: NonNullable<SearchDocument["claims"]>[number],
  names: Map<string, string>,
) {
  const [event, eventTitle] = document.events[at];
  return claims.map(([number, date, actor, toward, stance, certainty, mode, source, speaker, summary]) => {
    const [from, to] = [names.get(actor) ?? actor, names.get(toward) ?? toward];
    const said = document.speakers?.[speaker] ?? [];
    const [, author, , publisher] = document.sources?.[source] ?? [];
    const more = {
      start: date,
      end: date,
      event,
      eventTitle,
      actors: [actor, toward],
      modes: [mode],
      facts: [`${from} → ${to}`, said[0], publisher || author].filter(Boolean) as string[],
      toward,
      stance: document.stances[stance] ?? stance,
      certainty,
    };
    return describe("claim", claimId(event, actor, toward, number), summary, more, {
      name: "",
      who: [...said, from].join(" "),
      told: summary,
      near: `${to} ${eventTitle} ${date.slice(0, 4)} ${document.modes?.[mode] ?? ""}`,
    });
  });
}

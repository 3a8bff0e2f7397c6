/** What differs between two views of the record document, as `data/differences.py` finds it for the app. */
import { dayOf, eventOf, labelAt, membersAt, membershipAt, nameOf, parseStance, stateAt, stancesAt, zoneAt } from "../core/snapshot.ts";
import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view_state.ts";
import type { Content, Head, Row, Side, StanceRow } from "../compare/content.ts";

export type Differences = Pick<Content, "heads" | "members" | "statuses" | "zones" | "stances">;

export function listDifferences(atlas: Atlas, first: View, second: View): Differences {
  return {
    heads: [first, second].map((view) => describeHead(atlas, view)),
    members: compareMembers(atlas, first, second),
    statuses: compareStatuses(atlas, first, second),
    zones: compareZones(atlas, first, second),
    stances: compareStances(atlas, first, second),
  };
}

function describeHead(atlas: Atlas, view: View): Head {
  const { date, event, toward, mode } = view;
  const day = dayOf(atlas, view);
  if (!event || !toward) return { day, date, event: null, toward: null };
  return { day, date, event: { id: event, title: eventOf(atlas, event).title }, toward: { id: toward, name: nameOf(atlas, toward) }, mode };
}

function compareMembers(atlas: Atlas, first: View, second: View): Content["members"] {
  const [one, two] = [membersAt(atlas, first), membersAt(atlas, second)];
  const nameOnly = (here: ReadonlySet<string>, there: ReadonlySet<string>) =>
    [...here]
      .filter((id) => !there.has(id))
      .sort()
      .map((id) => nameOf(atlas, id));
  return { counts: [String(one.size), String(two.size)], only_first: nameOnly(one, two), only_second: nameOnly(two, one) };
}

function compareStatuses(atlas: Atlas, first: View, second: View): Row[] {
  const states = new Set([first, second].flatMap((view) => [...stateAt(atlas, view).membership.keys()]));
  return [...states]
    .sort()
    .map((id) => ({ id, name: nameOf(atlas, id), first: membershipAt(atlas, first, id), second: membershipAt(atlas, second, id) }))
    .filter((row) => row.first !== row.second);
}

function compareZones(atlas: Atlas, first: View, second: View): Row[] {
  return Object.entries(atlas.zones).flatMap(([id, { name }]) => {
    const [one, two] = [zoneAt(atlas, first, id), zoneAt(atlas, second, id)];
    return one === two ? [] : [{ id, name, first: one?.label ?? "", second: two?.label ?? "" }];
  });
}

/** Stances of two events; without two there are none to compare. */
function compareStances(atlas: Atlas, first: View, second: View): StanceRow[] {
  if (!first.event || !first.toward || !second.event || !second.toward) return [];
  const [one, two] = [stancesAt(atlas, first), stancesAt(atlas, second)];
  const scale = new Map(atlas.scale.map((row) => [row.code, row]));
  const read = (text: string | undefined, event: string | null): Side | null => {
    if (!text) return null;
    const { code, contested, other, weakness } = parseStance(text);
    return { code, label: labelAt(atlas, event, code), contested, weakness, other: other && other !== code ? other : null };
  };
  const shiftOf = (from: Side | null, to: Side | null) => {
    const [start, end] = [from, to].map((side) => (side ? (scale.get(side.code)?.ordinal ?? null) : null));
    return start === null || end === null ? null : end - start;
  };
  return [...new Set([...Object.keys(one), ...Object.keys(two)])]
    .map((id) => ({
      id,
      name: nameOf(atlas, id),
      state: id in atlas.countries,
      first: read(one[id], first.event),
      second: read(two[id], second.event),
    }))
    .filter((row) => JSON.stringify(row.first) !== JSON.stringify(row.second))
    .map((row) => ({ ...row, shift: shiftOf(row.first, row.second) }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

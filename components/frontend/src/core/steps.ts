/** An event as its answers came in: the days after its first on which stances change. */
import { addDays, numberOf } from "./iso_day.ts";
import type { Atlas, AtlasEvent } from "./atlas.ts";

/** A day that changes stances; features/map/steps_payload.py. */
export interface Step {
  /** counted from the first day of the event, 0 */
  number: number;
  day: string;
  /** what the actors that change had before, as the document writes stances; empty for none */
  before: Record<string, string>;
}

const ALL = "all";
const none: Step[] = [];
const indexed = new WeakMap<Atlas["steps"], Map<string, Step[]>>();

/** The steps of an event toward a reference party, in order; of a kind of answer, or of all claims. */
export function stepsOf(atlas: Atlas, event: string, toward: string, mode: string | null): Step[] {
  const layer = atlas.steps[mode ?? ALL]?.[event]?.[toward];
  if (!layer) return none;
  let built = indexed.get(atlas.steps);
  if (!built) indexed.set(atlas.steps, (built = new Map<string, Step[]>()));
  const key = `${event} ${toward} ${mode}`;
  let steps = built.get(key);
  if (!steps) built.set(key, (steps = readSteps(atlas, event, layer)));
  return steps;
}

function readSteps(atlas: Atlas, id: string, layer: Record<string, string>): Step[] {
  const event = atlas.eventById.get(id);
  if (!event) return none;
  return Object.entries(layer)
    .map(([number, text]) => ({
      number: Number(number),
      day: addDays(event.start, Number(number)),
      before: Object.fromEntries<string>(
        text.split(" ").map((change): [string, string] => {
          const at = change.indexOf("=");
          return at < 0 ? [change, defaultStance(atlas, event, change)] : [change.slice(0, at), change.slice(at + 1)];
        }),
      ),
    }))
    .sort((one, two) => one.number - two.number);
}

/** Which day of an event a day is; the first is 0. */
export const countDays = (event: Pick<AtlasEvent, "start">, day: string) => numberOf(day) - numberOf(event.start);

/** The last day on which something became known of an event. */
export const lastDayOf = (event: Pick<AtlasEvent, "start" | "known">) => event.known ?? event.start;

/** The last step up to a day. */
export const findStep = (steps: Step[], day: string) => steps.findLast((step) => step.day <= day);

/** The stances before some steps, from those after them. */
export function undoSteps(after: Record<string, string>, steps: Step[]) {
  const stances = { ...after };
  for (const { before } of [...steps].reverse()) Object.assign(stances, before);
  return Object.fromEntries<string>(Object.entries(stances).filter(([, text]) => text));
}

/** What an actor has without a claim; `build_defaults` of features/map/readings_payload.py says the same. */
export function defaultStance(atlas: Atlas, event: AtlasEvent, actor: string) {
  if (event.parties.includes(actor)) return "PTY";
  if (atlas.time.stateOn(event.start).members.has(actor)) return "ND";
  return Object.hasOwn(atlas.membership.rows, actor) ? "NOM" : "";
}

/** The words that decide a stance, for the card of a country: who said what, when, and how sure that is. */
import { gettext as _ } from "../i18n/gettext.ts";
import { fetchJson } from "../net/fetch_json.ts";
import { stanceAt } from "../core/snapshot.ts";
import { formatCertainty } from "../ui/certainty_labels.ts";
import { longDate } from "../ui/date_format.ts";
import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view_state.ts";
import type { SearchDocument } from "../search/content.ts";

/** Certainties as the record weighs them, the surest first; explicit and quoted count alike. */
const WEIGHTS: Record<string, number> = { explicit: 0, quoted: 0, inferred: 1, opinion: 2, group: 3 };
/** Acts count for more than words. */
const ACTS = ["deed", "vote"];
/** Letters of a summary that a card has room for. */
const MOST = 180;

type Claims = Pick<SearchDocument, "events" | "claims" | "speakers" | "sources" | "readings">;

/** @param address of the document of the search, which is asked for when it is first needed; without it nothing is said */
export function createClaimWords(atlas: Atlas, address: string | undefined) {
  let claims: Claims | null = null;
  let asking: Promise<unknown> | null = null;
  /** @param ready called once if the words are on their way */
  return (view: View, id: string, ready: () => void): string[] => {
    if (!view.event || !address || id === view.toward) return [];
    if (claims) return sayClaim(claims, view, id, stanceAt(atlas, view, id)?.code);
    asking ??= fetchJson<Claims>(address)
      .then((found) => (claims = found))
      .catch(() => (asking = null));
    void asking.then(() => claims && ready());
    return [];
  };
}

/** The claim that decides the stance shown: surest, rather an act than a word, the last; as two lines, or none. */
export function sayClaim(
  { events, claims = [], speakers = [], sources = [], readings }: Claims,
  view: Pick<View, "event" | "toward" | "date" | "mode">,
  id: string,
  shown: string | undefined,
): string[] {
  const place = events.findIndex(([event]) => event === view.event);
  const modes = view.mode ? readings[view.mode] : null;
  const weigh = ([, , , , , certainty, mode]: (typeof claims)[number][number]) =>
    2 * (WEIGHTS[certainty] ?? 4) + Number(!ACTS.includes(mode));
  const [found] = (claims[place] ?? [])
    .filter(([, date, actor, toward, code, , mode]) => {
      const isKnown = !view.date || date <= view.date;
      return actor === id && toward === view.toward && code === shown && isKnown && (!modes || modes.includes(mode));
    })
    .sort((one, other) => weigh(one) - weigh(other) || other[1].localeCompare(one[1]));
  if (!found) return [];
  const [, date, , , , certainty, , source, speaker, summary] = found;
  const who = [speakers[speaker]?.[0], date && longDate(date)].filter(Boolean).join(", ");
  const [, author, , publisher, published] = sources[source] ?? [];
  const told = [[author || publisher, published?.slice(0, 4)].filter(Boolean).join(" "), formatCertainty(certainty)].filter(Boolean);
  return [who ? _("{who}: {what}", { who, what: shorten(summary) }) : shorten(summary), told.join(" · ")];
}

/** Whole words of a text, as many as a card has room for. */
function shorten(text: string) {
  if (text.length <= MOST) return text;
  return `${text.slice(0, text.lastIndexOf(" ", MOST)).replace(/[,;:.]$/, "")}…`;
}

/** The text of a view for those who do not see its colours: read out when a choice is settled. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { fetchJson } from "../net/fetch_json.ts";
import { describeDate } from "./date_description.ts";
import { fetchNow } from "./daily_refresh.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { formatEmptyMode, formatMode } from "../ui/reading_labels.ts";
import { isOpening } from "../core/shown_events.ts";
import { eventOf, isEmptyMode, labelAt, nameAll, nameOf, parseStance, stancesAt } from "../core/snapshot.ts";
import type { Stretches } from "./date_description.ts";
import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view_state.ts";
import type { Store } from "../core/store.ts";

/** What a view shows, by year, by day, and by event and reference party. */
interface Words {
  years: Record<string, string | undefined>;
  days: Stretches;
  events: Record<string, Record<string, string | undefined> | undefined>;
}

/**
 * A live region that says what the colours announce. It is empty while the reader drags.
 * @param map the element of the map
 * @param addresses of the texts, by language
 */
export async function describeMap(map: HTMLElement, atlas: Atlas, store: Store, addresses: Record<string, string>) {
  const text = el("div", { class: "map-description", id: "map-description", role: "status" });
  map.append(text);
  map.setAttribute("aria-describedby", text.id);
  const address = addresses[currentLanguage()] ?? addresses.en;
  let words = await fetchJson<Words>(address);
  const sayAll = (view: View) => {
    if (!view.event && view.date) return describeDate(atlas, words.days, view.date);
    const said = (view.event ? words.events[view.event]?.[view.toward ?? ""] : words.years[view.year]) ?? "";
    return isOpening(atlas, view) ? `${atlas.finding} ${said}` : said;
  };
  const announce = (view: View) =>
    setText(text, view.event && (view.mode || view.date) ? describeStances(atlas, view, view.event) : sayAll(view));
  store.subscribe((view, _before, change) => {
    if (change === "settled" || change === "stepped" || change === "restored") announce(view);
  });
  announce(store.view);
  return {
    /** Take the texts of today. */
    async renew() {
      words = (await fetchNow<Words>(address)) ?? words;
      announce(store.view);
    },
  };
}

/** Who has which stance by one kind of answer, or as known by a day. */
function describeStances(atlas: Atlas, view: View, id: string) {
  const { mode } = view;
  const event = eventOf(atlas, id);
  const country = nameOf(atlas, view.toward ?? "");
  const stances = Object.entries(stancesAt(atlas, view)).filter(([actor]) => actor !== view.toward);
  const said = atlas.scale.map(({ code }) => {
    const actors = stances.filter(([, text]) => parseStance(text).code === code).map(([actor]) => actor);
    return actors.length ? _("{stance}: {countries}.", { stance: labelAt(atlas, id, code), countries: nameAll(atlas, actors) }) : "";
  });
  const range = dateRange(event.start, event.end);
  const days = view.date ? `${range}, ${_("as known by the end of {day}", { day: longDate(view.date) })}` : range;
  const head = mode
    ? _("{event}, {days}: stances toward {country}, {reading}.", { event: event.title, days, country, reading: formatMode(mode) })
    : _("{event}, {days}: stances toward {party}.", { event: event.title, days, party: country });
  return [head, mode && isEmptyMode(atlas, view) ? formatEmptyMode(mode, country) : "", ...said].filter(Boolean).join(" ");
}

/** The search of the map: what has a place on it is shown there, the rest on its page. */
import { currentLanguage } from "../i18n/gettext.ts";
import { pick } from "../i18n/localize.ts";
import { createSearchBox } from "../search/combobox.ts";
import { createEngineLoader } from "../search/load_engine.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Entry, SearchDocument } from "../search/content.ts";
import type { Place } from "./layers/label_words.ts";
import type { MapUrls } from "./urls.ts";

interface Show {
  event: (id: string, toward?: string) => void;
  country: (id: string) => void;
  zone: (id: string) => void;
  place: (at: L.LatLngTuple) => void;
}

export function createSearch(host: HTMLElement, urls: MapUrls, atlas: Atlas, readPlaces: () => Promise<Place[]>, on: Show) {
  const page = window.parent;
  const shown: Partial<Record<Entry["kind"], (entry: Entry) => void>> = {
    event: ({ event }) => on.event(event),
    request: ({ event, toward }) => on.event(event, toward),
    country: ({ id }) => on.country(id),
    zone: ({ id }) => on.zone(id),
    place: ({ at }) => at && on.place(at),
  };
  return createSearchBox(host, {
    id: "search",
    engine: createEngineLoader(urls.search, currentLanguage(), async () => describeAtlas(atlas, await readPlaces())),
    language: () => new URLSearchParams(page.location.search).get("lang") ?? "",
    show: (entry) => {
      shown[entry.kind]?.(entry);
      return entry.kind in shown;
    },
    go: (address) => page.location.assign(new URL(address, page.atlasRoot ?? page.document.baseURI)),
    results: Object.keys(urls.search).length > 0,
  });
}

/** What the map itself shows, to be searched where the record is not at hand. */
function describeAtlas(atlas: Atlas, places: Place[]): SearchDocument {
  return {
    language: currentLanguage(),
    alternatives: [],
    states: [],
    readings: {},
    stances: {},
    countries: Object.entries(atlas.countries),
    organisations: Object.entries(atlas.organisations),
    zones: Object.entries(atlas.zones).map(([id, zone]) => [id, zone.name]),
    places: places.map((place) => [pick(place, "name"), place.lat, place.lon]),
    events: atlas.inTime.map(({ id, title, start, end, place, parties, finding }) => [
      id,
      title,
      start,
      end ?? "",
      place,
      "",
      parties,
      finding,
    ]),
  };
}

/** Search over events, countries, zones and places: a combobox that never leaves the map. */
import { gettext as _ } from "../i18n/gettext.ts";
import { LANGUAGES } from "../i18n/languages.ts";
import { pick, pickIn } from "../i18n/localize.ts";
import { el } from "../ui/dom.ts";
import { longDate } from "../ui/date_format.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Place } from "./layers/labels.ts";

const MOST = 8;

export function createSearch(
  host: HTMLElement,
  atlas: Atlas,
  on: { event: (id: string) => void; country: (id: string) => void; zone: (id: string) => void; place: (at: L.LatLngTuple) => void },
) {
  const input = el("input", {
    type: "search",
    role: "combobox",
    placeholder: _("Search events, countries, places"),
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": _("Search events, countries, places"),
    "aria-expanded": "false",
    "aria-controls": "found",
    "aria-autocomplete": "list",
  });
  const found = el("ul", { id: "found", role: "listbox", "aria-label": _("Results"), hidden: true });
  host.append(input, found);
  const entries: Entry[] = [
    ...atlas.inTime.map((event) =>
      entry(event.title, longDate(event.start), () => on.event(event.id), `${event.place} ${event.id}`, event.finding),
    ),
    ...Object.entries(atlas.countries).map(([id, name]) => entry(name, _("country"), () => on.country(id), id)),
    ...Object.entries(atlas.zones).map(([id, zone]) => entry(zone.name, _("zone"), () => on.zone(id), id)),
  ];
  let hits: Entry[] = [];
  let current = -1;

  function look() {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const find = (read: (hit: Entry) => string) => entries.filter((hit) => words.every((word) => read(hit).includes(word)));
    // What is called so comes before what only tells of it.
    const found = [...find((hit) => hit.fold), ...find((hit) => `${hit.fold} ${hit.told}`)];
    hits = words.length ? [...new Set(found)].slice(0, MOST) : [];
    current = hits.length ? 0 : -1;
    show(words.length > 0);
  }

  function show(asked: boolean) {
    found.replaceChildren(
      ...hits.map((hit, place) => {
        const option = el(
          "li",
          { role: "option", id: `found-${place}`, "aria-selected": String(place === current) },
          el("span", {}, hit.text),
          el("small", {}, hit.note),
        );
        option.addEventListener("pointerdown", (pointer) => {
          pointer.preventDefault();
          choose(hit);
        });
        return option;
      }),
      ...(asked && !hits.length ? [el("li", { class: "nothing", role: "option", "aria-disabled": "true" }, _("Nothing found"))] : []),
    );
    found.hidden = !asked;
    input.setAttribute("aria-expanded", String(asked));
    if (current >= 0) input.setAttribute("aria-activedescendant", `found-${current}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function choose(hit: { act: () => void }) {
    input.value = "";
    close();
    hit.act();
  }
  function close() {
    hits = [];
    current = -1;
    show(false);
  }

  input.addEventListener("input", look);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (key) => {
    if (key.key === "Escape") {
      input.value = "";
      return close();
    }
    if (key.key === "Enter" && current >= 0) return choose(hits[current]);
    if ((key.key === "ArrowDown" || key.key === "ArrowUp") && hits.length) {
      key.preventDefault();
      current = (current + (key.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      show(true);
    }
  });
  return {
    /** Places arrive after the map is usable. */
    addPlaces(places: Place[]) {
      for (const place of places) {
        const names = LANGUAGES.map((language) => pickIn(place, "name", language)).join(" ");
        entries.push(entry(pick(place, "name"), _("place"), () => on.place([place.lat, place.lon]), names));
      }
    },
  };
}

/** What can be found: by `fold`, its names, or by `told`, what it tells. */
interface Entry {
  fold: string;
  told: string;
  text: string;
  note: string;
  act: () => void;
}

const entry = (text: string, note: string, act: () => void, more: string, told = ""): Entry => ({
  fold: fold(`${text} ${more}`),
  told: fold(told),
  text,
  note,
  act,
});

/** Letters without case or accents. */
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

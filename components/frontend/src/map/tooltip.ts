/** The card under the pointer: a country, a zone or an event, in two or three short lines. */
import { currentLocale, gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { eventOf, nameOf, zoneAt } from "../core/snapshot.ts";
import { createClaimWords } from "./claim_words.ts";
import { describeCountry } from "./country_text.ts";
import { WORDS } from "../ui/code_labels.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";
import type { Theme } from "./theme.ts";
import type { Pointer } from "./focusable_path.ts";

export function createTooltip(map: L.Map, atlas: Atlas, theme: Theme, store: Store, search?: string) {
  const card = el("div", { class: "card", role: "tooltip", hidden: true });
  map.getContainer().append(card);
  let shown = "";
  const claimWords = createClaimWords(atlas, search);

  function describeZone(id: string) {
    const zone = atlas.zones[id];
    const row = zoneAt(atlas, store.view, id);
    const lines = row ? [row.label, row.controller ? _("Control: {controller}", { controller: row.controller }) : ""] : [];
    return {
      title: zone.name,
      lines: [...lines, _("Boundary: {precision}", { precision: WORDS.precision[zone.precision] ?? zone.precision })].filter(Boolean),
    };
  }

  function describeEvent(id: string) {
    const event = eventOf(atlas, id);
    return { title: event.title, lines: [dateRange(event.start, event.end), event.place, event.finding].filter(Boolean) };
  }

  function describePosition(id: string) {
    const position = atlas.positions.find((each) => each.id === id);
    if (!position) return { title: "", lines: [] };
    const [depth, km] = [position.depth, position.km].map((each) => each.toLocaleString(currentLocale()));
    return {
      title: position.place,
      lines: [
        _("Troops: {country}", { country: nameOf(atlas, position.by) }),
        _("According to: {who}", { who: position.said_by }),
        _("Up to {depth} km inside the border; place known to within {km} km", { depth, km }),
        _("Since {start}; last reported on {seen}", { start: longDate(position.start), seen: longDate(position.seen) }),
        ...(position.disputed ? [_("Disputed. {how}", { how: position.disputed })] : []),
      ],
    };
  }

  const kinds = {
    country: (id: string) => describeCountry(atlas, theme.colours, store.view, id),
    zone: describeZone,
    event: describeEvent,
    position: describePosition,
  };

  type Kind = keyof typeof kinds;

  function fill(kind: Kind, id: string) {
    const { title, lines } = kinds[kind](id);
    const what = shown;
    const words = kind === "country" ? claimWords(store.view, id, () => shown === what && !card.hidden && fill(kind, id)) : [];
    card.replaceChildren(
      el("strong", {}, title),
      ...lines.map((line: string) => el("span", {}, line)),
      ...words.map((line, place) => el("span", { class: place ? "source" : "said" }, line)),
    );
  }
  return {
    point(kind: Kind, id: string | null, pointer?: Pointer) {
      if (id === null || !pointer?.originalEvent || pointer.originalEvent.pointerType === "touch") {
        card.hidden = true;
        shown = "";
        return;
      }
      const { view } = store;
      const what = `${kind} ${id} ${view.date ?? view.year} ${view.event} ${view.toward} ${view.mode}`;
      if (what !== shown) {
        shown = what;
        fill(kind, id);
        card.hidden = false;
      }
      const at = map.mouseEventToContainerPoint(pointer.originalEvent as MouseEvent);
      const size = map.getSize();
      const left = at.x + 16 + card.offsetWidth > size.x ? at.x - card.offsetWidth - 12 : at.x + 16;
      const top = at.y + 18 + card.offsetHeight > size.y ? at.y - card.offsetHeight - 10 : at.y + 18;
      card.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
    },
    /** Show a country's card where the country is: the pointer is on the other map. */
    pointAt(id: string | null, bounds: L.LatLngBounds | null | undefined) {
      card.hidden = id === null || !bounds;
      shown = "";
      if (id === null || !bounds) return;
      fill("country", id);
      const at = map.latLngToContainerPoint(bounds.getCenter());
      const size = map.getSize();
      const left = Math.min(Math.max(4, at.x - card.offsetWidth / 2), size.x - card.offsetWidth - 4);
      const top = Math.min(Math.max(4, at.y), size.y - card.offsetHeight - 4);
      card.style.transform = `translate(${left}px, ${top}px)`;
    },
    hide() {
      card.hidden = true;
      shown = "";
    },
  };
}

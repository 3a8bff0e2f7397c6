// @ts-check
/** The card under the pointer: a country, a zone or an event, in two or three short lines. */
import { gettext as _ } from "../language/messages.js";
import { make } from "./dom.js";
import { dateRange } from "./dates.js";
import { membershipAt, momentOf, nameOf, stanceAt, zoneAt } from "./moment.js";
import { WORDS } from "./words.js";

/** @param {any} map @param {any} atlas @param {any} theme @param {any} store */
export function createCard(map, atlas, theme, store) {
  const card = make("div", { class: "card", role: "tooltip", hidden: true });
  map.getContainer().append(card);
  let shown = "";

  /** @param {string} id */
  function describeCountry(id) {
    const { view } = store;
    const lines = [];
    const key = membershipAt(atlas, id, momentOf(atlas, view));
    const stance = stanceAt(atlas, view, id);
    if (stance) {
      const row = atlas.scale.find((/** @type {any} */ entry) => entry.code === stance.code);
      const said = { stance: row.label, country: nameOf(atlas, view.toward ?? "") };
      if (id === view.toward) lines.push(_("Reference party"));
      else lines.push(stance.contested ? _("{stance} toward {country}, sources disagree", said) : _("{stance} toward {country}", said));
    } else if (view.event) {
      lines.push(_("Not covered by the data on this event"));
    }
    if (key !== "none") lines.push(theme.colours.membership[key].label);
    return { title: nameOf(atlas, id), lines };
  }

  /** @param {string} id */
  function describeZone(id) {
    const zone = atlas.zones[id];
    const row = zoneAt(atlas, id, momentOf(atlas, store.view));
    const lines = row ? [row.label, row.controller ? _("Control: {controller}", { controller: row.controller }) : ""] : [];
    return { title: zone.name, lines: [...lines, _("Boundary: {precision}", { precision: WORDS.precision[zone.precision] ?? zone.precision })] };
  }

  /** @param {string} id */
  function describeEvent(id) {
    const event = atlas.eventById.get(id);
    return { title: event.title, lines: [dateRange(event.start, event.end), event.place] };
  }

  const kinds = { country: describeCountry, zone: describeZone, event: describeEvent };

  /** @param {"country"|"zone"|"event"} kind @param {string} id */
  function fill(kind, id) {
    const { title, lines } = kinds[kind](id);
    card.replaceChildren(
      make("strong", {}, title),
      ...lines.filter(Boolean).map((/** @type {string} */ line) => make("span", {}, line)),
    );
  }
  return {
    /** @param {"country"|"zone"|"event"} kind @param {string|null} id @param {any} [pointer] */
    point(kind, id, pointer) {
      if (id === null || !pointer?.originalEvent || pointer.originalEvent.pointerType === "touch") {
        card.hidden = true;
        shown = "";
        return;
      }
      const { view } = store;
      const what = `${kind} ${id} ${view.year} ${view.event} ${view.toward}`;
      if (what !== shown) {
        shown = what;
        fill(kind, id);
        card.hidden = false;
      }
      const at = map.mouseEventToContainerPoint(pointer.originalEvent);
      const size = map.getSize();
      const left = at.x + 16 + card.offsetWidth > size.x ? at.x - card.offsetWidth - 12 : at.x + 16;
      const top = at.y + 18 + card.offsetHeight > size.y ? at.y - card.offsetHeight - 10 : at.y + 18;
      card.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
    },
    /** Show a country's card where the country is: the pointer is on the other map. @param {string|null} id @param {any} bounds */
    pointAt(id, bounds) {
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

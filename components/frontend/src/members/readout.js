// @ts-check
/** What the tile under pointer or focus stands for, with the links to its events; a click holds it. */
import { gettext as _, ngettext } from "../language/messages.js";
import { dateRange } from "../map/dates.js";
import { make } from "../map/dom.js";
import { sayTile } from "./lanes.js";

export const sayAdvice = () => _("Each tile is one actor in one year; a number shows how many events there are if more than one. A dashed outline means that sources disagree. Point at a tile, tap it or use the arrow keys to see details and sources.");

/** @param {number} number */
const sayClaims = (number) => ngettext("{count} claim", "{count} claims", number);

/** @param {any} data @param {(row: any) => Node} link @param {(row: any) => Node} mapLink */
export function createReadout(data, link, mapLink) {
  const host = make("div", { class: "readout", "aria-live": "polite", hidden: true });
  /** @type {import("./lanes.js").Tile|null} */
  let held = null;

  /** @param {import("./lanes.js").Tile} tile @param {string} part */
  function draw(tile, part) {
    const rows = tile.rows.map((row) => {
      const claims = row.claims ? ` · ${sayClaims(row.claims)}` : "";
      const who = tile.other ? "" : `${data.state.names[row.other].name} · `;
      return make("li", {}, link(row), ` ${who}${dateRange(row.event.date_start, row.event.date_end)}${claims} · `, mapLink(row));
    });
    host.hidden = false;
    host.replaceChildren(make("p", {}, make("strong", {}, sayTile(tile, part, data))), make("ul", {}, ...rows));
  }

  return {
    host,
    /** @param {import("./lanes.js").Tile} tile @param {string} part */
    show(tile, part) {
      if (!held) draw(tile, part);
    },
    /** @param {import("./lanes.js").Tile} tile @param {string} part */
    pin(tile, part) {
      held?.element?.classList.remove("held");
      held = held === tile ? null : tile;
      held?.element?.classList.add("held");
      host.classList.toggle("held", held !== null);
      draw(tile, part);
    },
  };
}

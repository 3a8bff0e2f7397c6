/** What the tile under pointer or focus stands for, with the links to its events; a click holds it. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { formatTile } from "./stance_swimlanes.ts";
import type { Part, Tile } from "./stance_swimlanes.ts";
import type { MemberPage, ReadingRow } from "./content.ts";

export const describeAdvice = () =>
  _(
    "Each tile is one actor in one year; a number shows how many events there are if more than one. A dashed outline means that sources disagree. Point at a tile, tap it or use the arrow keys to see details and sources.",
  );

const formatClaimCount = (number: number) => ngettext("{count} claim", "{count} claims", number);

export function createReadout(data: MemberPage, link: (row: ReadingRow) => Node, mapLink: (row: ReadingRow) => Node) {
  const host = el("div", { class: "readout", "aria-live": "polite", hidden: true });
  let held: Tile | null = null;

  function draw(tile: Tile, part: Part) {
    const rows = tile.rows.map((row) => {
      const claims = row.claims ? ` · ${formatClaimCount(row.claims)}` : "";
      const who = tile.other ? "" : `${data.state.names[row.other].name} · `;
      return el("li", {}, link(row), ` ${who}${dateRange(row.event.date_start, row.event.date_end)}${claims} · `, mapLink(row));
    });
    host.hidden = false;
    host.replaceChildren(el("p", {}, el("strong", {}, formatTile(tile, part, data))), el("ul", {}, ...rows));
  }

  return {
    host,
    show(tile: Tile, part: Part) {
      if (!held) draw(tile, part);
    },
    pin(tile: Tile, part: Part) {
      held?.element?.classList.remove("held");
      held = held === tile ? null : tile;
      held?.element?.classList.add("held");
      host.classList.toggle("held", held !== null);
      draw(tile, part);
    },
  };
}

/** What a coder is told of a case: who, toward whom, at which event, and where in which source. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatLocator, linkAddress, makeCite } from "../ui/claim_citation.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { joinKey, keyOf } from "./content.ts";
import type { CellsDocument, CodedCell, CodingSource } from "./content.ts";

export const nameActor = ({ actors }: CellsDocument, id: string) => actors[id] ?? id;

export const nameQuestion = (document: CellsDocument, { actor, toward }: CodedCell) =>
  _("{actor} toward {toward}", { actor: nameActor(document, actor), toward: nameActor(document, toward) });

export const nameEvent = (document: CellsDocument, id: string) => document.events[id]?.title ?? id;

export function renderFacts(document: CellsDocument, cell: CodedCell): Node[] {
  const event = document.events[cell.event_id];
  const parties = event?.toward.map((id) => nameActor(document, id)).join(", ");
  const source = document.sources[cell.source_id];
  const wanted = joinKey(keyOf(cell));
  const places = document.cells.find(([a, b, c, d]) => joinKey([a, b, c, d]) === wanted)?.[4] ?? [];
  return [
    el(
      "dl",
      { class: "facts" },
      ...[
        el("dt", {}, _("Event")),
        el("dd", {}, nameEvent(document, cell.event_id), event ? ` · ${dateRange(event.start, event.end)}` : ""),
      ],
      ...(parties ? [el("dt", {}, _("Reference party")), el("dd", {}, parties)] : []),
      ...[
        el("dt", {}, _("Source")),
        el("dd", {}, source ? makeCite({ ...source, id: cell.source_id, kind: "", locator: "" }) : cell.source_id),
      ],
      ...[el("dt", {}, _("Place in it")), el("dd", {}, renderPlaces(places, document, cell.source_id, source))],
    ),
  ];
}

function renderPlaces(places: string[], document: CellsDocument, id: string, source?: CodingSource) {
  if (!places.length) return _("not known; look for the actor in the source");
  return el(
    "ul",
    { class: "places" },
    ...places.map((place) => {
      const opening = document.openings[id]?.[place];
      const words = opening ?? findWords(place);
      const told = opening ? _("{place}, which begins “{words}”", { place, words: opening }) : formatLocator(place);
      const address = source && words ? linkWords(source.url, words) : "";
      return el("li", {}, told, ...(address ? [" · ", linkAddress(_("find it there"), address)] : []));
    }),
  );
}

/** The words of the text that a place is found by; none in a symbol, a title of a part or one word. */
export function findWords(place: string) {
  const words = place.replace(/^near /, "").replace(/^["“«]|["”»]$/g, "");
  return /^[^/§]+$/.test(words) && words.split(" ").length >= 3 ? words : "";
}

/** The source's address with a text fragment, which browsers scroll to and mark. */
export function linkWords(url: string, words: string) {
  if (!/^https?:\/\//.test(url) || url.includes("#")) return "";
  // A hyphen has a meaning of its own there.
  return `${url}#:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
}

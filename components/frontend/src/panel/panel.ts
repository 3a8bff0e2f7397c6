/**
 * The panel beside the map: lays out what `features/map_panel` describes. Text is only ever set as text.
 *
 * Choices made here go to the map in the frame beside it, which owns the view.
 */
import { gettext as _ } from "../i18n/gettext.ts";
import { longDate } from "../ui/date_format.ts";
import { watchStaleness } from "../ui/staleness.ts";
import { renderEvent } from "./event_panel.ts";
import { findMap } from "./panel_links.ts";
import { renderCountry, renderZone } from "./subject_panels.ts";
import { renderDay } from "./day_panel.ts";
import { renderYear } from "./year_panel.ts";
import type { View as ComponentView } from "../core/component.ts";
import type { StancePalette } from "../core/palette.ts";
import type { View } from "../core/view_state.ts";
import type { Content } from "./content.ts";

/** What each host shows. */
const drawn: WeakMap<Element, string> = new WeakMap();

interface Data {
  content: Content;
  /** Comes with the panels that name stances in colour: those of events and countries. */
  palette: StancePalette | null;
}

export function draw({ data, parentElement }: ComponentView<Data>) {
  const host = parentElement.querySelector<HTMLElement>(".dossier");
  if (!host || !data) return;
  const { content, palette } = data;
  // A rerun that changes nothing leaves the reader's place in the dossier alone.
  const text = JSON.stringify(content);
  if (drawn.get(host) === text) return;
  drawn.set(host, text);
  host.setAttribute("data-drawn", idOf(content));
  host.setAttribute("data-panel", content.panel);
  host.replaceChildren(...renderContent(content, palette));
  host.closest(".st-key-atlas-panel")?.scrollTo(0, 0);
  watchStaleness(host, () => {
    const view = findMap()?.store.view;
    return !view || isOf(content, view)
      ? ""
      : _("These are the details of “{title}”. Those for the current map will follow when the server responds.", {
          title: nameContent(content),
        });
  });
}

function renderContent(content: Content, palette: StancePalette | null): Node[] {
  switch (content.panel) {
    case "year":
      return renderYear(content);
    case "day":
      return renderDay(content);
    case "event":
      return renderEvent(content, palette as StancePalette);
    case "country":
      return renderCountry(content, palette as StancePalette);
    case "zone":
      return renderZone(content);
  }
}

function idOf(content: Content) {
  if (content.panel === "year") return String(content.year);
  return content.panel === "day" ? content.day : content.id;
}

function nameContent(content: Content) {
  if (content.panel === "year") return content.year;
  if (content.panel === "day") return longDate(content.day);
  return content.panel === "event" ? content.title : content.name;
}

/** Whether what the panel says is of a view. */
function isOf(content: Content, { year, date, event, toward, panel }: View) {
  if (panel && panel !== "off")
    return "shown" in content && content.id === panel && (content.shown?.id ?? null) === event && (content.date ?? null) === date;
  if (event) return content.panel === "event" && content.id === event && content.toward.id === toward && (content.date ?? null) === date;
  if (date) return content.panel === "day" && content.day === date;
  return content.panel === "year" && content.year === year;
}

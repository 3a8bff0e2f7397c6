/** The map as it can first be used, as what is added to it later knows it. */
import type { Topology } from "topojson-specification";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";
import type { View } from "../core/view_state.ts";
import type { Camera } from "./camera.ts";
import type { Countries } from "./layers/countries.ts";
import type { drawMarkers } from "./layers/markers.ts";
import type { drawPositions } from "./layers/positions.ts";
import type { Zones } from "./layers/zones.ts";
import type { createNotice } from "./notice.ts";
import type { buildOverlays } from "./overlays.ts";
import type { createSlider } from "./slider/time_slider.ts";
import type { Theme } from "./theme.ts";
import type { createHeadline } from "./title_control.ts";
import type { createTooltip } from "./tooltip.ts";
import type { MapUrls } from "./urls.ts";

/** Something that follows the view; `settled` is false while it moves. */
export interface Part {
  draw: (view: View, settled?: boolean) => void;
}

export type Card = ReturnType<typeof createTooltip>;

export interface MapParts {
  map: L.Map;
  atlas: Atlas;
  store: Store;
  theme: Theme;
  overlays: ReturnType<typeof buildOverlays>;
  camera: Camera;
  countriesTopology: Topology;
  countries: Countries;
  zones: Zones;
  positions: ReturnType<typeof drawPositions>;
  markers: ReturnType<typeof drawMarkers>;
  slider: ReturnType<typeof createSlider>;
  headline: ReturnType<typeof createHeadline>;
  notice: ReturnType<typeof createNotice>;
  /** says that a script or a document did not come */
  reportMissing: () => void;
  urls: MapUrls;
  lang: string;
  /** what follows each view, and what follows the clock alone on days on which nothing changes */
  drawn: Part[];
  timed: Part[];
  /** what follows the size of type */
  resized: (() => void)[];
  draw: Part["draw"];
  /** the address of the view, with its language */
  link: () => string;
  isPresenting: () => boolean;
  chooseEvent: (id: string, toward?: string) => void;
  choosePanel: (id: string) => void;
  /** The card tells of what the pointer is on, also of what it is on already. */
  useCard: (card: Card) => void;
}

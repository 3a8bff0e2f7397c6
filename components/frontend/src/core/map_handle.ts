/** The map as the page around its frame knows it: `window.atlas` of the frame. */
import type { LatLng, Map as LeafletMap } from "leaflet";
import type { Atlas } from "./atlas.ts";
import type { Store } from "./store.ts";
import type { readLink, View } from "./view_state.ts";

/** Moving the map by a script. */
interface Camera {
  /** Travel to where a view looks; 0 seconds are a cut. */
  fly: (view: View, seconds: number) => void;
}

/** One of two maps, as the other knows it. */
export interface Peer {
  follow: (centre: LatLng, zoom: number) => void;
  /** Show here what the pointer is on there. */
  show: (id: string | null) => void;
  /** Tell the other map of a country the pointer is on here. */
  echo: (id: string | null) => void;
}

export interface MapHandle {
  /** of a map that a briefing leads: the layers of the briefing, packed, and the names of those to show */
  showOwn?: (packed: string, names: string[]) => Promise<void>;
  /** @param toward a reference party of the event; without it the one shown before, or the first */
  chooseEvent: (id: string, toward?: string) => void;
  choosePanel: (id: string) => void;
  toward: (id: string) => void;
  closeSubject: () => void;
  chooseYear: (year: number) => void;
  map: LeafletMap;
  store: Store;
  peer: Peer;
  atlas: Atlas;
  camera: Camera;
  /** Stop playing through the years. */
  stop: () => void;
  read: (link: string) => ReturnType<typeof readLink>;
  /** Show a story, without the tools of a reader, or give them back. */
  setPresenting: (on: boolean) => void;
}

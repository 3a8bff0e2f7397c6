/** The map as the page around its frame knows it: `window.atlas` of the frame. */
import type { Map as LeafletMap } from "leaflet";
import type { Atlas } from "../core/atlas.ts";
import type { Camera } from "./camera.ts";
import type { Peer } from "./peer.ts";
import type { Store } from "./store.ts";
import type { readLink } from "./view.ts";

export interface MapHandle {
  chooseEvent: (id: string) => void;
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
  tell: (on: boolean) => void;
}

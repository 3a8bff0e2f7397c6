/** What the layers of a reader need of the map they lie on. */
import type { Atlas } from "../core/atlas.ts";
import type { LayerFile } from "./layer_file.ts";
import type { Store } from "../core/store.ts";

export interface MapContext {
  map: L.Map;
  atlas: Atlas;
  store: Store;
  theme: { readonly name: string; subscribe: (follower: () => void) => void };
  /** where the overlays stand */
  container: HTMLElement;
  /** opens and closes the panel */
  button: HTMLButtonElement;
  /** the track of the slider, which tells of each drawing by an event `axis` */
  track: HTMLElement;
  /** the part of time on the track, in days */
  axis: () => { from: number; to: number };
  /** the days that a view stands for: up to, not including, `to` */
  daysOf: () => { from: number; to: number };
  /** the folder of the shapes */
  shapes: string;
  /** the dialog's style sheet; where there is none the page has it */
  style: string | undefined;
  /** layers that came with the page, from back to front: then nothing is kept; null on the reader's own map */
  carried: LayerFile | null;
  notify: (text: string) => void;
}

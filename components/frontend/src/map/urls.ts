/** Where the map finds what it draws. */
import type { Offer } from "../core/component.ts";

/** Where the map's documents lie, by language where they speak one; and what kind of map it is. */
export interface MapUrls {
  record: Record<string, string>;
  messages: Record<string, string>;
  /** the folder of the shapes */
  shapes: string;
  words: Record<string, string>;
  /** documents of the search; without them it knows what the map shows */
  search: Record<string, string>;
  share: Partial<Offer>;
  /** of the map's link parameters */
  prefix: string;
  /** one of two maps side by side */
  synced: boolean;
  /** without an address and a server of its own */
  detached: boolean;
}

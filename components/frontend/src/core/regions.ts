/** Regions that a view names. */
import { zoneAt } from "./snapshot.ts";
import type { Atlas, Region } from "./atlas.ts";
import type { View } from "./view.ts";

/** Whether a view is about a region: an event there, or a zone in it. */
export const isAbout = ({ events, zones }: Region, { event, panel }: View) =>
  (event !== null && events.includes(event)) || (panel !== null && zones.includes(panel));

/** Whether something of a region is drawn, or the view is about it. */
export function isRegionShown(atlas: Atlas, view: View, region: Region) {
  if (isAbout(region, view)) return true;
  const drawn = view.layers.includes("zones") || view.layers.includes("control");
  return drawn && region.zones.some((zone) => (zoneAt(atlas, view, zone)?.status ?? "settled") !== "settled");
}

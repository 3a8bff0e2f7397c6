/** What of a layer a moment shows, counted by category, country and zone. */
import { visitPeriod, type Period } from "./time_selection.ts";
import type { PackedLayer } from "./packed_layer.ts";

export interface Counts {
  shown: number;
  /** of the sizes that are known */
  sum: number;
  categories: number[];
  /** by place; the last is outside all of them */
  countries: Map<number, number>;
  zones: Map<number, number>;
}

export function countPeriod(data: PackedLayer, period: Period): Counts {
  const counts: Counts = { shown: 0, sum: 0, categories: data.categories.map(() => 0), countries: new Map(), zones: new Map() };
  const add = (map: Map<number, number>, place: number) => map.set(place, (map.get(place) ?? 0) + 1);
  visitPeriod(data, period, (at) => {
    counts.shown += 1;
    counts.categories[data.category[at]] += 1;
    if (!Number.isNaN(data.size[at])) counts.sum += data.size[at];
    add(counts.countries, data.country[at]);
    if (data.zone[at] >= 0) add(counts.zones, data.zone[at]);
  });
  return counts;
}

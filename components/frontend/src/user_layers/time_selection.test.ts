import { expect, test } from "vitest";
import { ALWAYS, FOREVER, type PackedLayer } from "./packed_layer.ts";
import { binStarts, choosePeriod, visitPeriod } from "./time_selection.ts";

function buildLayer(spans: [number, number][]) {
  const sorted = [...spans].sort((one, two) => one[0] - two[0]);
  const start = Int32Array.from(sorted, ([from]) => from);
  const end = Int32Array.from(sorted, ([, to]) => to);
  const longest = Math.max(0, ...sorted.filter(([from]) => from !== ALWAYS).map(([from, to]) => to - from + 1));
  return { start, end, longest, count: spans.length } as PackedLayer;
}

test("a period has exactly the rows that meet it", () => {
  let seed = 7;
  const random = (most: number) => (seed = (seed * 16807) % 2147483647) % most;
  for (let round = 0; round < 200; round += 1) {
    const spans = Array.from({ length: random(30) }, (): [number, number] => {
      const from = random(100);
      return random(8) === 0 ? [ALWAYS, FOREVER] : [from, from + random(20)];
    });
    const layer = buildLayer(spans);
    const from = random(110) - 5;
    const to = from + random(30);
    const found: number[] = [];
    visitPeriod(layer, { from, to }, (at) => found.push(at));
    const wanted = [...layer.start.keys()].filter((at) => layer.start[at] <= to && layer.end[at] >= from);
    expect(found).toEqual(wanted);
    const bins = binStarts(layer, 0, 120, 7).reduce((sum, count) => sum + count, 0);
    expect(bins).toBe(layer.start.filter((day) => day >= 0).length);
  }
});

test("a span reaches back from the end of what is in view", () => {
  expect(choosePeriod({ from: 100, to: 100 }, "view")).toEqual({ from: 100, to: 100 });
  expect(choosePeriod({ from: 100, to: 100 }, "month")).toEqual({ from: 71, to: 100 });
  expect(choosePeriod({ from: 0, to: 364 }, "month")).toEqual({ from: 0, to: 364 });
  expect(choosePeriod({ from: 100, to: 100 }, "all")).toEqual({ from: -Infinity, to: 100 });
});

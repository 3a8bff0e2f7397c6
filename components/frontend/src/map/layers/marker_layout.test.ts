import { describe, expect, it } from "vitest";
import { FINGER_GAP, GAP, findCrowds, layOutCrowd } from "./marker_layout.ts";

interface Spot {
  x: number;
  y: number;
}

const nearest = (spots: Spot[]) =>
  Math.min(...spots.flatMap((one, at) => spots.slice(at + 1).map((two) => Math.hypot(one.x - two.x, one.y - two.y))));
const many = (count: number, x: number) => Array.from({ length: count }, (_each, at) => ({ x: x + (at % 3), y: 100 + (at % 2) }));
const open = (points: Spot[], gap: number) => findCrowds(points, gap).flatMap((crowd) => [...layOutCrowd(crowd, points, gap).values()]);

describe("marks", () => {
  it("stay where they are if none is near", () => {
    const points = [many(1, 0)[0], many(1, 100)[0]];
    expect(open(points, GAP)).toEqual(points);
  });
  it.each([GAP, FINGER_GAP])("of one place do not touch, and stand around it, %i pixels apart", (gap) => {
    for (const count of [2, 3, 5, 9, 10, 11, 17, 30]) {
      const spots = open(many(count, 100), gap);
      expect(spots).toHaveLength(count);
      expect(nearest(spots)).toBeGreaterThan(gap - 1);
      for (const { x, y } of spots) expect(Math.hypot(x - 101, y - 100.5)).toBeLessThan((gap / GAP) * (30 + count * 3));
    }
  });
  it("that are many are one sign, at a place of theirs", () => {
    const points = [...many(5, 100), ...many(4, 140), ...many(1, 300)];
    const crowds = findCrowds(points);
    expect(crowds.map(({ members }) => members.length).sort()).toEqual([1, 4, 5]);
    for (const { x, y } of crowds) expect(points).toContainEqual({ x, y });
  });
});

import { describe, expect, it } from "vitest";
import { drawGraticule, drawRings, HEIGHT, isInside, project, WIDTH } from "./mini_map_projection.ts";

describe("project", () => {
  it("puts the middle of the alliance into the middle", () => {
    const [x, y] = project(56, 46.6);
    expect(x).toBeCloseTo(WIDTH / 2, 6);
    expect(y).toBeCloseTo(HEIGHT / 2, 6);
  });
  it("puts east to the right and north up", () => {
    expect(project(70, 46.6)[0]).toBeGreaterThan(WIDTH / 2);
    expect(project(56, 50)[1]).toBeLessThan(HEIGHT / 2);
  });
  it("is a mirror about the middle meridian", () => {
    const [[west, high], [east, low]] = [project(46, 50), project(66, 50)];
    expect(west + east).toBeCloseTo(WIDTH, 6);
    expect(high).toBeCloseTo(low, 6);
  });
  it("keeps areas: a degree square weighs as on the sphere", () => {
    const area = (lon: number, lat: number) => {
      const [a, b, c, d] = [project(lon, lat), project(lon + 0.1, lat), project(lon + 0.1, lat + 0.1), project(lon, lat + 0.1)];
      const ring = [a, b, c, d];
      return Math.abs(ring.reduce((sum, [x, y], at) => sum + x * ring[(at + 1) % 4][1] - ring[(at + 1) % 4][0] * y, 0)) / 2;
    };
    const onSphere = (lat: number) => Math.sin(((lat + 0.1) * Math.PI) / 180) - Math.sin((lat * Math.PI) / 180);
    expect(area(30, 40) / area(75, 55)).toBeCloseTo(onSphere(40) / onSphere(55), 4);
  });
  it("holds the capitals of the members inside", () => {
    const capitals = [[44.5, 40.2], [27.6, 53.9], [71.4, 51.2], [74.6, 42.9], [37.6, 55.8], [68.8, 38.6]]; // prettier-ignore
    expect(capitals.filter(([lon, lat]) => !isInside(...project(lon, lat)))).toEqual([]);
    expect(isInside(...project(-74, 40.7))).toBe(false);
  });
});

describe("paths", () => {
  it("close each ring", () => {
    expect(drawRings([[[50, 45], [60, 45], [60, 50], [50, 45]]])).toMatch(/^M[\d.]+ [\d.]+(?:L[\d.]+ [\d.]+)+Z$/); // prettier-ignore
  });
  it("leave out rings out of sight", () => {
    expect(drawRings([[[-75, 40], [-74, 40], [-74, 41], [-75, 40]]])).toBe(""); // prettier-ignore
  });
  it("leave out points that no eye can tell apart", () => {
    const fine = Array.from({ length: 100 }, (_each, at) => [50 + at / 1000, 45]);
    const points = drawRings([[...fine, [60, 50], [50, 45]]]).split("L").length;
    expect(points).toBeLessThan(20);
  });
  it("draw nineteen meridians and seven parallels", () => {
    expect(drawGraticule().match(/M/g)).toHaveLength(26);
  });
});

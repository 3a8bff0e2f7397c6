import { describe, expect, it } from "vitest";
import { makeRecord } from "../../testing/atlas.ts";
import { chooseInsets, shareIn } from "./choice.ts";
import { isTouching, placeInsets } from "./layout.ts";
import { placeNames } from "./names.ts";
import { clipRing, createProjection, isInRings, mercator, ratioOf } from "./projection.ts";
import type { Bounds } from "../../core/atlas.ts";
import type { MapState } from "./choice.ts";
import type { Box, Request } from "./layout.ts";
import type { Point } from "./projection.ts";

const { insets } = makeRecord();
const HOME: Bounds = [15, 30, 95, 65];

describe("the choice of insets", () => {
  const state: MapState = { bounds: HOME, scale: 13, scaleOf: () => 60, subject: null, isEvent: false, most: 3 };
  const choose = (patch: Partial<MapState>, closed: string[] = []) =>
    chooseInsets(insets, new Set(closed), { ...state, ...patch }).map(({ id }) => id);

  it("has every place that the whole map shows too small", () => expect(choose({})).toEqual(["valley", "plain"]));
  it("begins with the subject, which is there however little room there is", () => {
    expect(choose({ subject: [71, 40], isEvent: true })).toEqual(["plain", "valley"]);
    expect(choose({ subject: [71, 40], isEvent: true, most: 1 })).toEqual(["plain"]);
    expect(choose({ most: 0 })).toEqual([]);
  });
  it("leaves out what the map shows nearly as large, or does not show", () => {
    expect(choose({ scale: 50 })).toEqual([]);
    expect(choose({ bounds: [60, 30, 95, 65] })).toEqual(["plain"]);
  });
  it("has the overview beside a closer view of an event, and of nothing else", () => {
    const close: Partial<MapState> = { bounds: [43, 37, 49, 42], scale: 100, scaleOf: ({ kind }) => (kind === "overview" ? 4 : 60) };
    expect(choose({ ...close, isEvent: true, subject: [46, 40] })).toEqual(["all"]);
    expect(choose(close)).toEqual([]);
  });
  it("leaves out what the visitor closed", () => expect(choose({}, ["valley"])).toEqual(["plain"]));
  it("knows the share of a box in another", () => {
    expect(shareIn([0, 0, 2, 2], [1, -1, 9, 9])).toBe(0.5);
    expect(shareIn([0, 0, 2, 2], [3, 0, 4, 2])).toBe(0);
  });
});

describe("the places of insets", () => {
  const request = (id: string, patch: Partial<Request> = {}): Request => ({
    id,
    width: 240,
    least: 150,
    ratio: 1.5,
    foot: 0,
    isSubject: false,
    ...patch,
  });
  /** The overlays of a map of some size, as the style sheet sets them. */
  function furnish(width: number, height: number) {
    const narrow = width < 620;
    const [left, right] = narrow ? [12, 12] : [24, 18];
    const across = width - left - right;
    const furniture: Box[] = [
      { left, top: 10, width: Math.min(440, across - 60), height: 90 },
      { left: width - right - 36, top: 10, width: 36, height: 320 },
      { left, top: height - 104, width: across, height: 80 },
      { left, top: height - 104 - 8 - 60, width: narrow ? 90 : across, height: 60 },
    ];
    return { room: { width, height, left, right }, furniture };
  }
  const SIZES: [number, number][] = [[320, 256], [390, 565], [640, 480], [1020, 842], [1500, 1022], [1440, 300], [3440, 2100]]; // prettier-ignore

  it.each(SIZES)("never lie over anything, nor over each other, on %i x %i", (width, height) => {
    const { room, furniture } = furnish(width, height);
    const subject = { left: width * 0.4, top: height * 0.4, width: 44, height: 44 };
    const placed = placeInsets([request("one", { isSubject: true }), request("two"), request("three")], room, [...furniture, subject], []);
    const all = [...placed.values()];
    all.forEach((box, at) => {
      expect(box.left >= room.left && box.top >= 0 && box.left + box.width <= width - room.right && box.top + box.height <= height).toBe(
        true,
      );
      for (const other of [...furniture, subject, ...all.slice(at + 1)]) expect(isTouching(box, other, 0)).toBe(false);
    });
    if (width > 1000 && height > 800) expect(placed.size).toBe(3);
    if (width === 320) expect(placed.size).toBe(0);
  });
  it("are smaller rather than over what is to be seen, and then not at all", () => {
    const { room, furniture } = furnish(1020, 842);
    const tile = (left: number, right: number, top = 0) =>
      Array.from({ length: 6 }, (_part, at): Box => ({
        left,
        top: top + (at * (842 - top)) / 6,
        width: right - left,
        height: (842 - top) / 6,
      }));
    const kept = tile(206, 1020);
    const found = placeInsets([request("one")], room, furniture, kept).get("one");
    expect(found?.width).toBeLessThan(240);
    expect(placeInsets([request("one")], room, furniture, [...kept, ...tile(0, 206)]).size).toBe(0);
  });
  it("are higher by what stands under them", () => {
    const { room, furniture } = furnish(1020, 842);
    expect(placeInsets([request("one", { foot: 24 })], room, furniture, []).get("one")).toMatchObject({ width: 240, height: 184 });
  });
  it("stay while that is good", () => {
    const { room, furniture } = furnish(1020, 842);
    const before = new Map([["one", { left: 400, top: 300, width: 230, height: 153 }]]);
    expect(placeInsets([request("one")], room, furniture, [], before)).toEqual(before);
    const covered = [{ left: 420, top: 310, width: 100, height: 40 }];
    expect(placeInsets([request("one")], room, furniture, covered, before)).not.toEqual(before);
  });
});

describe("the projection of an inset", () => {
  it("is that of the map: as high as its box", () => {
    const box: Bounds = [40, 38, 50, 44];
    const { height, place } = createProjection(box, 200);
    expect(height).toBeCloseTo(200 / ratioOf(box));
    expect(place([40, 44])).toEqual([0, 0]);
    expect(place([50, 38]).map(Math.round)).toEqual([200, Math.round(height)]);
    expect(mercator(0)).toBeCloseTo(0);
  });
  const square: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10]]; // prettier-ignore
  it("cuts rings at the box", () => {
    expect(clipRing(square, [5, 5, 20, 20]).sort().join(" ")).toBe("10,10 10,5 5,10 5,5");
    expect(clipRing(square, [20, 20, 30, 30])).toEqual([]);
    expect(clipRing(square, [-1, -1, 11, 11])).toHaveLength(4);
  });
  it("cuts lines without drawing along its edges", () => {
    const { cutLines } = createProjection([0, 0, 10, 10], 100);
    expect(cutLines([[[-30, 5], [-20, 5]]])).toEqual([]); // prettier-ignore
    expect(cutLines([[[-30, 5], [5, 5], [5, 30], [40, 30], [40, 5], [5, 5]]])).toHaveLength(2); // prettier-ignore
  });
  it("knows what lies in rings with holes", () => {
    const hole: Point[] = [[4, 4], [6, 4], [6, 6], [4, 6]]; // prettier-ignore
    expect([isInRings([2, 2], [square, hole]), isInRings([5, 5], [square, hole]), isInRings([12, 5], [square])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("names in an inset", () => {
  const size = { width: 200, height: 100 };
  const measure = () => ({ width: 40, height: 12 });
  const rings: Point[][] = [[[0, 0], [100, 0], [100, 100], [0, 100]]]; // prettier-ignore
  const country = { id: "ARM", kind: "country", text: "Armenia", at: [50, 50] as Point, rings, needed: true };

  it("stand on their country, and a second one elsewhere", () => {
    const [one, two] = placeNames([country, { ...country, id: "KAZ" }], size, [], measure);
    expect([one.x, one.y]).toEqual([50, 50]);
    expect(isInRings([two.x, two.y], rings)).toBe(true);
    expect(Math.abs(two.x - 50) >= 40 || Math.abs(two.y - 50) >= 12).toBe(true);
  });
  it("stand beside a country that is too small, if they are needed", () => {
    const small: Point[][] = [[[90, 45], [100, 45], [100, 55], [90, 55]]]; // prettier-ignore
    const covered = [{ left: 60, top: 46, width: 80, height: 8 }];
    const name = { ...country, rings: small, at: [95, 50] as Point };
    expect(placeNames([name], size, covered, measure)).toHaveLength(1);
    expect(placeNames([{ ...name, needed: false }], size, [], measure)).toEqual([]);
  });
  it("are led to their country where they stand on another", () => {
    const small: Point[][] = [[[90, 45], [100, 45], [100, 55], [90, 55]]]; // prettier-ignore
    const name = { ...country, rings: small, at: [95, 50] as Point };
    const [beside] = placeNames([name], size, [{ left: 80, top: 40, width: 30, height: 20 }], measure);
    expect(isInRings([beside.x, beside.y], small)).toBe(false);
    expect(beside.leader?.[1]).toEqual([95, 50]);
    const [[x, y] = [0, 0]] = beside.leader ?? [];
    expect([Math.abs(x - beside.x) < 20.1, Math.abs(y - beside.y) < 6.1]).toEqual([true, true]);
    expect(placeNames([country], size, [], measure)[0].leader).toBeUndefined();
  });
  it("of a town stand beside its dot, inside the inset", () => {
    const town = { id: "", kind: "town", text: "Osh", at: [190, 50] as Point };
    expect(placeNames([town], size, [], measure)[0].x).toBe(163);
    expect(placeNames([{ ...town, at: null }], size, [], measure)).toEqual([]);
  });
});

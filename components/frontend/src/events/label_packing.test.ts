import { describe, expect, it } from "vitest";
import { packMarks } from "./label_packing.ts";
import type { Extent, Mark } from "./label_packing.ts";

const WIDTH = 720;
const mark = (id: string, left: number, label: number, first = false): Mark => ({ id, left, right: left + 16, label, first });
const marks: Mark[] = Array.from({ length: 90 }, (_each, at) => {
  const left = (at * 7) % 600;
  return { id: String(at), left, right: left + 16 + (at % 5) * 20, label: 40 + (at % 7) * 25, first: at % 9 === 0 };
});

/** What each row holds: marks and the names beside them. */
function listExtents(packed: ReturnType<typeof packMarks>) {
  const rows = new Map<number, Extent[]>();
  packed.places.forEach(({ row, side }, at) => {
    const { left, right, label } = marks[at];
    const name = { right: [{ left: right, right: right + label }], left: [{ left: left - label, right: left }], none: [] }[side];
    rows.set(row, [...(rows.get(row) ?? []), { left, right }, ...name]);
  });
  return rows;
}

describe("packMarks", () => {
  it.each([false, true])("lets no two marks or names touch, with spread %s", (spread) => {
    const packed = packMarks(marks, WIDTH, spread);
    const rows = listExtents(packed);
    expect(rows.size).toBe(packed.rows);
    for (const extents of rows.values()) {
      const ordered = extents.sort((one, other) => one.left - other.left);
      expect(ordered.slice(1).filter((extent, at) => extent.left < ordered[at].right)).toEqual([]);
      expect(ordered.filter(({ left, right }) => left < 0 || right > WIDTH)).toEqual([]);
    }
  });
  it("takes at least as many rows where names are to be spread", () => {
    expect(packMarks(marks, WIDTH, true).rows).toBeGreaterThanOrEqual(packMarks(marks, WIDTH, false).rows);
  });
  it("keeps the order of the marks", () => {
    expect(packMarks(marks, WIDTH, false).places.map(({ id }) => id)).toEqual(marks.map(({ id }) => id));
  });
  it("has one row where nothing happened", () => {
    expect(packMarks([], WIDTH, false)).toEqual({ places: [], rows: 1 });
  });
  it("names a mark to the right, where there is no room to the left, and not at all", () => {
    const sideOf = (left: number, label: number) => packMarks([mark("a", left, label)], 100, false).places[0].side;
    expect([sideOf(0, 50), sideOf(80, 50), sideOf(40, 60)]).toEqual(["right", "left", "none"]);
  });
  it("names a mark of weight before an earlier one", () => {
    const packed = packMarks([mark("early", 0, 80), mark("late", 60, 50, true)], 200, false);
    expect(packed.places.map(({ side }) => side)).toEqual(["none", "right"]);
  });
  it("puts a mark that lies on another into the next row", () => {
    expect(packMarks([mark("a", 10, 0), mark("b", 20, 0), mark("c", 26, 0)], WIDTH, false).places.map(({ row }) => row)).toEqual([0, 1, 0]);
  });
  it("adds rows until every name has room, with spread", () => {
    const packed = packMarks([mark("a", 0, 100), mark("b", 20, 100), mark("c", 40, 100)], WIDTH, true);
    expect(packed.places).toEqual([
      { id: "a", row: 0, side: "right" },
      { id: "b", row: 1, side: "right" },
      { id: "c", row: 2, side: "right" },
    ]);
  });
});

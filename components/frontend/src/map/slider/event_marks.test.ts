import { describe, expect, it } from "vitest";
import { makeAtlas } from "../../testing/atlas.ts";
import { COLUMN, listSpans, placeMarks, STACK, type Span } from "./event_marks.ts";
import { isoOf, numberOf } from "../../core/iso_day.ts";

const model = makeAtlas().events[0];
const span = (id: string, start: string, end: string, request = false): Span => ({
  event: { ...model, id, request },
  from: numberOf(start),
  to: numberOf(end) + 1,
});

describe("marks of events", () => {
  it("are bars as long as they lasted once there is room, and dots before", () => {
    const war = [span("war", "2020-09-27", "2020-11-10")];
    const [bar] = placeMarks(war, 10);
    expect(bar).toMatchObject({ shape: "bar", at: numberOf("2020-09-27") * 10, width: 450 });
    expect(placeMarks(war, 0.08).map(({ shape }) => shape)).toEqual(["dot"]);
  });
  it("that ask for help are flags at any zoom, never in a density", () => {
    const crowd = Array.from({ length: 9 }, (_, place) => span(`asked-${place}`, "2022-09-13", "2022-09-13", true));
    for (const pixels of [0.02, 0.08, 3, 40]) {
      expect(placeMarks(crowd, pixels).filter(({ shape }) => shape === "flag")).toHaveLength(9);
    }
  });
  it("merge where they crowd and part again on zooming in", () => {
    // From the first day of a column, which is so many days wide.
    const days = COLUMN / 0.1;
    const first = Math.ceil(numberOf("2022-02-01") / days) * days;
    const crowd = [0, 2, 4, 6, 8].map((day) => span(String(day), isoOf(first + day), isoOf(first + day)));
    const far = placeMarks(crowd, 0.1);
    expect(far.map(({ shape, events }) => [shape, events.length])).toEqual([["density", 5]]);
    const near = placeMarks(crowd, 5);
    expect(near.every(({ shape }) => shape === "dot")).toBe(true);
    expect(near).toHaveLength(5);
  });
  it("show every event once, whatever the zoom, and overlap no dot", () => {
    const many = Array.from({ length: 200 }, (_, place) => {
      const from = numberOf("2010-01-01") + ((place * 37) % 1500);
      return { event: { ...model, id: String(place), request: false }, from, to: from + 1 + ((place * 11) % 40) };
    }).sort((a, b) => a.from - b.from);
    for (let pixels = 0.02; pixels < 50; pixels *= 1.7) {
      const marks = placeMarks(many, pixels);
      expect(marks.flatMap(({ events }) => events.map(({ id }) => id)).sort()).toEqual(many.map(({ event }) => event.id).sort());
      const places = marks.filter(({ shape }) => shape === "dot").map(({ at, row }) => `${Math.round(at / COLUMN)} ${row}`);
      expect(new Set(places).size).toBe(places.length);
      expect(marks.every(({ shape, row }) => shape !== "dot" || row < STACK)).toBe(true);
    }
  });
  it("last until today without an end", () => {
    const atlas = makeAtlas();
    expect(listSpans(atlas).map(({ event, to }) => [event.id, to])).toEqual([
      ["first", numberOf("2002-06-16")],
      ["second", numberOf("2002-06-16")],
      ["third", numberOf("2002-06-16")],
    ]);
  });
});

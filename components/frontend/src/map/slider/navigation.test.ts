import { describe, expect, it } from "vitest";
import { numberOf } from "../../core/iso_day.ts";
import { createStore } from "../../core/store.ts";
import { makeAtlas, makeView } from "../../testing/atlas.ts";
import { createNavigation } from "./navigation.ts";
import { createAxis, type Unit } from "./time_axis.ts";
import type { View } from "../../core/view_state.ts";
import type { Viewport } from "./viewport.ts";

const atlas = makeAtlas();

function navigate(unit: Unit, view: Partial<View>, from = "2000-01-01", to = "2003-01-01") {
  const axis = createAxis(atlas.first, atlas.last, atlas.today);
  const viewport = { axis, domain: { from: numberOf(from), to: numberOf(to) }, unit: () => unit } as Viewport;
  return createNavigation(atlas, viewport, createStore(makeView(view)));
}

describe("steps", () => {
  it("go by years, and stay within the record", () => {
    expect(navigate("decade", { year: 2001 }).step(1, false)).toEqual({ year: 2002, date: null });
    expect(navigate("year", { year: 2001 }).step(-1, true)).toEqual({ year: 2000, date: null });
  });
  it("leave the day for its year where years are in view", () => {
    expect(navigate("year", { year: 2001, date: "2001-05-09" }).step(1, false)).toEqual({ year: 2002, date: null });
  });
  it("go by months and days where those are, with the larger unit too", () => {
    const at = { year: 2001, date: "2001-12-31" };
    expect(navigate("month", at).step(-1, false)).toEqual({ year: 2001, date: "2001-11-30" });
    expect(navigate("month", at).step(-1, true)).toEqual({ year: 2000, date: "2000-12-31" });
    expect(navigate("day", at).step(1, false)).toEqual({ year: 2002, date: "2002-01-01" });
    expect(navigate("day", at).step(1, true)).toEqual({ year: 2002, date: "2002-01-31" });
  });
  it("begin at the first of a month of the year, in what is in view of it", () => {
    expect(navigate("month", { year: 2001 }, "2001-09-01", "2001-12-01").step(1, false)).toEqual({ year: 2001, date: "2001-11-01" });
  });
  it("begin on the first day of an event", () => {
    expect(navigate("day", { year: 2001, event: "second" }).step(1, false)).toEqual({ year: 2001, date: "2001-03-02" });
  });
  it("end today", () => {
    expect(navigate("day", { year: 2002, date: "2002-06-14" }).step(1, true)).toEqual({ year: 2002, date: "2002-06-15" });
    expect(navigate("day", {}).end(1)).toEqual({ year: 2002, date: "2002-06-15" });
    expect(navigate("month", {}).end(-1)).toEqual({ year: 2000, date: "2000-01-01" });
    expect(navigate("decade", {}).end(-1)).toEqual({ year: 2000, date: null });
  });
});

describe("events", () => {
  it("follow the day, the year or the event shown", () => {
    const after = (view: Partial<View>) => navigate("day", view).neighbour(1)?.id;
    expect(after({ year: 2001, date: "2001-03-01" })).toBe("second");
    expect(after({ year: 2001, date: "2001-03-02" })).toBe("third");
    expect(after({ year: 2001 })).toBe("second");
    expect(after({ year: 2001, event: "second" })).toBe("third");
    expect(after({ year: 2002, event: "third" })).toBeUndefined();
    expect(navigate("day", { year: 2001, date: "2001-02-28" }).neighbour(-1)?.id).toBe("first");
  });
});

describe("playing", () => {
  it("ends at the last year, today, and the last event", () => {
    expect(navigate("decade", { year: 2002 }).advance("decade")).toBeNull();
    expect(navigate("day", { year: 2002, date: "2002-06-15" }).advance("day")).toBeNull();
    expect(navigate("day", { year: 2002, event: "third" }).advance("event")).toBeNull();
  });
  it("begins anew where the axis, what is in view, or the record begins", () => {
    expect(navigate("decade", { year: 2002 }).rewind("decade")).toMatchObject({ year: 2000, date: null, event: null });
    expect(navigate("day", {}, "2001-03-01", "2001-04-01").rewind("day")).toMatchObject({ date: "2001-03-01" });
    expect(navigate("day", {}).rewind("event")).toMatchObject({ event: "first", year: 2000, toward: "ARM" });
  });
  it("takes the event's own reference party", () => {
    expect(navigate("year", { year: 2001, date: null }).advance("event")).toMatchObject({ event: "second", toward: "KAZ", date: null });
  });
});

// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { formatPair, isOf, viewOf } from "./diff.ts";
import type { Head } from "./content.ts";

const war: Head = {
  day: "2020-10-15",
  date: "2020-10-15",
  event: { id: "war", title: "War" },
  toward: { id: "ARM", name: "Armenia" },
  mode: null,
};
const year: Head = { day: "1995-12-31", date: null, event: null, toward: null };

/** The two maps of the page, each at a view. */
function showMaps(...views: object[]) {
  for (const [at, view] of views.entries()) {
    const side = document.createElement("div");
    side.className = at ? "st-key-atlas-right" : "st-key-atlas-left";
    const frame = document.createElement("iframe");
    Object.defineProperty(frame, "contentWindow", { value: { atlas: { store: { view } } } });
    side.append(frame);
    document.body.append(side);
  }
}

afterEach(() => document.body.replaceChildren());

describe("a moment of a comparison", () => {
  it("is a link with its event and its day, or its year", () => {
    expect(viewOf(war)).toEqual({ event: "war", toward: "ARM", date: "2020-10-15" });
    expect(viewOf({ ...war, date: null, mode: "deeds" })).toEqual({ event: "war", toward: "ARM", mode: "deeds" });
    expect(viewOf(year)).toEqual({ year: "1995" });
  });
  it("is named by the day by whose end its event was known", () => {
    expect(formatPair({ heads: [war, year] })).toBe("War, toward Armenia · as known by the end of 15 October 2020 compared with 1995");
  });
  it("is left behind when the map goes on to another day of the event", () => {
    const at = { event: "war", toward: "ARM", mode: null, date: "2020-10-15", year: 2020 };
    const then = { event: null, toward: null, mode: null, date: null, year: 1995 };
    showMaps(at, then);
    expect(isOf({ heads: [war, year] })).toBe(true);
    document.body.replaceChildren();
    showMaps({ ...at, date: null }, then);
    expect(isOf({ heads: [war, year] })).toBe(false);
  });
});

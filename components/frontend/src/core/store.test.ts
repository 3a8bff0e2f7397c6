import { expect, it } from "vitest";
import { makeView } from "../testing/atlas.ts";
import { createStore } from "./store.ts";

function follow(...patches: Parameters<ReturnType<typeof createStore>["set"]>[0][]) {
  const store = createStore(makeView({ date: "2001-05-09", year: 2001 }));
  for (const patch of patches) store.set(patch, "moving");
  const { year, date, event } = store.view;
  return { year, date, event };
}

it("takes the year of a date that is chosen", () => {
  expect(follow({ date: "2000-02-29" })).toEqual({ year: 2000, date: "2000-02-29", event: null });
});
it("has no date once a year is chosen, unless it came with it", () => {
  expect(follow({ year: 2000 })).toEqual({ year: 2000, date: null, event: null });
  expect(follow({ year: 2001, date: "2000-02-29", event: null })).toEqual({ year: 2000, date: "2000-02-29", event: null });
});
it("has no date at an event but one chosen there, and none after it", () => {
  expect(follow({ year: 2001, event: "second" })).toEqual({ year: 2001, date: null, event: "second" });
  expect(follow({ year: 2001, event: "second" }, { event: null })).toEqual({ year: 2001, date: null, event: null });
  expect(follow({ year: 2001, event: "second" }, { date: "2002-01-01" })).toEqual({ year: 2001, date: "2002-01-01", event: "second" });
});
it("keeps the date when something else changes", () => {
  expect(follow({ panel: "ARM", mode: null })).toEqual({ year: 2001, date: "2001-05-09", event: null });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { makeAtlas, makeView, speakEnglish, speakRussian } from "../testing/atlas.ts";
import {
  dayOf,
  eventOf,
  eventsAt,
  isAlike,
  isEmptyMode,
  membersAt,
  membershipAt,
  nameAll,
  nameOf,
  parseStance,
  positionsAt,
  stanceAt,
  stancesAt,
  zoneAt,
} from "./snapshot.ts";
import { createStore } from "./store.ts";
import { findFighting, mergeSpans } from "./timeline.ts";
import type { View } from "./view.ts";

const atlas = makeAtlas();

afterEach(speakEnglish);

describe("the fighting of a year", () => {
  const zone = { name: "", kind: "", precision: "", rows: ["fighting", "held"].map((status) => ({ status, label: "", controller: "" })) };
  const front = { ...zone, changes: { "2020-09-27": 0, "2020-11-10": 1 } };
  const border = { ...zone, changes: { "2019-12-30": 0, "2020-01-03": null, "2020-07-12": 0, "2020-07-17": 1, "2021-11-01": 0 } };
  const near = { ...zone, changes: { "2020-10-01": 0, "2020-10-04": 1, "2020-11-10": 0, "2020-11-12": 1 } };
  const find = (year: number) => findFighting({ zones: { front, border, near }, today: "2021-11-20" }, year);

  it("keeps to its days, and joins what meets", () => {
    expect(find(2020)).toEqual([
      ["2020-01-01", "2020-01-02"],
      ["2020-07-12", "2020-07-16"],
      ["2020-09-27", "2020-11-11"],
    ]);
    expect(find(2018)).toEqual([]);
  });
  it("speaks of no day to come", () => {
    expect(find(2021)).toEqual([["2021-11-01", "2021-11-20"]]);
  });
  it("leaves apart what a day of quiet parts", () => {
    expect(
      mergeSpans([
        ["2020-01-03", "2020-01-04"],
        ["2020-01-01", "2020-01-01"],
      ]),
    ).toHaveLength(2);
  });
});

describe("the index of a record", () => {
  it("knows the year of each event", () => {
    expect(atlas.events.map(({ id, year }) => [id, year])).toEqual([
      ["second", 2001],
      ["first", 2000],
      ["third", 2002],
    ]);
  });
  it("puts events in time", () => {
    expect(atlas.inTime.map(({ id }) => id)).toEqual(["first", "second", "third"]);
  });
  it("builds what holds once for all the days on which it does", () => {
    const { stateOn, eventsOn } = atlas.time;
    expect(stateOn("2001-03-01")).toBe(stateOn("2002-01-01"));
    expect(stateOn("2001-02-28")).not.toBe(stateOn("2001-03-01"));
    expect(stateOn("2001-03-01")).toBe(stateOn("2001-12-31"));
    expect(eventsOn("2000-05-08")).toBe(eventsOn("1999-01-01"));
    expect(eventsOn("2000-05-09")).toBe(eventsOn("2001-02-28"));
  });
  it("names an event it does not have", () => {
    expect(eventOf(atlas, "first").title).toBe("The first");
    expect(() => eventOf(atlas, "fourth")).toThrow("the record has no event fourth");
  });
});

describe("the day shown", () => {
  it("is the end of a year, today, the date chosen, or the first day of an event", () => {
    expect(dayOf(atlas, makeView({ year: 2000 }))).toBe("2000-12-31");
    expect(dayOf(atlas, makeView({ year: 2002 }))).toBe("2002-06-15");
    expect(dayOf(atlas, makeView({ year: 2000, date: "2000-02-29" }))).toBe("2000-02-29");
    expect(dayOf(atlas, makeView({ event: "third" }))).toBe("2002-01-02");
  });
  it("has a membership for each country, or none", () => {
    const of = (id: string, patch: Partial<View>) => membershipAt(atlas, makeView(patch), id);
    expect([2000, 2001, 2002].map((year) => of("KAZ", { year }))).toEqual(["none", "member", "former"]);
    expect(["2000-02-28", "2000-02-29", "2001-12-31", "2002-01-02"].map((date) => of("ARM", { date }))).toEqual([
      "none",
      "member",
      "member",
      "none",
    ]);
    expect(of("TJK", { year: 2000 })).toBe("none");
  });
  it("has its members", () => {
    const on = (date: string) => [...membersAt(atlas, makeView({ date }))];
    expect(["2000-02-28", "2000-02-29", "2001-03-01", "2002-01-02"].map(on)).toEqual([[], ["ARM"], ["ARM", "KAZ"], []]);
  });
  it("has a status for a zone, or none", () => {
    expect(zoneAt(atlas, makeView({ year: 2000 }), "valley")).toBeNull();
    expect(zoneAt(atlas, makeView({ year: 2001 }), "valley")?.controller).toBe("ARM");
    expect(
      ["2001-02-28", "2001-03-01", "2002-01-01", "2002-01-02"].map((date) => zoneAt(atlas, makeView({ date }), "valley")?.status),
    ).toEqual([undefined, "held", "held", undefined]);
  });
  it("has the events that go on, of a year those that begin in it", () => {
    const of = (patch: Partial<View>) => eventsAt(atlas, makeView(patch)).map(({ id }) => id);
    expect([of({ date: "2000-05-08" }), of({ date: "2000-05-09" }), of({ date: "2002-06-15" })]).toEqual([
      [],
      ["first"],
      ["first", "second", "third"],
    ]);
    expect([of({ year: 2001 }), of({ year: 2002, event: "third" })]).toEqual([["second"], ["third"]]);
  });
  it("is drawn as another if nothing changes between them", () => {
    const one = makeView({ year: 2001, date: "2001-03-02" });
    expect(isAlike(atlas, one, { ...one, date: "2001-12-30" })).toBe(true);
    expect(isAlike(atlas, one, { ...one, date: "2001-02-28" })).toBe(false);
    expect(isAlike(atlas, one, { ...one, date: null })).toBe(false);
    expect(isAlike(atlas, one, { ...one, panel: "ARM" })).toBe(false);
  });
});

describe("the days of an event", () => {
  const view = makeView({ year: 2001, event: "second", toward: "KAZ" });
  const on = (date: string | null) => ({ ...view, date });
  const read = (date: string | null) => stancesAt(atlas, on(date));
  it("show what was known by then", () => {
    expect(read("2001-03-01")).toEqual({ ARM: "SIL" });
    expect(read("2001-03-02")).toEqual(read("2001-03-03"));
    expect(read("2001-03-03")).toEqual({ ARM: "SIL", CSTO: "DIP" });
    expect(read("2001-03-04")).toBe(read(null));
  });
  it("are drawn as another only where a stance changes", () => {
    expect(isAlike(atlas, on("2001-03-02"), on("2001-03-03"))).toBe(true);
    expect(isAlike(atlas, on("2001-03-01"), on("2001-03-02"))).toBe(false);
    expect(dayOf(atlas, on("2001-03-02"))).toBe("2001-03-02");
  });
});

describe("a stance", () => {
  const view = makeView({ year: 2001, event: "second", toward: "KAZ" });
  it("is a code", () => {
    expect(stanceAt(atlas, view, "ARM")).toEqual({ code: "SIL", contested: false, other: undefined, weakness: "" });
  });
  it("has the other reading where sources disagree", () => {
    expect(stanceAt(atlas, view, "TJK")).toEqual({ code: "NEU", contested: true, other: "OPP", weakness: "" });
  });
  it("may be contested within one stance", () => {
    expect(stanceAt(atlas, view, "CSTO")).toEqual({ code: "NEU", contested: true, other: "NEU", weakness: "" });
  });
  it("may rest on weak evidence, contested or not", () => {
    expect(parseStance("DIP?group")).toEqual({ code: "DIP", contested: false, other: undefined, weakness: "group" });
    expect(parseStance("NEU*LEAN?opinion")).toEqual({ code: "NEU", contested: true, other: "LEAN", weakness: "opinion" });
  });
  it("is toward the reference party shown", () => {
    expect(stanceAt(atlas, { ...view, toward: "ARM" }, "KAZ")?.code).toBe("OPP");
  });
  it("is none without an event, or of one who took none", () => {
    expect(stanceAt(atlas, makeView(), "ARM")).toBeNull();
    expect(stanceAt(atlas, view, "KAZ")).toBeNull();
  });
});

describe("stances by one kind of answer", () => {
  const read = (mode: string, event = "second", toward = "KAZ") => stancesAt(atlas, makeView({ year: 2001, event, toward, mode }));
  it("are those of all claims, or what an actor has without a claim", () => {
    expect(read("votes")).toEqual({ ARM: "SIL", TJK: "NEU*OPP" });
    expect(read("words")).toEqual({ ARM: "PTY" });
    expect(read("votes", "second", "ARM")).toEqual({ KAZ: "OPP" });
    expect(read("deeds", "first", "ARM")).toEqual({});
  });
  it("can be others", () => {
    expect(read("deeds")).toEqual({ ARM: "PTY", CSTO: "DIP?" });
  });
  it("may be none but of parties and of those of whom nothing is known", () => {
    const view = makeView({ year: 2001, event: "second", toward: "KAZ" });
    expect(["deeds", "votes", "words", null].map((mode) => isEmptyMode(atlas, { ...view, mode }))).toEqual([false, false, true, false]);
  });
});

describe("names", () => {
  it("are of countries, organisations, else the id", () => {
    expect(["KAZ", "CSTO", "XXX"].map((id) => nameOf(atlas, id))).toEqual(["Kazakhstan", "CSTO secretariat", "XXX"]);
  });
  it("are listed as the language does", () => {
    expect(nameAll(atlas, ["KAZ", "ARM"])).toBe("Kazakhstan and Armenia");
    speakRussian();
    expect(nameAll(atlas, ["KAZ", "ARM"])).toBe("Kazakhstan и Armenia");
  });
});

describe("the store", () => {
  it("tells each follower what changed, and how", () => {
    const store = createStore(makeView({ year: 2000 }));
    const follower = vi.fn();
    store.subscribe(follower);
    store.set({ year: 2001 }, "moving");
    expect(follower).toHaveBeenCalledExactlyOnceWith(makeView({ year: 2001 }), makeView({ year: 2000 }), "moving");
  });
  it("has the new view while followers are told, in the order they came", () => {
    const store = createStore(makeView({ year: 2000 }));
    const seen: (string | number)[] = [];
    store.subscribe(() => seen.push("first", store.view.year));
    store.subscribe(() => seen.push("second"));
    store.set({ year: 2001 }, "settled");
    expect(seen).toEqual(["first", 2001, "second"]);
  });
  it("leaves the view before as it was", () => {
    const before = makeView({ year: 2000 });
    const store = createStore(before);
    store.set({ panel: "off" }, "quiet");
    expect(before.panel).toBeNull();
    expect(store.view).toEqual(makeView({ year: 2000, panel: "off" }));
  });
});

describe("positions of troops", () => {
  const at = (patch: Parameters<typeof makeView>[0]) => positionsAt(atlas, makeView({ layers: ["zones"], ...patch })).map(({ id }) => id);
  it("hold from their first day to their last, of a year on its last day and of an event on its first", () => {
    expect([at({ year: 2000 }), at({ year: 2001 }), at({ year: 2002 })]).toEqual([[], ["hill"], []]);
    expect([at({ event: "second" }), at({ event: "third" })]).toEqual([["hill"], []]);
  });
  it("are shown with the zones alone", () => {
    expect(at({ year: 2001, layers: ["members"] })).toEqual([]);
    expect(at({ year: 2001, layers: ["control"] })).toEqual(["hill"]);
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { makeAtlas, makeView, speakEnglish, speakRussian } from "../testing/atlas.ts";
import {
  dayOf,
  eventOf,
  isEmptyMode,
  membershipAt,
  momentOf,
  nameAll,
  nameOf,
  parseStance,
  positionsAt,
  stanceAt,
  stancesAt,
  zoneAt,
} from "./snapshot.ts";
import { createStore } from "./store.ts";

const atlas = makeAtlas();

afterEach(speakEnglish);

describe("the index of a record", () => {
  it("puts events behind the years, as moments", () => {
    expect(atlas.events.map(({ id, moment, year }) => [id, moment, year])).toEqual([
      ["second", 3, 2001],
      ["first", 4, 2000],
      ["third", 5, 2002],
    ]);
  });
  it("puts events in time", () => {
    expect(atlas.inTime.map(({ id }) => id)).toEqual(["first", "second", "third"]);
  });
  it("knows the members at each moment", () => {
    expect(atlas.memberSets.map((members) => [...members])).toEqual([["ARM"], ["ARM", "KAZ"], [], ["ARM"], ["ARM", "KAZ"], []]);
  });
  it("names an event it does not have", () => {
    expect(eventOf(atlas, "first").title).toBe("The first");
    expect(() => eventOf(atlas, "fourth")).toThrow("the record has no event fourth");
  });
});

describe("a moment", () => {
  it("is a year's or an event's", () => {
    expect(momentOf(atlas, makeView({ year: 2001 }))).toBe(1);
    expect(momentOf(atlas, makeView({ year: 2001, event: "second" }))).toBe(3);
  });
  it("stands for the end of a year, today, or the first day of an event", () => {
    expect(dayOf(atlas, makeView({ year: 2000 }))).toBe("2000-12-31");
    expect(dayOf(atlas, makeView({ year: 2002 }))).toBe("2002-06-15");
    expect(dayOf(atlas, makeView({ event: "third" }))).toBe("2002-01-02");
  });
  it("has a membership for each country, or none", () => {
    expect([0, 1, 2].map((moment) => membershipAt(atlas, "KAZ", moment))).toEqual(["none", "member", "former"]);
    expect(membershipAt(atlas, "TJK", 0)).toBe("none");
  });
  it("has a status for a zone, or none", () => {
    expect(zoneAt(atlas, "valley", 0)).toBeNull();
    expect(zoneAt(atlas, "valley", 1)?.controller).toBe("ARM");
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

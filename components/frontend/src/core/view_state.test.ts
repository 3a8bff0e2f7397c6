import { afterEach, describe, expect, it } from "vitest";
import { makeAtlas, makeView, speakEnglish, speakRussian } from "../testing/atlas.ts";
import { ownNames, pickToward, readLink, shorten, withLanguage, withVersion, writeLink } from "./view_state.ts";

const atlas = makeAtlas();
const read = (query: string, prefix = "") => readLink(query, atlas, prefix);

afterEach(speakEnglish);

describe("readLink", () => {
  it("shows the last year with the usual layers where nothing is said", () => {
    expect(read("")).toEqual({ view: makeView(), notices: [], language: null });
  });
  it("reads a year", () => {
    expect(read("?year=2000").view.year).toBe(2000);
  });
  it.each(["1999", "2003", "20000", "2001.0", "２００１", "", "2e3"])("refuses the year %j", (text) => {
    const { view, notices } = read(`?year=${text}`);
    expect(view.year).toBe(2002);
    expect(notices).toEqual([`year=${text} was ignored: not a year from 2000 to 2002`]);
  });
  it("reads an event, whose year and first reference party it takes", () => {
    expect(read("?event=second").view).toEqual(makeView({ year: 2001, event: "second", toward: "KAZ" }));
  });
  it("reads another reference party of the event", () => {
    expect(read("?event=second&toward=ARM").view.toward).toBe("ARM");
  });
  it("refuses a reference party of another event", () => {
    const { view, notices } = read("?event=second&toward=TJK");
    expect(view.toward).toBe("KAZ");
    expect(notices).toEqual(["toward=TJK was ignored: not a reference party of the event"]);
  });
  it("refuses a reference party without an event", () => {
    const { view, notices } = read("?toward=ARM");
    expect(view.toward).toBeNull();
    expect(notices).toHaveLength(1);
  });
  it("refuses an event the record does not have", () => {
    const { view, notices } = read("?event=unknown");
    expect(view.event).toBeNull();
    expect(notices).toEqual(["event=unknown was ignored: there is no event with this id"]);
  });
  it("takes the event's year before another", () => {
    const { view, notices } = read("?event=second&year=2000");
    expect(view.year).toBe(2001);
    expect(notices).toEqual(["year=2000 was ignored: the event is in 2001"]);
  });
  it("says nothing of a year that is the event's own", () => {
    expect(read("?event=second&year=2001").notices).toEqual([]);
  });
  it("reads a day, whose year it takes", () => {
    expect(read("?date=2001-05-09").view).toEqual(makeView({ year: 2001, date: "2001-05-09" }));
    expect(read("?date=2001-05-09&year=2001").notices).toEqual([]);
    expect(read("?b-date=2000-02-29&date=2001-05-09", "b-").view).toEqual(makeView({ year: 2000, date: "2000-02-29" }));
  });
  it.each(["2001-5-09", "20010509", "2001", "2001-05-09T00", "２００１-05-09", ""])("refuses the form of %j", (text) => {
    const { view, notices } = read(`?date=${text}`);
    expect([view.date, view.year]).toEqual([null, 2002]);
    expect(notices).toEqual([`date=${text} was ignored: not a date of the form YYYY-MM-DD`]);
  });
  it.each(["1999-12-31", "2002-06-16", "2002-13-01"])("refuses %s, before the first day or after today", (text) => {
    expect(read(`?date=${text}`).notices).toEqual([`date=${text} was ignored: not a day from 2000-01-01 to 2002-06-15`]);
  });
  it.each(["2001-02-29", "2001-04-31", "2001-00-01"])("refuses %s, which does not exist", (text) => {
    expect(read(`?date=${text}`).notices).toEqual([`date=${text} was ignored: there is no such day`]);
  });
  it("takes the date's year before another", () => {
    const { view, notices } = read("?date=2001-05-09&year=2000");
    expect(view.year).toBe(2001);
    expect(notices).toEqual(["year=2000 was ignored: the date is in 2001"]);
  });
  it.each(["2001-03-01", "2001-03-04"])("reads %s, a day of the event", (date) => {
    const { view, notices } = read(`?event=second&date=${date}`);
    expect(view).toEqual(makeView({ year: 2001, event: "second", toward: "KAZ", date }));
    expect(notices).toEqual([]);
    expect(writeLink(view, atlas)).toBe(`date=${date}&event=second`);
  });
  it.each(["2001-02-28", "2001-03-05"])("refuses %s, which is no day of the event", (date) => {
    const { view, notices } = read(`?event=second&date=${date}`);
    expect(view).toEqual(makeView({ year: 2001, event: "second", toward: "KAZ" }));
    expect(notices).toEqual([`date=${date} was ignored: the days of the event are from 2001-03-01 to 2001-03-04`]);
  });
  it("reads layers in the order of the map", () => {
    expect(read("?layers=control,members").view.layers).toEqual(["members", "control"]);
  });
  it("reads no layers at all", () => {
    expect(read("?layers=none").view.layers).toEqual([]);
  });
  it.each(["members,members", "members,unknown", "none,members", ""])("refuses the layers %j", (text) => {
    const { view, notices } = read(`?layers=${text}`);
    expect(view.layers).toEqual(["members", "labels"]);
    expect(notices).toHaveLength(1);
  });
  it("reads a position", () => {
    expect(read("?at=41.5,-3,4.25").view.at).toEqual([41.5, -3, 4.25]);
  });
  it.each(["41.5,60", "41.5,60,4,1", "90,60,4", "41,160,4", "41,60,1", "4e1,60,4", "+41,60,4", "41.00000000001,60,4", " 41,60,4"])(
    "refuses the position %j",
    (text) => {
      const { view, notices } = read(`?at=${encodeURIComponent(text)}`);
      expect(view.at).toBeNull();
      expect(notices).toEqual([`at=${text} was ignored: not latitude,longitude,zoom within this map`]);
    },
  );
  it("reads a panel of a country, of a zone, and a closed one", () => {
    expect(["KAZ", "valley", "off"].map((id) => read(`?panel=${id}`).view.panel)).toEqual(["KAZ", "valley", "off"]);
  });
  it("refuses a panel that every object would have", () => {
    const { view, notices } = read("?panel=constructor");
    expect(view.panel).toBeNull();
    expect(notices).toEqual(["panel=constructor was ignored: there is no country or zone with this id"]);
  });
  it("reads a language and refuses an unknown one", () => {
    expect(read("?lang=ru").language).toBe("ru");
    const refused = read("?lang=fr");
    expect([refused.language, refused.notices]).toEqual([null, ["lang=fr was ignored: the atlas is not available in this language"]]);
  });
  it("takes the first of two values", () => {
    expect(read("?year=2000&year=2001").view.year).toBe(2000);
  });
  it("reads its own parameters by prefix, shared ones without", () => {
    const { view } = read("?year=2000&b_year=2001&at=41,60,4", "b_");
    expect([view.year, view.at]).toEqual([2001, [41, 60, 4]]);
  });
  it("cuts a refused value that is long, between letters", () => {
    const [notice] = read(`?event=${"😀".repeat(80)}`).notices;
    expect(notice).toBe(`event=${"😀".repeat(59)}… was ignored: there is no event with this id`);
  });
});

describe("writeLink", () => {
  it("writes nothing of the usual view", () => {
    expect(writeLink(makeView(), atlas)).toBe("");
  });
  it("names the year of the second of two maps always", () => {
    expect(writeLink(makeView(), atlas, "b_")).toBe("b_year=2002");
  });
  it("names a date without its year, also of the last one", () => {
    expect(writeLink(makeView({ date: "2002-05-09" }), atlas)).toBe("date=2002-05-09");
    expect(writeLink(makeView({ year: 2001, date: "2001-05-09" }), atlas, "b-")).toBe("b-date=2001-05-09");
  });
  it("names an event without its year", () => {
    expect(writeLink(makeView({ year: 2001, event: "second", toward: "KAZ" }), atlas)).toBe("event=second");
  });
  it("names a reference party that is not the first", () => {
    expect(writeLink(makeView({ year: 2001, event: "second", toward: "ARM" }), atlas)).toBe("event=second&toward=ARM");
  });
  it("names layers, and that there are none", () => {
    expect(writeLink(makeView({ layers: ["zones"] }), atlas)).toBe("layers=zones");
    expect(writeLink(makeView({ layers: [] }), atlas)).toBe("layers=none");
  });
  it("rounds a position half up, without trailing zeros or a minus before zero", () => {
    expect(writeLink(makeView({ at: [41.0005, -0.0004, 4.256] }), atlas)).toBe("at=41.001,0,4.26");
    expect(writeLink(makeView({ at: [41.5, -3.25, 4] }), atlas)).toBe("at=41.5,-3.25,4");
  });
  it("gives no prefix to what both maps share", () => {
    expect(writeLink(makeView({ year: 2000, layers: ["zones"], panel: "off" }), atlas, "b_")).toBe("b_year=2000&layers=zones&b_panel=off");
  });
  it("is read as what was written", () => {
    const view = makeView({
      year: 2001,
      event: "second",
      toward: "ARM",
      layers: ["zones", "control"],
      at: [41.5, 60.25, 4],
      panel: "valley",
    });
    expect(read(`?${writeLink(view, atlas)}`)).toEqual({ view, notices: [], language: null });
  });
});

describe("the language of a link", () => {
  it("is that spoken, in place of the one given", () => {
    speakRussian();
    expect(withLanguage("?lang=en&year=2000&lang=ru")).toBe("year=2000&lang=ru");
  });
  it("leaves a parameter whose name only begins so", () => {
    expect(withLanguage("language=x&lang")).toBe("language=x&lang=en");
  });
  it("is all there is of the usual view", () => {
    expect(withLanguage("")).toBe("lang=en");
  });
});

describe("pieces", () => {
  it("names what a map writes", () => {
    expect([...ownNames("b_")]).toEqual(["b_year", "b_date", "b_event", "b_toward", "b_mode", "b_panel", "layers", "at", "v"]);
  });
  it("picks the first reference party where none is asked for", () => {
    const event = { references: ["KAZ", "ARM"] };
    expect([null, undefined, "", "TJK", "ARM"].map((wanted) => pickToward(event, wanted))).toEqual(["KAZ", "KAZ", "KAZ", "KAZ", "ARM"]);
  });
  it("leaves a text of sixty letters whole", () => {
    expect(shorten("x".repeat(60))).toBe("x".repeat(60));
    expect(shorten("x".repeat(61))).toBe(`${"x".repeat(59)}…`);
  });
});

describe("withVersion", () => {
  it.each([
    ["http://a/?event=x&lang=en", "http://a/?event=x&lang=en&v=2.0.0"],
    ["http://a/stories", "http://a/stories?v=2.0.0"],
    ["http://a/stories?lang=en#story=abc", "http://a/stories?lang=en&v=2.0.0#story=abc"],
    ["", ""],
  ])("names the version in %j", (link, cited) => {
    expect(withVersion(link, "2.0.0")).toBe(cited);
  });
  it("leaves a link where no version is known", () => {
    expect(withVersion("http://a/", undefined)).toBe("http://a/");
  });
  it("takes the place of one that the address has", () => {
    expect(withVersion(`http://a/?${withLanguage("?v=1.0.0&event=x")}`, "2.0.0")).toBe("http://a/?event=x&lang=en&v=2.0.0");
  });
});

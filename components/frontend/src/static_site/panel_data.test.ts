import { describe, expect, it } from "vitest";
import { describeView } from "./panel_data.ts";

describe("what the panel says of a view", () => {
  const dossier = {
    id: "war",
    title: "War",
    date_start: "2016-04-02",
    date_end: null,
    toward: { id: "ARM", name: "Armenia" },
    stances: [{ actor: { id: "KAZ", name: "Kazakhstan" }, code: "NEU", claims: [{ id: "word" }, { id: "deed" }] }],
  };
  const documents: Record<string, unknown> = {
    "dossiers.json": { war: { ARM: dossier } },
    "panel-years.json": { 2016: { panel: "year", year: 2016 } },
    "panel-days.json": {
      states: { "1991-01-01": { members: [], zones: [] }, "2016-04-02": { members: ["KAZ"], zones: ["valley-2"] } },
      names: { KAZ: "Kazakhstan" },
      zones: { "valley-2": { id: "valley", name: "The valley", status: "fighting", label: "War", controller: "" } },
      changes: [{ day: "2016-04-02" }, { day: "2016-04-03" }],
      events: [
        { id: "war", date_start: "2016-04-02", date_end: "2016-04-05" },
        { id: "crisis", date_start: "2016-04-05", date_end: null },
      ],
    },
    "panel-subjects.json": {
      KAZ: { panel: "country", id: "KAZ", view: {} },
      BLR: { panel: "country", id: "BLR", view: {} },
      valley: { panel: "zone", id: "valley" },
    },
  };
  const read = <T>(name: string) => Promise.resolve(documents[name] as T);
  const describeAt = (view: object) =>
    describeView({ year: 2016, date: null, event: null, toward: null, panel: null, mode: null, ...view }, read);
  const war = { event: "war", toward: "ARM" };

  it("is the year's without a subject, also when the panel was closed", async () => {
    await expect(describeAt({})).resolves.toEqual({ panel: "year", year: 2016 });
    await expect(describeAt({ panel: "off" })).resolves.toEqual({ panel: "year", year: 2016 });
  });
  it("is the event's where there is one", async () => {
    await expect(describeAt(war)).resolves.toEqual({ panel: "event", ...dossier });
  });
  it("is the event's by one kind of answer, with the claims of that kind", async () => {
    const row = { code: "MAT", label: "Material", claims: ["deed"] };
    const other = { deeds: { war: { ARM: { KAZ: row } } } };
    const readings = { modes: { deeds: ["deed"] }, codes: ["MAT", "ND"], none: { code: "ND", label: "No data" }, other };
    const found = await describeView({ year: 2016, date: null, panel: null, mode: "deeds", ...war }, (name) =>
      name === "readings.json" ? Promise.resolve(readings as never) : read(name),
    );
    expect(found).toMatchObject({
      panel: "event",
      mode: "deeds",
      stances: [{ actor: { id: "KAZ" }, code: "MAT", contested: false, claims: [{ id: "deed" }] }],
    });
  });
  it("is the date's, from what holds from the last change on", async () => {
    const on = async (date: string) => {
      const content = await describeAt({ date });
      if (content.panel !== "day") throw new Error(content.panel);
      const { members, zones, changes, events } = content;
      return [members.map(({ name }) => name), zones.map(({ label }) => label), changes.length, events.map(({ id }) => id)];
    };
    await expect(on("2016-04-01")).resolves.toEqual([[], [], 0, []]);
    await expect(on("2016-04-02")).resolves.toEqual([["Kazakhstan"], ["War"], 1, ["war"]]);
    await expect(on("2016-04-05")).resolves.toEqual([["Kazakhstan"], ["War"], 0, ["war", "crisis"]]);
    await expect(on("2017-01-01")).resolves.toEqual([["Kazakhstan"], ["War"], 0, ["crisis"]]);
    await expect(describeAt({ date: "2016-04-02", panel: "KAZ" })).resolves.toMatchObject({
      id: "KAZ",
      date: "2016-04-02",
      view: { date: "2016-04-02" },
    });
  });
  it("is a country's at a year, which its links keep", async () => {
    await expect(describeAt({ panel: "KAZ" })).resolves.toEqual({ panel: "country", id: "KAZ", date: null, view: { year: "2016" } });
  });
  it("is a country's at an event, with its stance there", async () => {
    await expect(describeAt({ ...war, panel: "KAZ" })).resolves.toMatchObject({
      panel: "country",
      shown: { id: "war", title: "War", date_start: "2016-04-02", date_end: null },
      here: { code: "NEU" },
      here_toward: { id: "ARM" },
      view: war,
    });
  });
  it("is a country's that took no stance there", async () => {
    await expect(describeAt({ ...war, panel: "BLR" })).resolves.toMatchObject({ here: null });
  });
  it("is a zone's, which has no stance", async () => {
    const content = await describeAt({ ...war, panel: "valley" });
    expect(content).toMatchObject({ panel: "zone", shown: { id: "war" } });
    expect(content).not.toHaveProperty("here");
  });
});

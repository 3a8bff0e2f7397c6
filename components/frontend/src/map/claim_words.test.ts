import { describe, expect, it } from "vitest";
import { sayClaim } from "./claim_words.ts";
import type { SearchDocument } from "../search/content.ts";

type Row = NonNullable<SearchDocument["claims"]>[number][number];
const row = (date: string, stance: string, certainty: string, mode: string, summary: string): Row => [
  ...([1, date, "BLR", "ARM", stance, certainty, mode, 0, 0] as const),
  summary,
];
const document = {
  events: [["war", "War", "2016-04-02", "2016-04-05", "", "", [], ""]] as SearchDocument["events"],
  sources: [["kucera-2016", "Joshua Kucera", "A title", "EurasiaNet", "2016-04-07"]] as SearchDocument["sources"],
  speakers: [["Ministry of Foreign Affairs", "MFA"]],
  readings: { deeds: ["deed"], words: ["statement"] },
  claims: [
    [
      row("2016-04-04", "LEAN", "group", "deed", "Named in a list."),
      row("2016-04-02", "LEAN", "quoted", "statement", "Cites resolutions."),
      row("2016-04-03", "LEAN", "explicit", "statement", `Asks for ${"territorial integrity, ".repeat(12)}again.`),
      row("2016-04-05", "NEU", "quoted", "statement", "Calls on both."),
    ],
  ],
};
const view = { event: "war", toward: "ARM", date: null, mode: null };

describe("the words on the card of a country", () => {
  it("are those of the surest and last claim of the stance shown, in short", () => {
    const [said, source] = sayClaim(document, view, "BLR", "LEAN");
    expect(said).toMatch(/^Ministry of Foreign Affairs, 3 April 2016: Asks for territorial integrity, .*integrity…$/);
    expect(said.length).toBeLessThan(250);
    expect(source).toBe("Joshua Kucera 2016 · explicit");
    expect(sayClaim(document, view, "BLR", "NEU")[0]).toContain("Calls on both.");
  });
  it("are of the day and the kind of answer shown", () => {
    expect(sayClaim(document, { ...view, date: "2016-04-02" }, "BLR", "LEAN")[0]).toContain("Cites resolutions.");
    expect(sayClaim(document, { ...view, mode: "deeds" }, "BLR", "LEAN")[0]).toContain("Named in a list.");
  });
  it("are none where nothing was said", () => {
    expect(sayClaim(document, view, "BLR", "ND")).toEqual([]);
    expect(sayClaim(document, { ...view, event: "peace" }, "BLR", "LEAN")).toEqual([]);
  });
});

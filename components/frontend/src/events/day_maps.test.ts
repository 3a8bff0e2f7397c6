// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { makePatternHolder } from "../ui/svg_pattern.ts";
import { readStances, renderDays } from "./day_maps.ts";
import type { Stance } from "../core/record.ts";
import type { Dossier, DossierPage } from "./content.ts";

const words = { id: "word", label: "Neutral", summary: "It asked both to stop.", date: "2016-04-04", certainty: "explicit", speaker: "" };
const rest = { contested: false, readings: [], adjudicated: false, rule: "", reason: "", reason_source: null, member: true };
const stanceOf = (id: string, name: string, code: string, claims: unknown[] = []) =>
  ({ ...rest, actor: { id, name }, code, label: code, claims }) as unknown as Stance;
const event = {
  id: "war",
  toward: { id: "ARM", name: "Armenia" },
  parties: [],
  stances: [stanceOf("KAZ", "Kazakhstan", "NEU", [words]), stanceOf("UZB", "Uzbekistan", "LEAN")],
  days: [
    { number: 0, date: "2016-04-02", changes: [] },
    {
      number: 2,
      date: "2016-04-04",
      changes: [
        { actor: "KAZ", before: { code: "LEAN", label: "Leans" }, after: { code: "NEU", label: "Neutral" }, claim: "word" },
        { actor: "UZB", before: null, after: { code: "LEAN", label: "Leans" }, claim: "none" },
      ],
    },
  ],
} as unknown as Dossier;

describe("the days that mattered at an event", () => {
  it("go back from all that is known to what was known by the end of each", () => {
    const codes = (place: number) => Object.fromEntries([...readStances(event, place)].map(([id, { code }]) => [id, code]));
    expect(codes(1)).toEqual({ KAZ: "NEU", UZB: "LEAN" });
    expect(codes(0)).toEqual({ KAZ: "LEAN" });
  });
  it("lead to the map on the day, and say who changed into what by whose words", () => {
    const palette = { stance: {}, mark: {}, base: {}, event: {}, patterns: {} } as unknown as DossierPage["palette"];
    const addresses = { countries: "none:", labels: "none:" };
    document.body.append(...renderDays(event, palette, addresses, makePatternHolder()));
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".day-maps a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "./?event=war&toward=ARM&date=2016-04-02",
      "./?event=war&toward=ARM&date=2016-04-04",
    ]);
    expect(links[1].textContent).toBe("Day 2 4 April 2016");
    const [first, second] = document.querySelectorAll(".day-list > li");
    expect(first.textContent).toContain("No position is dated to this day.");
    expect(second.querySelector("[data-actor=KAZ]")?.textContent).toMatch(/Kazakhstan\s*Leans\s*→\s*Neutral.*It asked both to stop\./s);
  });
  it("are none where all was known on the first", () => {
    expect(renderDays({ ...event, days: [] }, {} as never, { countries: "", labels: "" }, makePatternHolder())).toEqual([]);
  });
});

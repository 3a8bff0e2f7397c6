// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { findWords, linkWords } from "./case_facts.ts";
import { FileError, makeFile, parseCoding, readFile } from "./coding_file.ts";
import { compareFiles, settleFiles } from "./comparison.ts";
import { joinKey, keyOf } from "./content.ts";
import { readDraft, writeDraft } from "./draft.ts";
import type { CodedCell, Coding } from "./content.ts";

const HOSTILE = '<img src=x onerror="alert(1)">{{ 7*7 }} =1+1\u202e';
const cell = (event_id: string, stance: string): CodedCell => ({
  ...{ event_id, actor: "RUS", toward: "ARM", source_id: "a-source", stance, certainty: "explicit", mode: "statement" },
  ...{ unread: false, note: HOSTILE, note_ru: HOSTILE },
});
const coding = (coder: string, ...cells: CodedCell[]): Coding => ({
  ...{ format: 1, record: "2.0.0", coder, seed: 7, core: 1, others: 2, drawn_on: "2026-12-01", cells },
});
const SCALE = ["DIP", "TEP", "NEU"].map((code, at) => ({ code, ordinal: 2 - at, label: code, when: "", unless: "" }));

describe("a file", () => {
  it("is read as it was written, without what nobody asked for", () => {
    const made = coding(HOSTILE, cell("war", "DIP"));
    const text = JSON.stringify(made).replace('"seed"', '"__proto__":{"seed":1},"other":1,"seed"');
    expect(parseCoding(JSON.parse(text))).toEqual(made);
    expect(writeDraft(made)).toBe(true);
    expect(readDraft()).toEqual(made);
    expect(makeFile(coding("../<b>Ёж", cell("war", "DIP"))).name).toBe("coding-7-b-ёж.json");
  });

  it.each([
    ["cells", []],
    ["cells", [{ ...cell("war", "DIP"), stance: "<b>" }]],
    ["cells", [{ ...cell("war", "DIP"), note: "two\nlines" }]],
    ["cells", [cell("war", "DIP"), cell("war", "TEP")]],
    ["cells", [null]],
    ["seed", 1.5],
    ["core", -1],
    ["coder", ""],
    ["coder", "x".repeat(201)],
    ["drawn_on", "2026-02-30"],
  ])("with a wrong %s is refused by its place", (name, value) => {
    const made = { ...coding("A", cell("war", "DIP")), [name]: value };
    expect(() => parseCoding(made)).toThrow(FileError);
    expect(() => parseCoding(made)).toThrow(name);
  });

  it("of another kind or size is refused", async () => {
    await expect(readFile(new File(["{"], "a.json"))).rejects.toThrow("a.json is no JSON file.");
    await expect(readFile(new File(["x".repeat(2_000_001)], "a.json"))).rejects.toThrow("larger than 2 MB");
    for (const other of [null, [], 1, { format: 1, changes: [] }]) expect(() => parseCoding(other)).toThrow("no file of coded cases");
  });
});

describe("two files", () => {
  const first = coding("A", cell("one", "DIP"), cell("two", "TEP"), cell("three", "NEU"), cell("only", "NEU"));
  const second = coding("B", cell("three", "NEU"), cell("two", "NEU"), cell("one", "DIP"), { ...cell("only", ""), unread: true });

  it("are compared on the cases that both have coded, whichever comes first", () => {
    const { agreement, differences, alone, isSameDraw } = compareFiles(first, second, SCALE);
    expect(agreement).toMatchObject({ cells: 3, placed: 3, same: 2 / 3 });
    expect(compareFiles(second, first, SCALE).agreement).toEqual(agreement);
    expect(differences.map(({ first: own }) => own.event_id)).toEqual(["two"]);
    expect([alone, isSameDraw]).toEqual([1, true]);
    expect(compareFiles(first, { ...second, seed: 8 }, SCALE).isSameDraw).toBe(false);
    expect(compareFiles(first, coding("B", cell("else", "DIP")), SCALE).agreement).toBeNull();
  });

  it("become one, in which what is not settled has no code", () => {
    const { differences } = compareFiles(first, second, SCALE);
    const settle = (chosen: Map<string, CodedCell>) => settleFiles(first, second, differences, chosen).cells.map(({ stance }) => stance);
    expect(settle(new Map())).toEqual(["DIP", "", "NEU", "NEU"]);
    const taken = differences[0].second;
    expect(settle(new Map([[joinKey(keyOf(taken)), taken]]))).toEqual(["DIP", "NEU", "NEU", "NEU"]);
  });
});

describe("a place in a source", () => {
  it("is linked by its words alone, and only on the web", () => {
    expect(findWords('near "left the Yerevan airport"')).toBe("left the Yerevan airport");
    expect(findWords("roll call, A/RES/78/283")).toBe("");
    expect(findWords("§5")).toBe("");
    const address = ["https:", "", "example.org", "a"].join("/");
    expect(linkWords(address, "so-called left, & right")).toBe(`${address}#:~:text=so%2Dcalled%20left%2C%20%26%20right`);
    expect(linkWords(`${address}#part`, "three words here")).toBe("");
    expect(linkWords("javascript:alert(1)", "three words here")).toBe("");
  });
});

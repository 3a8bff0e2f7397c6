import { beforeEach, describe, expect, it, vi } from "vitest";
import { makeAtlas, makeView } from "../testing/atlas.ts";
import { keepView, makeStepOf, readDraft, replaceDraft, popReplacedDraft, writeDraft } from "./draft_storage.ts";
import { emptyStory, LIMITS, makeStep } from "./story_schema.ts";
import type { Story } from "./story_schema.ts";

const DRAFT = "atlas-story-draft";
const atlas = makeAtlas();
const story = (title: string): Story => ({ ...emptyStory(), title: { en: title }, steps: [makeStep("year=2000", { en: "One" })] });
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  });
});

describe("the draft", () => {
  it("is empty at first", () => {
    expect(readDraft()).toEqual(emptyStory());
  });
  it("is read as it was written", () => {
    expect(writeDraft(story("Mine"))).toBe(true);
    expect(readDraft()).toEqual(story("Mine"));
  });
  it.each(["{", "[]", '{"steps": 3}', '{"title": {"en": 7}}'])("counts as none where %s is kept", (text) => {
    kept.set(DRAFT, text);
    expect(readDraft()).toEqual(emptyStory());
  });
  it("says so when the browser keeps nothing", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(writeDraft(story("Mine"))).toBe(false);
    expect(readDraft()).toEqual(emptyStory());
    expect(popReplacedDraft()).toBeNull();
  });
});

describe("replacing the draft", () => {
  it("sets the former one aside, once", () => {
    writeDraft(story("Old"));
    expect(replaceDraft(story("New"))).toBe(true);
    expect(readDraft().title.en).toBe("New");
    expect(popReplacedDraft()?.title.en).toBe("Old");
    expect(popReplacedDraft()).toBeNull();
  });
  it("sets nothing aside where there were no steps", () => {
    replaceDraft(story("New"));
    expect(popReplacedDraft()).toBeNull();
  });
});

describe("a view as a step", () => {
  it("is headed by its year, without its panel", () => {
    expect(makeStepOf(makeView({ year: 2000, panel: "KAZ" }), atlas, "2000")).toMatchObject({
      view: "year=2000",
      headline: { en: "2000" },
      events: [],
    });
  });
  it("is headed by its event, which is its evidence", () => {
    expect(makeStepOf(makeView({ year: 2001, event: "second", toward: "KAZ" }), atlas, "The second")).toMatchObject({
      view: "event=second",
      headline: { en: "The second" },
      events: ["second"],
    });
  });
  it("comes last in the draft", () => {
    expect(keepView(makeView({ year: 2000 }), atlas, "A view")).toBe("Added to your briefing as step 1. Open it in Briefings.");
    expect(keepView(makeView({ year: 2001 }), atlas, "A view")).toBe("Added to your briefing as step 2. Open it in Briefings.");
    expect(readDraft().steps.map((step) => step.view)).toEqual(["year=2000", "year=2001"]);
  });
  it("is not added to a full story", () => {
    const steps = Array.from({ length: LIMITS.steps }, () => makeStep("", {}));
    writeDraft({ ...emptyStory(), steps });
    expect(keepView(makeView(), atlas, "A view")).toBe("Your briefing is full (60 steps)");
    expect(readDraft().steps).toHaveLength(60);
  });
  it("is not added where the browser keeps nothing", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(keepView(makeView(), atlas, "A view")).toBe("This browser does not keep drafts, so the view was not added");
  });
});

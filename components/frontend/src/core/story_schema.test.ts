import { afterEach, describe, expect, it } from "vitest";
import { speakEnglish, speakRussian } from "../testing/atlas.ts";
import {
  checkStory,
  checkViews,
  cleanText,
  emptyStory,
  lengthOf,
  LIMITS,
  makeStep,
  pickText,
  plainStory,
  formatLength,
  StoryError,
} from "./story_schema.ts";
import { ruleNames, describeError, describeProblem } from "./validation_messages.ts";

const storyOf = (step: object, more: object = {}) => ({ title: { en: "A story" }, steps: [{ view: "year=2000", ...step }], ...more });

/** The rule that a story breaks. */
function ruleOf(value: unknown) {
  try {
    checkStory(value);
  } catch (error) {
    if (error instanceof StoryError) return error.problem.rule;
    throw error;
  }
  return "";
}

/** The message that a story is refused with. */
function messageOf(value: unknown) {
  try {
    checkStory(value);
  } catch (error) {
    return describeError(error);
  }
  return "";
}

afterEach(speakEnglish);

describe("checkStory", () => {
  it("fills in what may be left out", () => {
    expect(checkStory({})).toEqual(emptyStory());
    expect(checkStory(storyOf({})).steps).toEqual([{ view: "year=2000", headline: {}, text: {}, notes: {}, seconds: 10, events: [] }]);
  });
  it("keeps texts in both languages and drops empty ones", () => {
    expect(checkStory({ title: { en: "Calm", ru: "" } }).title).toEqual({ en: "Calm" });
    expect(checkStory({ title: { en: "Calm", ru: "Тишь" } }).title).toEqual({ en: "Calm", ru: "Тишь" });
  });
  it("takes no id from outside", () => {
    expect(messageOf({ id: "mine" })).toBe("id: unknown key");
  });
  it.each([
    ["text", "a story"],
    ["a list", []],
    ["nothing", null],
  ])("refuses %s in place of a story", (_name, value) => {
    expect(messageOf(value)).toBe("must be a mapping of keys to values");
  });
  it("names the key that is unknown, by its step", () => {
    expect(messageOf(storyOf({ colour: "red" }))).toBe("step 1, colour: unknown key");
  });
  it("cuts the name of an unknown key", () => {
    expect(messageOf({ ["k".repeat(100)]: 1 })).toBe(`${"k".repeat(60)}: unknown key`);
  });
  it("asks each step for its view", () => {
    expect(messageOf({ steps: [{ seconds: 3 }] })).toBe("step 1, view: missing key");
  });
  it("knows a text from a number", () => {
    expect(messageOf({ title: { en: 2020 } })).toBe("title, en: must be text; put it in quotes");
  });
  it("refuses a text in a third language", () => {
    expect(messageOf({ title: { fr: "Calme" } })).toBe("title, fr: unknown key");
  });
  it("counts letters, not code units", () => {
    expect(ruleOf({ title: { en: "😀".repeat(LIMITS.title) } })).toBe("");
    expect(messageOf({ title: { en: "😀".repeat(LIMITS.title + 1) } })).toBe("title, en: longer than 120 characters");
  });
  it.each(["\u0007", "\u0085", "\u2028", "\ufeff", "\ud800"])("refuses the character %j", (character) => {
    expect(ruleOf({ title: { en: `a${character}b` } })).toBe("control");
  });
  it("takes line breaks and tabs for text", () => {
    expect(checkStory({ title: { en: "a\n\tb" } }).title.en).toBe("a\n\tb");
  });
  it("keeps seconds within their limits", () => {
    expect(messageOf(storyOf({ seconds: 1.99 }))).toBe("step 1, seconds: must be from 2 to 120");
    expect(messageOf(storyOf({ seconds: 121 }))).toBe("step 1, seconds: must be from 2 to 120");
    expect([2, 120, 7.126].map((seconds) => checkStory(storyOf({ seconds })).steps[0].seconds)).toEqual([2, 120, 7.13]);
  });
  it.each(["10", NaN, Infinity, true])("refuses %j seconds", (seconds) => {
    expect(ruleOf(storyOf({ seconds }))).toBe("number");
  });
  it("refuses more steps and events than a story has", () => {
    const steps = Array.from({ length: LIMITS.steps + 1 }, () => ({ view: "" }));
    expect(messageOf({ steps })).toBe("steps: more than 60 items");
    expect(ruleOf({ steps: steps.slice(1) })).toBe("");
    expect(ruleOf(storyOf({ events: Array.from({ length: 9 }, (_each, at) => `event-${at}`) }))).toBe("many");
  });
  it("refuses what is no list", () => {
    expect(messageOf({ steps: "two" })).toBe("steps: must be a list");
  });
  it.each(["April", "april_war", "-april", "april--war", "a".repeat(61), 16])("refuses the event %j", (event) => {
    expect(ruleOf(storyOf({ events: [event] }))).toBe("name");
  });
  it("names the second step as the second", () => {
    expect(messageOf({ steps: [{ view: "" }, { view: "x".repeat(301) }] })).toBe("step 2, view: longer than 300 characters");
  });
  it("speaks the visitor's language", () => {
    speakRussian({ "unknown key": "неизвестный ключ" });
    expect(messageOf({ id: "mine" })).toBe("id: неизвестный ключ");
  });
});

describe("checkViews", () => {
  const story = checkStory({ steps: [{ view: "year=2000" }, { view: "year=1" }] });
  it("names the first step whose link is wrong", () => {
    const read = (view: string) => ({ notices: view === "year=1" ? ["year=1 was ignored"] : [] });
    let said = "";
    try {
      checkViews(story, read);
    } catch (error) {
      said = describeError(error);
    }
    expect(said).toBe("step 2, view: not a valid view: year=1 was ignored");
  });
  it("gives the story back where every link is right", () => {
    expect(checkViews(story, () => ({ notices: [] }))).toBe(story);
  });
});

describe("texts of a story", () => {
  it("are picked in the language, else in the other", () => {
    expect(pickText({ en: "a", ru: "б" }, "ru")).toBe("б");
    expect(pickText({ en: "a" }, "ru")).toBe("a");
    expect(pickText({ ru: "б" }, "en")).toBe("б");
    expect(pickText({}, "en")).toBe("");
  });
  it("are cleaned of what is no text, and cut between letters", () => {
    expect(cleanText("a\r\nb\rc\u0000\u2028d", 20)).toBe("a\nb\ncd");
    expect(cleanText("😀😀😀", 2)).toBe("😀😀");
    expect(cleanText("a\ud800", 5)).toBe("a\ufffd");
  });
  it("are clean enough for the rules, whatever was typed", () => {
    const typed = `\u0001${"ш\ud800\r".repeat(200)}`;
    expect(ruleOf({ title: { ru: cleanText(typed, LIMITS.title) } })).toBe("");
  });
});

describe("lengths", () => {
  it("are the sum of the steps", () => {
    const steps = [{ ...makeStep("", {}), seconds: 2.5 }, makeStep("", {})];
    expect(lengthOf({ ...emptyStory(), steps })).toBe(12.5);
  });
  it("are minutes and seconds", () => {
    expect([0, 5, 59.6, 65, 600].map(formatLength)).toEqual(["0:00", "0:05", "1:00", "1:05", "10:00"]);
  });
  it("has no id in what is carried", () => {
    expect(Object.keys(plainStory({ ...emptyStory(), id: "x" }))).toEqual(["title", "description", "steps"]);
  });
});

describe("describeProblem", () => {
  it("gives the line, the key and its value", () => {
    expect(describeProblem({ line: 3, key: "seconds", value: "1", rule: "range", values: { least: "2", most: "120" } })).toBe(
      "line 3: seconds “1”: must be from 2 to 120",
    );
  });
  it("leaves out what is not known", () => {
    expect(describeProblem({ key: "", rule: "empty" })).toBe("the file is empty");
    expect(describeProblem({ key: "", value: "x", rule: "tag" })).toBe("“x”: tags are not allowed");
  });
  it("has words for every rule it names", () => {
    const said = ruleNames().map((rule) => describeProblem({ key: "", rule, values: { most: "1", least: "0", why: "why" } }));
    expect(new Set(said).size).toBe(ruleNames().length);
    expect(said.filter((text) => /[{}]/.test(text))).toEqual([]);
  });
});

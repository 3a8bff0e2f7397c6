import { describe, expect, it } from "vitest";
import { checkStory, emptyStory, makeStep } from "../core/story_schema.ts";
import { findStory, LONGEST_LINK, encodeStory, decodeStory, writeHash, writeYaml } from "./story_codec.ts";
import type { Story } from "../core/story_schema.ts";

const STORY: Story = checkStory({
  title: { en: "Three leave", ru: "Трое уходят" },
  description: { en: 'With "quotes", a: colon and\na line break' },
  steps: [
    { view: "year=1999&layers=members,labels", headline: { en: "#1 — 😀" }, seconds: 7.5, events: ["tashkent-1999"] },
    { view: "", headline: {}, layers: ["Mine: <b>"] },
  ],
  layers: "AAAA",
});

/** What a text is deflated to, in the letters of a link. */
async function deflate(text: string) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

describe("a story in a link", () => {
  it("is the same once it is carried", async () => {
    await expect(decodeStory(await encodeStory(STORY))).resolves.toEqual(STORY);
    await expect(decodeStory(await encodeStory(emptyStory()))).resolves.toEqual(emptyStory());
  });
  it("has letters only that every address may have", async () => {
    expect(await encodeStory(STORY)).toMatch(/^[\w-]+$/);
  });
  it("carries nothing that is empty", async () => {
    const lean = await encodeStory({ ...emptyStory(), steps: [makeStep("", {})] });
    await expect(deflate('{"steps":[{"view":"","seconds":10}]}')).resolves.toBe(lean);
  });
  it.each(["", "%%%", "AAAA", "кир"])("is no whole story in %j", async (text) => {
    await expect(decodeStory(text)).rejects.toThrow("The link does not contain a complete briefing. It may have been cut off");
  });
  it("is no whole story when it is cut off", async () => {
    const packed = await encodeStory(STORY);
    await expect(decodeStory(packed.slice(0, -8))).rejects.toThrow("It may have been cut off");
  });
  it("is held to the rules of stories", async () => {
    await expect(decodeStory(await deflate('{"steps": 3}'))).rejects.toMatchObject({ problem: { key: "steps", rule: "list" } });
  });
  it("is not read where it is longer than a link", async () => {
    await expect(decodeStory("A".repeat(LONGEST_LINK + 1))).rejects.toThrow("longer than 16000 characters");
  });
  it("is not inflated beyond what a story holds", async () => {
    const large = await deflate(JSON.stringify({ title: { en: "a".repeat(1_100_000) } }));
    expect(large.length).toBeLessThan(LONGEST_LINK);
    await expect(decodeStory(large)).rejects.toThrow("It may have been cut off");
  });
  it("stands behind the hash of an address", () => {
    expect(findStory(writeHash("abc_-"))).toBe("abc_-");
    expect([findStory(""), findStory("#part-2"), findStory("#Story=x")]).toEqual([null, null, null]);
  });
});

describe("a story as YAML", () => {
  it("has every text in quotes, by key and language", () => {
    expect(writeYaml(STORY).split("\n")).toEqual([
      "title:",
      '  en: "Three leave"',
      '  ru: "Трое уходят"',
      "description:",
      '  en: "With \\"quotes\\", a: colon and\\na line break"',
      'layers: "AAAA"',
      "steps:",
      '  - view: "year=1999&layers=members,labels"',
      "    seconds: 7.5",
      '    events: ["tashkent-1999"]',
      "    headline:",
      '      en: "#1 — 😀"',
      '  - view: ""',
      "    seconds: 10",
      '    layers: ["Mine: <b>"]',
      "",
    ]);
  });
  it("says that there is no title and no step", () => {
    expect(writeYaml(emptyStory())).toBe("title: {}\nsteps: []\n");
  });
});

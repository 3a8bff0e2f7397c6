// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { checkStory } from "../core/story_schema.ts";
import { makeFile, uploadStory } from "./file_io.ts";

describe("a story as a file", () => {
  it.each([
    ["Three leave: 1999!", "three-leave-1999.yaml"],
    ["Трое уходят", "трое-уходят.yaml"],
    ["../..", "story.yaml"],
    ["", "story.yaml"],
  ])("of the title %j is called %s", (title, name) => {
    expect(makeFile("steps: []", title).name).toBe(name);
  });
  it("is read by the server, in the language of the page", async () => {
    const fetched = vi.fn<typeof fetch>(() =>
      Promise.resolve(Response.json({ story: { title: { en: "Mine" }, description: {}, steps: [] } })),
    );
    vi.stubGlobal("fetch", fetched);
    await expect(uploadStory(makeFile("steps: []", "mine"), "/read")).resolves.toEqual({ story: checkStory({ title: { en: "Mine" } }) });
    expect(fetched.mock.calls[0][0]).toBe("/read?lang=en");
  });
  it("is refused with a sentence for each problem", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ problems: [{ line: 2, key: "steps", rule: "list" }] })));
    await expect(uploadStory(makeFile("", "mine"), "/read")).resolves.toEqual({ problems: ["line 2: steps: must be a list"] });
  });
  it("is not sent when it is too large", async () => {
    const fetched = vi.fn();
    vi.stubGlobal("fetch", fetched);
    const answer = await uploadStory(makeFile("x".repeat(1_048_577), "mine"), "/read");
    expect(answer.problems).toEqual(["the file is larger than 1048576 bytes"]);
    expect(fetched).not.toHaveBeenCalled();
  });
  it("is not lost without a word when the server is away", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    await expect(uploadStory(makeFile("", "mine"), "/read")).resolves.toEqual({
      problems: ["The server did not respond. Try again in a moment."],
    });
  });
});

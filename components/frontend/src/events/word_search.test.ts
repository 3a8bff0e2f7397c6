import { describe, expect, it, vi } from "vitest";
import { createWordSearch, listEvents } from "./word_search.ts";
import type { Entry } from "../search/content.ts";

const entries = [
  { kind: "speaker", event: "" },
  { kind: "claim", event: "war" },
  { kind: "event", event: "visit" },
  { kind: "claim", event: "war" },
] as Entry[];

describe("the words of the filter", () => {
  it("leave the events of all that was found, each once", () => {
    expect(listEvents({ entries, counts: {}, by: "all" })).toEqual(["war", "visit"]);
  });

  it("find nothing to tell while the search cannot be loaded", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.stubGlobal("fetch", () => Promise.reject(new Error("lost")));
    vi.stubGlobal("window", globalThis);
    expect(await createWordSearch({ en: "./search-en.json" }).find("war")).toBeNull();
  });
});

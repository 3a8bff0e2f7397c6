import { beforeAll, describe, expect, it } from "vitest";
import { fetchEmbedded, registerData, readDocument } from "./embedded_data.ts";

async function pack(content: unknown) {
  const stream = new Blob([JSON.stringify(content)]).stream().pipeThrough(new CompressionStream("gzip"));
  return btoa(String.fromCharCode(...new Uint8Array(await new Response(stream).arrayBuffer())));
}

describe("documents that came with the page", () => {
  beforeAll(async () =>
    registerData({
      "plain.json": await pack({ title: "Война · 2016", list: [1, null] }),
      "shared.json": await pack({
        content: { first: { $: 1 }, second: [{ $: 1 }, { $: 0 }] },
        parts: ["a title", { title: { $: 0 }, year: 2016 }],
      }),
      "parts.json": await pack({ parts: ["a name", { name: { $: 0 } }] }),
      "first.json": await pack({ content: [{ $: 1 }], parts: "parts.json" }),
      "second.json": await pack({ content: { $: 0 }, parts: "parts.json" }),
      "broken.json": (await pack({})).slice(0, 12),
    }),
  );

  it("are gzip in base64", async () => {
    await expect(readDocument("plain.json")).resolves.toEqual({ title: "Война · 2016", list: [1, null] });
  });
  it("have each part put back where it is referred to", async () => {
    const part = { title: "a title", year: 2016 };
    await expect(readDocument("shared.json")).resolves.toEqual({ first: part, second: [part, "a title"] });
  });
  it("have the parts put back that documents share", async () => {
    await expect(readDocument("first.json")).resolves.toEqual([{ name: "a name" }]);
    await expect(readDocument("second.json")).resolves.toBe("a name");
  });
  it("answer what is fetched, by the last part of the address", async () => {
    const answer = await fetchEmbedded("assets/plain.json");
    await expect(answer.json()).resolves.toMatchObject({ list: [1, null] });
  });
  it("are refused where they were cut off", async () => {
    await expect(readDocument("broken.json")).rejects.toThrow();
  });
});

import { describe, expect, it } from "vitest";
import { emptyStory, makeStep } from "../core/story_schema.ts";
import { encodeColumn, openPacked, type WrittenLayer } from "../user_layers/layer_file.ts";
import { keepLayers, settleLayers } from "./own_layers.ts";

const makeLayer = (name: string): WrittenLayer => ({
  ...{ name, opacity: 1, span: "view", categories: [""], categoryName: "", sizeName: "", count: 1 },
  ...{ lon: encodeColumn(Float32Array.of(45)), lat: encodeColumn(Float32Array.of(40)) },
  ...{ start: encodeColumn(Int32Array.of(1)), end: encodeColumn(Int32Array.of(1)) },
  ...{ category: encodeColumn(Uint8Array.of(0)), radius: encodeColumn(Uint8Array.of(9)) },
});
const OWN = [makeLayer("one"), makeLayer("two")];
const makeStory = (...layers: string[][]) => ({
  ...emptyStory(),
  steps: layers.map((names) => ({ ...makeStep("year=1999", {}), layers: names })),
});

describe("a briefing", () => {
  it("holds the layers that its steps show and no others", async () => {
    const kept = await keepLayers(makeStory([], ["two"]), OWN);
    expect((await openPacked(kept.layers ?? "")).layers).toEqual([OWN[1]]);
    // That of another browser stays, though this one has it not.
    const again = await keepLayers({ ...kept, steps: makeStory(["two"]).steps }, []);
    expect((await openPacked(again.layers ?? "")).layers).toEqual([OWN[1]]);
    expect(await keepLayers({ ...kept, steps: makeStory([]).steps }, OWN)).not.toHaveProperty("layers");
  });
  it("refuses layers that are too large for it", async () => {
    const values = Float32Array.from({ length: 260_000 }, (_none, at) => Math.sin(at * at) * 1e3);
    const large = { ...OWN[0], lon: encodeColumn(values), lat: encodeColumn(values.map((each) => each * 1.7)) };
    const told: string[] = [];
    await settleLayers(
      makeStory(["one"]),
      [large],
      () => true,
      () => told.push("kept"),
      (why) => told.push(why),
    );
    expect(told[0]).toContain("too large");
  });
});

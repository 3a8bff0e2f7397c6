import { describe, expect, it } from "vitest";
import { packLayers, readLayer, writeLayer } from "./layer_file.ts";
import { ALWAYS, type PackedLayer } from "./packed_layer.ts";
import type { UserLayer } from "./layer_storage.ts";

const data: PackedLayer = {
  count: 3,
  lat: Float32Array.of(40, 41, 42),
  lon: Float32Array.of(44, 45, 46),
  start: Int32Array.of(ALWAYS, 10, 20),
  end: Int32Array.of(ALWAYS, 12, 20),
  size: Float32Array.of(NaN, 4, 1),
  category: Uint8Array.of(0, 1, 0),
  row: Uint32Array.of(2, 3, 9),
  shape: Int32Array.of(-1, 0, -1),
  shapes: [{ isArea: true, rings: [Float32Array.of(44, 40, 46, 40, 45, 42, 44, 40)] }],
  labels: ["</script>", "two", ""],
  categories: ["raid", "<b>"],
  country: Int16Array.of(1, 1, 1),
  zone: Int16Array.of(-1, -1, -1),
  longest: 3,
  hasDates: true,
};
const layer: UserLayer = {
  settings: {
    ...{ id: "a", name: "Mine", file: "mine.csv", layout: "", sizeName: "deaths", categoryName: "kind", isVisible: true },
    ...{ opacity: 0.5, span: "month", order: 0, version: 1 },
  },
  data,
};

describe("a layer in a file", () => {
  it("is the same layer when it is read", () => {
    const read = readLayer(writeLayer(layer, null, true), 0);
    expect(read.settings).toMatchObject({ name: "Mine", opacity: 0.5, span: "month", sizeName: "deaths", categoryName: "kind" });
    // Where it lies is found anew, by the shapes of the map that shows it.
    expect(read.data).toEqual({ ...data, country: Int16Array.of(-1, -1, -1) });
  });
  it("has for a picture the rows of its period alone, without what only a card shows", () => {
    const written = writeLayer(layer, { from: 15, to: 25 }, false);
    expect(written.count).toBe(2);
    expect(written).not.toHaveProperty("labels");
    expect(written).not.toHaveProperty("size");
    expect([...readLayer(written, 0).data.start]).toEqual([ALWAYS, 20]);
  });
  it("is packed as what the server unpacks", async () => {
    const written = writeLayer(layer, null, false);
    const plain = (await packLayers([written])).stream().pipeThrough(new DecompressionStream("gzip"));
    expect(await new Response(plain).json()).toEqual({ version: 1, layers: [written] });
  });
  it("is not sent when it is more than the server takes", async () => {
    await expect(packLayers([{ ...writeLayer(layer, null, false), count: 200_001 }])).rejects.toThrow("too large");
  });
});

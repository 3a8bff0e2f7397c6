// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "../core/store.ts";
import { makeAtlas, makePalettes, makeView } from "../testing/atlas.ts";
import { splitRings } from "./layers/outlines.ts";
import { createTheme } from "./theme.ts";
import { restyle, toFeatures, toRings } from "./topojson_layers.ts";
import { readQuery } from "../core/page_query.ts";
import { connectAddress } from "./url_sync.ts";
import type { Topology } from "topojson-specification";
import type { Shape, StyledPath } from "./topojson_layers.ts";

beforeEach(() => history.replaceState(null, "", "/?embed=1&year=2000"));
afterEach(() => document.body.replaceChildren());

describe("splitRings", () => {
  const square = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]; // prettier-ignore
  it("leaves a ring whole where nothing of it is in the set", () => {
    expect(splitRings([square], () => false)).toEqual([[square], []]);
    expect(splitRings([square], () => true)).toEqual([[], [square]]);
  });
  it("cuts a ring where it enters and leaves, each run with both its ends", () => {
    const [outside, inside] = splitRings([square], ([x]) => x > 3);
    expect(inside).toEqual([[[4, 0], [4, 4]]]); // prettier-ignore
    expect(outside).toEqual([[[0, 0], [4, 0]], [[4, 4], [0, 4], [0, 0]]]); // prettier-ignore
  });
  it("draws every segment once", () => {
    const rings = [square, square.map(([x, y]) => [x + 2, y + 2])];
    const [outside, inside] = splitRings(rings, ([x, y]) => x > 3 && y > 1);
    const segments = [...outside, ...inside].reduce((sum, run) => sum + run.length - 1, 0);
    expect(segments).toBe(8);
  });
  it("has nothing of a point", () => {
    expect(splitRings([[[1, 1]]], () => true)).toEqual([[], []]);
  });
});

describe("shapes", () => {
  const topology = {
    type: "Topology",
    arcs: [[[0, 0], [1, 0], [1, 1], [0, 0]]], // prettier-ignore
    objects: {
      countries: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[0]], properties: { id: "KAZ", rank: 3 } }] },
    },
  } as unknown as Topology;
  it("are read from a topology by layer", () => {
    const [shape] = toFeatures(topology, "countries");
    expect(shape.properties).toEqual({ id: "KAZ", rank: 3 });
    expect(toRings(shape)).toEqual([[[0, 0], [1, 0], [1, 1], [0, 0]]]); // prettier-ignore
  });
  it("have the rings of all their parts", () => {
    const shapeOf = (geometry: object) => ({ type: "Feature", properties: {}, geometry }) as Shape;
    const ring = [[0, 0], [1, 1]]; // prettier-ignore
    expect(toRings(shapeOf({ type: "MultiPolygon", coordinates: [[ring], [ring, ring]] }))).toHaveLength(3);
    expect(toRings(shapeOf({ type: "Point", coordinates: [0, 0] }))).toEqual([]);
  });
  it("are styled only where that changes something", () => {
    const setStyle = vi.fn();
    const path = { setStyle } as unknown as StyledPath;
    expect([restyle(path, { fill: false, weight: 1 }), restyle(path, { weight: 1 }), restyle(path, { weight: 2 })]).toEqual([
      true,
      false,
      true,
    ]);
    expect(setStyle).toHaveBeenCalledTimes(2);
  });
});

describe("the theme", () => {
  it("makes a tile of its own for a patterned fill, in the colours of the theme", () => {
    const theme = createTheme(makePalettes());
    theme.set("light");
    const paint = theme.stanceFill("SIL");
    const tile = document.querySelector(`#${/#([^)]+)/.exec(paint)?.[1]}`);
    expect(tile?.querySelector("rect")?.getAttribute("fill")).toBe("light-sil");
    expect(tile?.querySelector("path")?.getAttribute("fill")).toBe("light-sil-mark");
  });
  it("stripes a contested stance with its other reading, or the colour of stripes within one", () => {
    const theme = createTheme(makePalettes());
    theme.set("light");
    const strokeOf = (paint: string) => document.querySelector(`#${/#([^)]+)/.exec(paint)?.[1]} path`)?.getAttribute("stroke");
    expect(strokeOf(theme.stanceFill("NEU", "OPP"))).toBe("light-opp");
    expect(strokeOf(theme.stanceFill("NEU", "NEU"))).toBe("light-contested-mark");
  });
  it("makes its tiles anew in other colours, and says so", () => {
    const theme = createTheme(makePalettes());
    const told = vi.fn();
    theme.set("light");
    theme.zoneFill("held");
    theme.subscribe(told);
    theme.set("dark");
    expect(told).toHaveBeenCalledOnce();
    expect(document.querySelectorAll("pattern")).toHaveLength(0);
    theme.zoneFill("held");
    expect(document.querySelector("pattern rect")?.getAttribute("fill")).toBe("dark-held");
    expect(document.documentElement.style.getPropertyValue("--on-accent")).toBe("dark-accent-ink");
  });
  it("paints a plain fill as its colour", () => {
    const theme = createTheme(makePalettes());
    theme.set("dark");
    expect(theme.stanceFill("NEU")).toBe("dark-neu");
  });
});

describe("the address of the map", () => {
  const atlas = makeAtlas();
  function connect(prefix = "") {
    const store = createStore(makeView({ year: 2000 }));
    const setComponentValue = vi.fn();
    const { link } = connectAddress(atlas, store, { setComponentValue } as unknown as Parameters<typeof connectAddress>[2], prefix);
    return { store, link, setComponentValue };
  }

  it("follows what the reader chose, as a step in the history", () => {
    const { store } = connect();
    const steps = history.length;
    store.set({ year: 2001 }, "settled");
    expect([location.search, history.length]).toEqual(["?embed=1&year=2001", steps + 1]);
  });
  it("follows the camera without a step, and tells the server nothing of it", () => {
    const { store, setComponentValue } = connect();
    const steps = history.length;
    store.set({ at: [41, 60, 4] }, "quiet");
    expect([location.search, history.length]).toEqual(["?embed=1&year=2000&at=41,60,4", steps]);
    expect(setComponentValue).not.toHaveBeenCalled();
  });
  it("has one step for a run of keys", () => {
    const { store, setComponentValue } = connect();
    const steps = history.length;
    for (const year of [2001, 2002, 2003]) store.set({ year }, "stepped");
    expect([location.search, history.length]).toEqual(["?embed=1&year=2003", steps + 1]);
    expect(setComponentValue).toHaveBeenCalledTimes(3);
    store.set({ year: 1999 }, "settled");
    store.set({ year: 2000 }, "stepped");
    expect(history.length).toBe(steps + 3);
  });
  it("is written now and then while the camera moves on, and at last", () => {
    vi.useFakeTimers();
    const { store } = connect();
    const written = vi.spyOn(history, "replaceState");
    for (let at = 1; at <= 50; at++) store.set({ at: [41, 60, 4 + at / 100] }, "quiet");
    expect(written).toHaveBeenCalledOnce();
    vi.runAllTimers();
    expect(written).toHaveBeenCalledTimes(2);
    expect(location.search).toBe("?embed=1&year=2000&at=41,60,4.5");
    vi.useRealTimers();
  });
  it.each(["throws", "silent"])("is written later where the browser refuses it (%s)", (how) => {
    vi.useFakeTimers();
    const { store, setComponentValue } = connect();
    const drawn = vi.fn();
    store.subscribe(drawn);
    const refused = vi.spyOn(history, "pushState").mockImplementation(() => {
      if (how === "throws") throw new DOMException("too many", "SecurityError");
    });
    store.set({ year: 2001 }, "settled");
    expect(refused).toHaveBeenCalledOnce();
    expect(location.search).toBe("?embed=1&year=2000");
    expect([drawn.mock.calls.length, setComponentValue.mock.calls.length]).toEqual([1, 1]);
    // Meanwhile the page says what is shown.
    expect(readQuery()).toBe("?embed=1&year=2001");
    refused.mockRestore();
    vi.runAllTimers();
    expect([location.search, readQuery()]).toEqual(Array(2).fill("?embed=1&year=2001"));
    vi.useRealTimers();
  });
  it("stays while the slider is moving", () => {
    const { store, setComponentValue } = connect();
    store.set({ year: 2001 }, "moving");
    expect(location.search).toBe("?embed=1&year=2000");
    expect(setComponentValue).not.toHaveBeenCalled();
  });
  it("tells the server a choice once", () => {
    const { store, setComponentValue } = connect();
    store.set({ year: 2001 }, "settled");
    store.set({ year: 2001 }, "settled");
    expect(setComponentValue.mock.calls).toEqual([
      [{ view: { year: 2001, date: null, event: null, toward: null, panel: null, mode: null }, today: "2002-06-15" }],
    ]);
  });
  it("tells the page of a choice", () => {
    const { store } = connect();
    const heard = vi.fn();
    window.addEventListener("atlas:view", heard, { once: true });
    store.set({ year: 2001 }, "settled");
    expect(heard).toHaveBeenCalledOnce();
  });
  it("leaves what the other map says", () => {
    history.replaceState(null, "", "/?year=2000&b_year=2001");
    const { store } = connect("b_");
    store.set({ year: 2002 }, "settled");
    expect(location.search).toBe("?year=2000&b_year=2002");
  });
  it("leaves a parameter that is no text", () => {
    history.replaceState(null, "", "/?%E0%A4%A=1");
    const { store } = connect();
    store.set({ year: 2001 }, "settled");
    expect(location.search).toBe("?%E0%A4%A=1&year=2001");
  });
  it("as a link has the language spoken", () => {
    expect(connect().link()).toBe(`${location.origin}/?embed=1&year=2000&lang=en`);
  });
});

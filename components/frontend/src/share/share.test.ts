// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "../core/store.ts";
import { makeView } from "../testing/atlas.ts";
import { fetchFile } from "./download.ts";
import { applyEmbedMode, leaveFrame, markEmbedded, readEmbed } from "./embed_mode.ts";
import { findOrigin } from "./embed_height.ts";
import { embedAddress, linkHere } from "./share_button.ts";
import { citeShort, writeFrame } from "./share_dialog.ts";

const ADDRESS = "http://localhost/atlas/export/view.png?year=1999";
const encode = (text: string) => new TextEncoder().encode(text);

/** An answer of the exports that comes in pieces, cut anywhere. */
function streamOf(...pieces: Uint8Array[]) {
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    }),
  );
}

beforeEach(() => history.replaceState(null, "", "/events?year=1999&lang=ru"));

describe("a file that takes a while", () => {
  const file = JSON.stringify({ data: btoa("\u0000\u00ffPNG"), name: "atlas.png", type: "image/png" });
  const fetchFrom = (answer: Response | Error, story?: string) => {
    const fetched = vi.fn<typeof fetch>(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
    vi.stubGlobal("fetch", fetched);
    const tell = vi.fn<(done: number, of: number) => void>();
    return { fetched, tell, file: fetchFile(ADDRESS, story, tell) };
  };

  it("is put together from its lines, its progress told", async () => {
    const lines = encode(`{"done":1,"of":3}\n{"done":2,"of":3}\n${file}\n`);
    const { file: made, tell } = fetchFrom(streamOf(lines.slice(0, 25), lines.slice(25, 60), lines.slice(60)));
    const { name, type } = await made;
    expect([name, type]).toEqual(["atlas.png", "image/png"]);
    expect([...new Uint8Array(await (await made).arrayBuffer())]).toEqual([0, 255, 80, 78, 71]);
    expect(tell.mock.calls).toEqual([[1, 3], [2, 3]]); // prettier-ignore
  });
  it("reads letters that are cut in the middle", async () => {
    const line = encode('{"problem": "Слишком много"}\n');
    await expect(fetchFrom(streamOf(line.slice(0, 14), line.slice(14))).file).rejects.toThrow("Слишком много");
  });
  it("does not count as made when the answer ends before", async () => {
    await expect(fetchFrom(streamOf(encode('{"done":1,"of":3}\n'))).file).rejects.toThrow("The file was not completed. Try again.");
  });
  it("is refused with the server's sentence", async () => {
    await expect(fetchFrom(new Response("", { status: 413 })).file).rejects.toThrow("The data sent are too large for the server.");
  });
  it("says that the atlas is away", async () => {
    await expect(fetchFrom(new TypeError("network")).file).rejects.toThrow("The atlas cannot be reached.");
  });
  it("is asked for with the way to the atlas, and with a visitor's story", async () => {
    const plain = fetchFrom(streamOf(encode(`${file}\n`)));
    await plain.file;
    expect(plain.fetched.mock.calls[0]).toEqual([`${ADDRESS}&progress=1`, { headers: { "X-Atlas-Root": "/atlas/" } }]);
    const story = fetchFrom(streamOf(encode(`${file}\n`)), "steps: []");
    await story.file;
    expect(story.fetched.mock.calls[0][1]).toMatchObject({ method: "POST", body: "steps: []" });
  });
});

describe("a citation", () => {
  const day = new Date().toISOString().slice(0, 10);
  it("has title, link and the day it was read", () => {
    expect(citeShort({ kind: "view", title: "2016", link: "http://localhost/?year=2016" })).toContain(
      `CSTO Stance Atlas, “2016”, http://localhost/?year=2016 (accessed ${day}).`,
    );
  });
  it("of a visitor's story says whose it is", () => {
    expect(citeShort({ kind: "story", title: "Mine", link: "x", story: "" })).toContain("user briefing");
  });
});

describe("the code of a frame", () => {
  it("escapes what stands in its attributes", () => {
    const code = writeFrame('http://localhost/?embed=1&year=2016"', 'A "title" <b>', "640 × 480");
    expect(code).toMatch(/^<iframe /);
    expect(code).toContain('width="640" height="480"');
    expect(code).toContain("embed=1&amp;year=2016&quot;");
    expect(code).not.toContain("<b>");
    expect(code).not.toContain("xmlns");
  });
});

describe("the height of an embed", () => {
  const page = (location: object, referrer: string) =>
    ({ location: { origin: "http://atlas", ...location }, document: { referrer } }) as Window;
  it("is for the origin of the page around alone, where the browser tells it", () => {
    expect(findOrigin(page({ ancestorOrigins: ["http://around"] }, ""))).toBe("http://around");
    expect(findOrigin(page({}, "http://around/page?x=1"))).toBe("http://around");
  });
  it.each([
    [{}, ""],
    [{ ancestorOrigins: ["null"] }, ""],
    [{}, "http://atlas/?embed=1"],
  ])("is for any where it does not", (location, referrer) => {
    expect(findOrigin(page(location, referrer))).toBe("*");
  });
});

describe("links", () => {
  it("to this page name the language spoken", () => {
    expect(linkHere()).toBe(`${location.origin}/events?year=1999&lang=en`);
  });
  it("to the map alone ask for it", () => {
    window.atlasRoot = "http://localhost/atlas/";
    expect(embedAddress({ event: "a b" })).toBe("http://localhost/atlas/?embed=1&event=a+b&lang=en");
    delete window.atlasRoot;
  });
  it("out of a frame lead to the whole atlas", () => {
    expect(leaveFrame("http://localhost/?year=1999&embed=frozen&lang=ru")).toBe("http://localhost/?year=1999&lang=en");
    expect(leaveFrame("http://localhost/")).toBe("http://localhost/?lang=en");
  });
});

describe("an embedded map", () => {
  const handlers = ["dragging", "touchZoom", "doubleClickZoom", "scrollWheelZoom", "boxZoom", "keyboard"];
  function embed(query: string, page: Window = window) {
    history.replaceState(null, "", query);
    document.documentElement.className = "";
    const container = document.createElement("div");
    document.body.replaceChildren(container);
    const [disable, enable, notify] = [vi.fn(), vi.fn(), vi.fn()];
    const map = { getContainer: () => container, ...Object.fromEntries(handlers.map((name) => [name, { disable, enable }])) };
    const store = createStore(makeView());
    let link = "http://localhost/?embed=1&year=2000";
    markEmbedded(location);
    applyEmbedMode(map as unknown as L.Map, store, page, () => link, notify);
    return { container, disable, enable, notify, store, move: (to: string) => (link = to) };
  }

  it("is none without its parameter, or with another value", () => {
    expect(embed("/?year=1999").container.children).toHaveLength(0);
    expect(embed("/?embed=true").container.children).toHaveLength(0);
    expect(document.documentElement.className).toBe("");
    expect(readEmbed(location)).toBe("true");
  });
  it("can be moved when it is live", () => {
    const { disable } = embed("/?embed=1");
    expect(disable).not.toHaveBeenCalled();
    expect(document.documentElement.className).toBe("embedded");
  });
  it("stays where it is when it is frozen", () => {
    const { disable } = embed("/?embed=frozen");
    expect(disable).toHaveBeenCalledTimes(handlers.length);
    expect(document.documentElement.className).toBe("embedded frozen");
  });
  it("lets the page around scroll, and says how to zoom and to move it", () => {
    const { container, disable, enable, notify } = embed("/?embed=1", { parent: window } as unknown as Window);
    const zoom = vi.fn();
    container.addEventListener("wheel", zoom);
    const turn = (ctrlKey: boolean) => Object.assign(new Event("wheel", { bubbles: true, cancelable: true }), { ctrlKey });
    expect([container.dispatchEvent(turn(false)), zoom.mock.calls.length]).toEqual([true, 0]);
    expect(notify.mock.lastCall?.[0]).toBe("To zoom, hold Ctrl and turn the wheel.");
    container.dispatchEvent(turn(true));
    expect(zoom).toHaveBeenCalledOnce();

    const touch = (type: string, fingers: number) =>
      container.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { touches: Array(fingers).fill({}) }));
    touch("touchstart", 1);
    expect(disable).toHaveBeenCalledOnce();
    expect(touch("touchmove", 1)).toBe(true);
    expect(notify.mock.lastCall?.[0]).toBe("Move the map with two fingers.");
    touch("touchstart", 2);
    expect(enable).toHaveBeenCalledOnce();
    expect(touch("touchmove", 2)).toBe(false);
  });
  it("leads to the view it shows now", () => {
    const { container, store, move } = embed("/?embed=1");
    move("http://localhost/?embed=1&year=2001");
    store.set({ year: 2001 }, "settled");
    expect(container.querySelector("a")?.getAttribute("href")).toBe("http://localhost/?year=2001&lang=en");
  });
});

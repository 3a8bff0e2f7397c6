// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "../core/store.ts";
import { emptyStory } from "../core/story_schema.ts";
import { makeView } from "../testing/atlas.ts";
import { createTransition } from "./camera_transition.ts";
import { readAddress, writeAddress } from "./query_params.ts";
import { createHistory, listenForUndo } from "./undo_stack.ts";
import { isName, nameChannel, openChannel } from "./window_sync.ts";
import type { MapHandle } from "../core/map_handle.ts";
import type { Message } from "./window_sync.ts";

const titled = (title: string) => ({ ...emptyStory(), title: { en: title } });

beforeEach(() => history.replaceState(null, "", "/stories"));

describe("undoing", () => {
  it("gives back the story before each change", () => {
    const before = createHistory();
    before.keep(titled("one"), "title");
    before.keep(titled("two"), "");
    expect([before.back()?.title.en, before.back()?.title.en, before.back()]).toEqual(["two", "one", null]);
  });
  it("takes typing into one field for one change", () => {
    const before = createHistory();
    for (const title of ["a", "ab", "abc"]) before.keep(titled(title), "title");
    expect(before.size).toBe(1);
    before.back();
    before.keep(titled("x"), "title");
    expect(before.size).toBe(1);
  });
  it("keeps a story as it was, whatever becomes of it", () => {
    const [before, story] = [createHistory(), titled("one")];
    before.keep(story, "");
    story.title.en = "changed";
    expect(before.back()?.title.en).toBe("one");
  });
  it("forgets what is a hundred changes ago", () => {
    const before = createHistory();
    for (let at = 0; at < 130; at += 1) before.keep(titled(String(at)), "");
    expect(before.size).toBe(100);
  });
  it("is asked for by the place of the key, whatever letter a keyboard has there, and not within a text", () => {
    const [asked, leaving] = [vi.fn(), new AbortController()];
    listenForUndo(asked, leaving.signal);
    const press = (init: KeyboardEventInit, on: Element = document.body) =>
      on.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, ...init }));
    press({ key: "я", code: "KeyZ", ctrlKey: true });
    press({ key: "z", code: "KeyY", metaKey: true });
    expect(asked).toHaveBeenCalledTimes(2);
    press({ key: "я", code: "KeyZ" });
    press({ key: "z", code: "KeyZ", ctrlKey: true, shiftKey: true });
    press({ key: "z", code: "KeyZ", ctrlKey: true }, document.body.appendChild(document.createElement("textarea")));
    leaving.abort();
    press({ key: "z", code: "KeyZ", ctrlKey: true });
    expect(asked).toHaveBeenCalledTimes(2);
    document.body.replaceChildren();
  });
});

describe("the address of the stories page", () => {
  it("is read with what it leaves out", () => {
    expect(readAddress()).toEqual({ story: null, step: 1, notes: false, channel: null, autoplay: false, build: false });
  });
  it("is read in full", () => {
    history.replaceState(null, "", "?story=draft&step=12&notes=1&channel=abcd-1234&autoplay=1&build");
    expect(readAddress()).toEqual({ story: "draft", step: 12, notes: true, channel: "abcd-1234", autoplay: true, build: true });
  });
  it("begins at the first step where none is named that could be", () => {
    const steps = ["-1", "1e3", "1000", "two"].map((step) => {
      history.replaceState(null, "", `?step=${step}`);
      return readAddress().step;
    });
    expect(steps).toEqual([1, 1, 1, 1]);
  });
  it("keeps parameters of others and drops its own", () => {
    history.replaceState(null, "", "?lang=ru&story=old&step=3&build");
    expect(writeAddress({ story: "new" }, "#story=x")).toBe("/stories?lang=ru&story=new#story=x");
    history.replaceState(null, "", "?story=old");
    expect(writeAddress({})).toBe("/stories");
  });
});

describe("the channel to the presenter's window", () => {
  it("has a name of letters, digits and hyphens", () => {
    expect(["abcd-1234", "short", "UPPER-1234", "a".repeat(65), 12345678, null].map(isName)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
  it("is named once for a story, apart for another", () => {
    const name = nameChannel(titled("one"));
    expect(isName(name)).toBe(true);
    expect(nameChannel(titled("one"))).toBe(name);
    expect(nameChannel(titled("two"))).not.toBe(name);
  });
  it("hears its own story alone, each message once", () => {
    const channels: { post: (data: unknown) => void }[] = [];
    class Channel extends EventTarget {
      postMessage = vi.fn();
      close = vi.fn();
      constructor() {
        super();
        channels.push({ post: (data) => this.dispatchEvent(new MessageEvent("message", { data })) });
      }
    }
    vi.stubGlobal("BroadcastChannel", Channel);
    const hear = vi.fn<(message: Message) => void>();
    const speaker = openChannel("abcd-1234", titled("one"), () => {}, new AbortController().signal);
    openChannel("abcd-1234", titled("one"), hear, new AbortController().signal);
    let sent: Partial<Message> = {};
    speaker.addWindow({ closed: false, postMessage: (data: Message) => (sent = data) } as unknown as Window);
    speaker.send({ ask: "state" });
    const [, listener] = channels;
    for (const data of [sent, sent, { ...sent, number: "2", fingerprint: "another" }, { ...sent, number: "3", mark: "x" }, "text", null])
      listener.post(data);
    expect(hear.mock.calls.map(([message]) => message.ask)).toEqual(["state"]);
  });
});

describe("the flight to a view", () => {
  function board(year: number, size = { x: 1000, y: 760 }) {
    const store = createStore(makeView({ year }));
    const fly = vi.fn<(view: { at: unknown }, seconds: number) => void>();
    const stage = { store, camera: { fly }, map: { getSize: () => size } } as unknown as Pick<MapHandle, "map" | "store" | "camera">;
    return { store, fly, stage };
  }
  it("is a cut where motion is unwanted", () => {
    const { store, fly, stage } = board(2000);
    createTransition(stage, () => true).go(makeView({ year: 2002, panel: "KAZ", at: [40, 60, 5] }));
    expect(store.view).toEqual(makeView({ year: 2002, panel: null }));
    expect(fly.mock.calls[0]).toEqual([makeView({ year: 2002, at: [40, 60, 5] }), 0]);
  });
  it("shows about the same land on a map of another size", () => {
    const zoomOf = (size: { x: number; y: number }) => {
      const { fly, stage } = board(2000, size);
      createTransition(stage, () => true).go(makeView({ at: [40, 60, 5] }));
      return (fly.mock.calls[0][0].at as number[])[2];
    };
    expect([zoomOf({ x: 1000, y: 760 }), zoomOf({ x: 500, y: 760 }), zoomOf({ x: 100, y: 100 }), zoomOf({ x: 4000, y: 3000 })]).toEqual([
      5, 4, 3.25, 5.75,
    ]);
  });
  it("lasts longer over more years, within limits", () => {
    const secondsOver = (years: number) => {
      const { fly, stage } = board(2000);
      const flight = createTransition(stage, () => false);
      flight.go(makeView({ year: 2000 + years }));
      flight.stop();
      return fly.mock.calls[0][1];
    };
    expect([0, 2, 30].map(secondsOver)).toEqual([0.9, 1.12, 2.6]);
  });
});

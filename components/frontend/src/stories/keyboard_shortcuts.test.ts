// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { listenForKeys, listenForSwipes, readKey } from "./keyboard_shortcuts.ts";

const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more });

afterEach(() => document.body.replaceChildren());

describe("the keys of a briefing", () => {
  it("are those of a clicker", () => {
    expect(["PageDown", "PageUp", "b", ".", "Escape"].map((name) => readKey(key(name)))).toEqual([
      "next",
      "back",
      "black",
      "black",
      "leave",
    ]);
  });
  it("do the same on a Russian keyboard, in either case", () => {
    expect(["и", "А", "З", "т"].map((name) => readKey(key(name)))).toEqual(["black", "full", "play", "notes"]);
  });
  it("go back with the shifted space and ask for help with the shifted comma", () => {
    expect(readKey(key(" ", { shiftKey: true }))).toBe("back");
    expect([readKey(key(",")), readKey(key(",", { shiftKey: true }))]).toEqual([undefined, "help"]);
  });
  it("are left to the browser where others are held, and where letters are composed", () => {
    expect(readKey(key("f", { ctrlKey: true }))).toBeUndefined();
    expect(readKey(key("p", { isComposing: true }))).toBeUndefined();
  });

  function listen() {
    const act = vi.fn();
    const ends = new AbortController();
    listenForKeys([window, window], act, ends.signal);
    return { act, ends };
  }
  it("act once in a window that is given twice, until the player ends", () => {
    const { act, ends } = listen();
    document.body.dispatchEvent(key("ArrowRight"));
    ends.abort();
    document.body.dispatchEvent(key("ArrowRight"));
    expect(act.mock.calls).toEqual([["next"]]);
  });
  it("type into fields and press the button that has the focus", () => {
    const { act, ends } = listen();
    const [field, button] = [document.createElement("input"), document.createElement("button")];
    document.body.append(field, button);
    field.dispatchEvent(key("b"));
    button.dispatchEvent(key("Enter"));
    expect(act).not.toHaveBeenCalled();
    button.dispatchEvent(key("ArrowLeft"));
    expect(act.mock.calls).toEqual([["back"]]);
    ends.abort();
  });
});

describe("swipes", () => {
  it.each([
    [[300, 10], [200, 20], ["next"]],
    [[200, 10], [300, 20], ["back"]],
    [[300, 10], [260, 10], []],
    [[300, 10], [200, 90], []],
  ])("from %j to %j", ([x, y], [toX, toY], actions) => {
    const host = document.createElement("div");
    const act = vi.fn<(action: string) => void>();
    listenForSwipes(host, act, new AbortController().signal);
    host.dispatchEvent(Object.assign(new Event("touchstart"), { touches: [{ clientX: x, clientY: y }] }));
    host.dispatchEvent(Object.assign(new Event("touchend"), { changedTouches: [{ clientX: toX, clientY: toY }] }));
    expect(act.mock.calls.flat()).toEqual(actions);
  });
  it("count with one finger alone", () => {
    const host = document.createElement("div");
    const act = vi.fn();
    listenForSwipes(host, act, new AbortController().signal);
    const finger = { clientX: 300, clientY: 10 };
    host.dispatchEvent(Object.assign(new Event("touchstart"), { touches: [finger, finger] }));
    host.dispatchEvent(Object.assign(new Event("touchend"), { changedTouches: [{ clientX: 100, clientY: 10 }] }));
    expect(act).not.toHaveBeenCalled();
  });
});

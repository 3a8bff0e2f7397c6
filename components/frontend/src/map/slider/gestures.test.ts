// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { listenToGestures } from "./gestures.ts";

function makeTrack() {
  const track = document.createElement("div");
  track.getBoundingClientRect = () => ({ left: 0, top: 0, width: 100, height: 50 }) as DOMRect;
  track.setPointerCapture = () => {};
  const on = {
    begin: vi.fn(),
    choose: vi.fn(),
    settle: vi.fn(),
    revert: vi.fn(),
    open: vi.fn(),
    zoom: vi.fn(),
    pan: vi.fn(),
    isZoomed: () => false,
  };
  listenToGestures(track, on);
  const send = (type: string, pointerType: string, x: number) =>
    track.dispatchEvent(
      Object.assign(new Event(type, { bubbles: true }), { pointerType, pointerId: 1, button: 0, clientX: x, clientY: 10 }),
    );
  return { on, send };
}

it("a finger that scrolls the page chooses nothing", () => {
  const { on, send } = makeTrack();
  send("pointerdown", "touch", 40);
  send("pointercancel", "touch", 41);
  expect([on.choose.mock.calls.length, on.settle.mock.calls.length, on.revert.mock.calls.length]).toEqual([0, 0, 1]);
});

it("a finger chooses where it is lifted, and while it moves along the slider", () => {
  const { on, send } = makeTrack();
  send("pointerdown", "touch", 40);
  send("pointerup", "touch", 40);
  expect(on.choose.mock.calls).toEqual([[0.4]]);
  send("pointerdown", "touch", 40);
  send("pointermove", "touch", 60);
  send("pointerup", "touch", 60);
  expect(on.choose.mock.lastCall).toEqual([0.6]);
  expect(on.settle).toHaveBeenCalledTimes(2);
});

it("a mouse chooses at once", () => {
  const { on, send } = makeTrack();
  send("pointerdown", "mouse", 40);
  expect(on.choose.mock.calls).toEqual([[0.4]]);
});

// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { indexAtlas } from "../../core/snapshot.ts";
import { makeAtlas } from "../../testing/atlas.ts";
import { MOST, REACH, findReached, listenToTaps } from "./touch_marks.ts";
import type { Reached } from "./touch_marks.ts";

const atlas = indexAtlas(makeAtlas());
const [model] = atlas.events;
const mark = (id: string, left: number, right = left, request = false): Reached => ({
  left,
  right,
  events: [{ ...model, id, title: id, request }],
});
const idsAt = (marks: Reached[], x: number) => findReached(marks, x).map(({ id }) => id);

afterEach(() => document.body.replaceChildren());

describe("the marks within reach of a finger", () => {
  it("are those no further away than half of a finger's 44 pixels, the nearest first", () => {
    const marks = [mark("far", 100 + REACH + 1), mark("near", 104), mark("under", 90, 110), mark("edge", 100 - REACH)];
    expect(idsAt(marks, 100)).toEqual(["under", "near", "edge"]);
  });
  it("begin with requests, and name an event with two marks once", () => {
    const call = mark("call", 115, 140, true);
    expect(idsAt([mark("war", 100), call, { ...call, right: 115 }], 100)).toEqual(["call", "war"]);
  });
});

describe("a tap", () => {
  function tapAt(x: number, to = x, pointerType = "touch") {
    const choose = vi.fn();
    const track = document.createElement("div");
    track.className = "track";
    for (let at = 0; at < MOST + 2; at += 1) {
      const each = document.createElement("span");
      each.className = "mark";
      each.dataset.events = model.id;
      track.append(each);
    }
    const slider = document.createElement("div");
    slider.append(track);
    document.body.append(slider);
    listenToTaps(slider, atlas, choose);
    const at = (type: string, clientX: number) =>
      track.dispatchEvent(new PointerEvent(type, { pointerType, pointerId: 1, isPrimary: true, clientX, clientY: 0, bubbles: true }));
    at("pointerdown", x);
    at("pointerup", to);
    return { choose, card: slider.querySelector<HTMLElement>(".mark-card") as HTMLElement };
  }

  it("near marks names each event once, to be chosen", () => {
    const { choose, card } = tapAt(5);
    expect(card.hidden).toBe(false);
    const [first, ...others] = card.querySelectorAll("button");
    expect(others).toEqual([]);
    expect(first.textContent).toContain(model.title);
    first.click();
    expect(choose).toHaveBeenCalledWith(model.id);
    expect(card.hidden).toBe(true);
  });
  it.each([
    ["away from them", 500, 500, "touch"],
    ["that became a drag", 5, 60, "touch"],
    ["of a mouse", 5, 5, "mouse"],
  ])("%s opens nothing", (_what, from, to, type) => {
    expect(tapAt(from, to, type).card.hidden).toBe(true);
  });
});

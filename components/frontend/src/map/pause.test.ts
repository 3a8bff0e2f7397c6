import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPause } from "./pause.ts";

describe("what follows a drag", () => {
  let times = 0;
  const follow = () => (times += 1);
  beforeEach(() => {
    times = 0;
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it("waits until the drag pauses, and is then done once", () => {
    const pause = createPause(follow);
    for (let step = 0; step < 5; step += 1) {
      pause.step();
      vi.advanceTimersByTime(80);
    }
    expect([times, pause.isWaiting]).toEqual([0, true]);
    vi.advanceTimersByTime(200);
    expect([times, pause.isWaiting]).toEqual([1, false]);
    vi.advanceTimersByTime(5000);
    expect(times).toBe(1);
  });

  it("is done once a second where the drag does not pause", () => {
    const pause = createPause(follow);
    for (let step = 0; step < 40; step += 1) {
      pause.step();
      vi.advanceTimersByTime(80);
    }
    expect(times).toBe(3);
  });

  it("is not done once the choice is settled", () => {
    const pause = createPause(follow);
    pause.step();
    pause.cancel();
    vi.advanceTimersByTime(5000);
    expect([times, pause.isWaiting]).toEqual([0, false]);
  });
});

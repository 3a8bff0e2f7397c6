import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchJson } from "./fetch_json.ts";

type Answer = Response | Error;

/** `fetch` that gives one answer after another; how it was called is kept. */
function answerWith(...answers: Answer[]) {
  const fetched = vi.fn<typeof fetch>(() => {
    const next = answers.shift() ?? new Error("to too often");
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const failed = () => new Response("", { status: 503 });

describe("fetchJson", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives what the server writes", async () => {
    const fetched = answerWith(Response.json({ first: 1991 }));
    await expect(fetchJson("/record.json")).resolves.toEqual({ first: 1991 });
    expect(fetched).toHaveBeenCalledOnce();
    expect(fetched.mock.calls[0][1]?.cache).toBe("default");
  });

  it("asks again, past the cache, for what is lost on its way", async () => {
    const fetched = answerWith(new TypeError("network"), Response.json([1]));
    const answer = fetchJson("/record.json");
    await vi.advanceTimersByTimeAsync(500);
    await expect(answer).resolves.toEqual([1]);
    expect(fetched.mock.calls.map(([, init]) => init?.cache)).toEqual(["default", "reload"]);
  });

  it("waits longer before the third time", async () => {
    const fetched = answerWith(failed(), failed(), Response.json("there"));
    const answer = fetchJson("/record.json");
    await vi.advanceTimersByTimeAsync(500);
    expect(fetched).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1400);
    expect(fetched).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(100);
    await expect(answer).resolves.toBe("there");
  });

  it("asks anew for what is cut off in the middle", async () => {
    answerWith(new Response('{"first": 19'), Response.json({ first: 1991 }));
    const answer = fetchJson("/record.json");
    await vi.advanceTimersByTimeAsync(500);
    await expect(answer).resolves.toEqual({ first: 1991 });
  });

  it("names the address and status of what is not there", async () => {
    answerWith(failed(), failed(), new Response("", { status: 404 }));
    const answer = expect(fetchJson("/record.json")).rejects.toThrow("/record.json answered 404");
    await vi.advanceTimersByTimeAsync(2000);
    await answer;
  });

  it("gives up the first two answers that do not begin in time", async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    vi.stubGlobal("fetch", (_address: string, init: RequestInit) => {
      signals.push(init.signal);
      if (!init.signal) return Promise.resolve(Response.json("late"));
      return new Promise((_resolve, reject) => init.signal?.addEventListener("abort", () => reject(new Error("aborted"))));
    });
    const answer = fetchJson("/record.json");
    await vi.advanceTimersByTimeAsync(22_000);
    await expect(answer).resolves.toBe("late");
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, undefined]);
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchConnection } from "./connection.ts";
import { createPendingChoices } from "./pending_choices.ts";
import type { State } from "./connection.ts";

const sockets: Socket[] = [];

/** A websocket whose server is the test. */
class Socket extends EventTarget {
  close = vi.fn();
  constructor() {
    super();
    sockets.push(this);
  }
  send(_data: string) {}
}

/** Connects as Streamlit does; what was reported and the last socket. */
function watch() {
  vi.stubGlobal("WebSocket", Socket);
  const reported: [State, number][] = [];
  const back = vi.fn();
  const watched = watchConnection((state, code) => reported.push([state, code]), back);
  const connect = () => {
    new window.WebSocket("ws://localhost/_stcore/stream");
    return sockets[sockets.length - 1];
  };
  return { reported, back, connect, ...watched };
}
const lose = (socket: Socket, code: number) => socket.dispatchEvent(Object.assign(new Event("close"), { code }));
const hear = (socket: Socket) => socket.dispatchEvent(new Event("message"));

beforeEach(() => {
  sockets.length = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe("the connection", () => {
  it("is there once something has come over it", () => {
    const { reported, back, connect, isThere } = watch();
    const socket = connect();
    expect(isThere()).toBe(false);
    hear(socket);
    expect([isThere(), reported]).toEqual([true, [["connected", 0]]]);
    expect(back).toHaveBeenCalledOnce();
  });
  it("is reported as lost only when that lasts", () => {
    const { reported, connect } = watch();
    const socket = connect();
    hear(socket);
    lose(socket, 1006);
    vi.advanceTimersByTime(2999);
    expect(reported).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(reported[1]).toEqual(["lost", 1006]);
  });
  it("is not reported as lost when a proxy cut it for a moment", () => {
    const { reported, back, connect } = watch();
    const socket = connect();
    hear(socket);
    lose(socket, 1006);
    vi.advanceTimersByTime(1000);
    hear(connect());
    vi.advanceTimersByTime(60_000);
    expect(reported).toEqual([["connected", 0]]);
    expect(back).toHaveBeenCalledTimes(2);
  });
  it("was never there when it does not come in time", () => {
    const { reported, connect } = watch();
    connect();
    vi.advanceTimersByTime(8000);
    expect(reported).toEqual([["unconnected", 0]]);
  });
  it("was never there when it fails four times in a row", () => {
    const { reported, connect } = watch();
    for (const code of [1006, 1006, 1006]) lose(connect(), code);
    expect(reported).toEqual([]);
    lose(connect(), 1008);
    expect(reported).toEqual([["unconnected", 1008]]);
  });
  it("is silent when nothing is answered", () => {
    const { reported, connect } = watch();
    const socket = connect();
    hear(socket);
    socket.send("choice");
    vi.advanceTimersByTime(10_000);
    expect(reported[1]).toEqual(["silent", 0]);
    hear(socket);
    expect(reported[2]).toEqual(["connected", 0]);
  });
  it("is closed when it is open at this end alone", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("ok")));
    window.__streamlit = { BACKEND_BASE_URL: "http://localhost/", HOST_CONFIG: {}, LIGHT_THEME: {}, DARK_THEME: {} };
    const { connect } = watch();
    const socket = connect();
    hear(socket);
    socket.send("choice");
    await vi.advanceTimersByTimeAsync(30_000);
    expect(socket.close).toHaveBeenCalledOnce();
    delete window.__streamlit;
  });
  it("leaves other websockets alone", () => {
    const { reported } = watch();
    new window.WebSocket("ws://localhost/other");
    vi.advanceTimersByTime(60_000);
    expect(reported).toEqual([]);
  });
});

describe("a choice made while nobody is there", () => {
  it("is run at once when somebody is", () => {
    const [run, tell] = [vi.fn(), vi.fn()];
    createPendingChoices(() => true, tell).choose("filter", run);
    expect(run).toHaveBeenCalledOnce();
    expect(tell).not.toHaveBeenCalled();
  });
  it("is run later, the last of each kind, once the page is drawn", () => {
    let there = false;
    const runs: string[] = [];
    const choices = createPendingChoices(
      () => there,
      () => runs.push("reported"),
    );
    choices.choose("filter", () => runs.push("first"));
    choices.choose("filter", () => runs.push("second"));
    choices.choose("pair", () => runs.push("pair"));
    document.body.className = "stApp";
    there = true;
    choices.back();
    vi.advanceTimersByTime(5000);
    expect(runs).toEqual(["reported", "reported", "reported"]);
    document.body.dataset.testScriptState = "notRunning";
    vi.advanceTimersByTime(600);
    expect(runs.slice(3)).toEqual(["second", "pair"]);
    vi.advanceTimersByTime(5000);
    expect(runs).toHaveLength(5);
  });
});

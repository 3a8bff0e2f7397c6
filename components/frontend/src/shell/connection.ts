/**
 * The live connection to the server as a reader has it: Streamlit's websocket, watched from outside.
 *
 * Streamlit opens it anew by itself whenever it is lost, for ever. A proxy may cut it every minute, so an
 * interruption is told only when it lasts; and it counts as back when something has come over it.
 */

/** `unconnected`: never there so far; `lost`: was there; `silent`: there, but nothing is answered. */
export type State = "connecting" | "unconnected" | "connected" | "lost" | "silent";

const STREAM = "/_stcore/stream";
const HEALTH = "_stcore/health";
/** How long an interruption may last before it is told, in milliseconds. */
const GRACE = 3000;
/** How long the first connection may take, and how often in a row it may fail. */
const PATIENCE = 8000;
const FAILURES = 4;
/** How long an answer may take before that is told, and before the connection is taken for dead. */
const ANSWER = 10_000;
const DEAD = 30_000;

/**
 * Watch the connection from here on; to be called before Streamlit's front end runs.
 * @param onChange each change of state, and the code the last websocket was closed with
 * @param back it is there again, however short it was away
 */
export function watchConnection(onChange: (state: State, code: number) => void, back: () => void): { isThere: () => boolean } {
  let established = false;
  let there = false;
  let state: State = "connecting";
  let failures = 0;
  let code = 0;
  const timers: Record<"grace" | "answer" | "dead", number> = { grace: 0, answer: 0, dead: 0 };
  const wait = (name: keyof typeof timers, time: number, act: () => void) => {
    timers[name] ||= window.setTimeout(act, time);
  };
  const rest = (...names: (keyof typeof timers)[]) => {
    for (const name of names) {
      clearTimeout(timers[name]);
      timers[name] = 0;
    }
  };
  const enter = (next: State) => {
    if (next === state) return;
    state = next;
    onChange(state, code);
  };

  function begin() {
    if (!established) wait("grace", PATIENCE, () => enter("unconnected"));
  }

  function open() {
    failures = 0;
    // Perhaps to another replica, which knows nothing of this page: a download asked for would not be
    // there. So the page asks for the view of its address, as when a reader goes back in the history;
    // the state of this event says that nobody did.
    if (established)
      setTimeout(() => dispatchEvent(new PopStateEvent("popstate", { state: { ...(history.state as object | null), reconnected: true } })));
  }

  function hear() {
    const returned = !there;
    established = there = true;
    rest("grace", "answer", "dead");
    enter("connected");
    if (returned) back();
  }

  /** @param reason the code of the closing */
  function lose(reason: number) {
    code = reason;
    there = false;
    failures += 1;
    rest("answer", "dead");
    if (established) wait("grace", GRACE, () => enter("lost"));
    else if (failures >= FAILURES) enter("unconnected");
  }

  function ask(socket: WebSocket) {
    wait("answer", ANSWER, () => enter("silent"));
    wait("dead", DEAD, () => void closeIfDead(socket));
  }

  // The browser knows at once that there is no network, the websocket perhaps not for minutes.
  addEventListener("offline", () => {
    if (established) wait("grace", GRACE, () => enter("lost"));
  });
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (!String(url).endsWith(STREAM)) return;
      begin();
      this.addEventListener("open", open);
      this.addEventListener("message", hear);
      this.addEventListener("close", (closing) => lose(closing.code));
      this.send = (data) => {
        super.send(data);
        if (established) ask(this);
      };
    }
  };
  return { isThere: () => there };
}

/** Close a connection that is open at this end alone; a server that is only slow is left to finish. */
async function closeIfDead(socket: WebSocket) {
  const base = window.__streamlit?.BACKEND_BASE_URL;
  const answer = await fetch(new URL(HEALTH, base), { cache: "no-store", signal: AbortSignal.timeout(5000) }).catch(() => null);
  if (answer?.ok) socket.close();
}

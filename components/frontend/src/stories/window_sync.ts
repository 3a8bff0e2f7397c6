/**
 * The channel between the briefing and the presenter's window: two windows of one origin.
 *
 * Windows that know each other speak directly, which works from files too; others of this origin onMessage
 * the same on a broadcast channel. A message has a number, so that one heard on both ways counts once.
 *
 * A channel is of one briefing alone: the player names it at random and hands the name over in the
 * address of the presenter's window. Several stories carried in links have the same id, and one story
 * may be presented in two windows. So a message also says of which story it is, word for word.
 */
import { plainStory } from "../core/story_schema.ts";
import type { Story } from "../core/story_schema.ts";

const MARK = "atlas-story";
const STORAGE_KEY = "atlas-story-channel";
const REMEMBERED = 40;
/** The channels of this page by the stories they are of. */
const named: Map<string, string> = new Map();

/** What a player is doing, and what the other window asks of it. */
export interface Message {
  mark: string;
  name: string | null;
  fingerprint: string;
  number: string;
  state?: { at: number; playing: boolean; black: boolean };
  ask?: string;
  go?: number;
}

/**
 * The name of the channel of a briefing in this window: a new one, but of the same story that of
 * before, after a reload too, since the presenter's window is still open.
 */
export function nameChannel(story: Story) {
  const fingerprint = hashStory(story);
  const name = named.get(fingerprint) ?? recallName(fingerprint);
  named.set(fingerprint, name);
  return name;
}

/** The name kept by this window before it was reloaded, else a new one. */
function recallName(fingerprint: string) {
  const name = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "{}") as { fingerprint?: string; name?: string };
    // A window opened from this one is given a copy of what is kept here, and must not use it.
    const [opened] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming | undefined)[];
    if (opened?.type === "reload" && stored.fingerprint === fingerprint && isName(stored.name)) return stored.name;
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ name, fingerprint }));
  } catch {
    // Without it a reload loses the presenter's window, which is opened again.
  }
  return name;
}

/** Whether a text from an address names a channel. */
export const isName = (name: unknown): name is string => typeof name === "string" && /^[a-z0-9-]{8,64}$/.test(name);

/** What a story says, as a short number in letters. */
function hashStory(story: Story) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(plainStory(story))))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}

/** @param name of the channel; none in a presenter's window that no briefing opened */
export function openChannel(name: string | null, story: Story, onMessage: (message: Message) => void, signal: AbortSignal) {
  const fingerprint = hashStory(story);
  const known: Set<Window> = new Set();
  const opener = window.opener as Window | null;
  if (opener) known.add(opener);
  const local = location.protocol === "file:";
  const channel = local || name === null ? null : new BroadcastChannel(`${MARK}-${name}`);
  const heard: string[] = [];
  const take = (data: Partial<Message> | null) => {
    if (
      !data ||
      typeof data !== "object" ||
      data.mark !== MARK ||
      data.name !== name ||
      data.fingerprint !== fingerprint ||
      heard.includes(data.number ?? "")
    )
      return;
    heard.push(data.number ?? "");
    if (heard.length > REMEMBERED) heard.shift();
    onMessage(data as Message);
  };
  channel?.addEventListener("message", ({ data }: MessageEvent<Partial<Message> | null>) => take(data));
  window.addEventListener(
    "message",
    (event: MessageEvent<Partial<Message> | null>) => {
      if (event.origin === (local ? "null" : location.origin) && known.has(event.source as Window)) take(event.data);
    },
    { signal },
  );
  signal.addEventListener("abort", () => channel?.close());
  return {
    send(message: Omit<Message, "mark" | "name" | "fingerprint" | "number">) {
      const data = { mark: MARK, name, fingerprint, number: `${Date.now()} ${Math.random()}`, ...message };
      if (!signal.aborted) channel?.postMessage(data);
      for (const other of known) if (!other.closed) other.postMessage(data, local ? "*" : location.origin);
    },
    /** A window that this one opened. */
    addWindow(other: Window | null) {
      if (other) known.add(other);
    },
  };
}

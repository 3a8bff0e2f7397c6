/** Keys and swipes of a briefing: a clicker sends PageUp, PageDown, B or a full stop, F5 and Escape. */

const KEYS: Record<string, string> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Backspace: "back",
  Home: "first",
  End: "last",
  Escape: "leave",
  b: "black",
  ".": "black",
  и: "black",
  f: "full",
  а: "full",
  p: "play",
  з: "play",
  n: "notes",
  т: "notes",
  "?": "help",
  ",": "help",
};
const SWIPE_PIXELS = 48;

/** What a key asks for, or undefined. */
export function readKey(key: KeyboardEvent) {
  if (key.ctrlKey || key.altKey || key.metaKey || key.isComposing) return undefined;
  if (key.key === " " && key.shiftKey) return "back";
  if (key.key === "," && !key.shiftKey) return undefined;
  return KEYS[key.key.length === 1 ? key.key.toLowerCase() : key.key];
}

/** Listen for keys in several windows: the page's and that of the map's frame, which may hold the focus. */
export function listenForKeys(windows: Iterable<Window>, act: (action: string) => void, signal: AbortSignal) {
  for (const each of new Set(windows)) {
    each.addEventListener(
      "keydown",
      (key) => {
        const action = readKey(key);
        const target = key.target as Element | null;
        // Space and Enter press the button that has the focus; fields take what is typed.
        if (!action || target?.closest?.("input, textarea, select")) return;
        if ((key.key === " " || key.key === "Enter") && target?.closest?.("button, a, summary")) return;
        key.preventDefault();
        key.stopImmediatePropagation();
        act(action);
      },
      { capture: true, signal },
    );
  }
}

/** A swipe to either side with a finger. */
export function listenForSwipes(host: HTMLElement, act: (action: string) => void, signal: AbortSignal) {
  let began: { x: number; y: number } | null = null;
  host.addEventListener(
    "touchstart",
    ({ touches }) => {
      began = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
    },
    { passive: true, signal },
  );
  host.addEventListener(
    "touchend",
    ({ changedTouches: [touch] }) => {
      if (!began) return;
      const x = touch.clientX - began.x;
      const y = touch.clientY - began.y;
      began = null;
      if (Math.abs(x) > SWIPE_PIXELS && Math.abs(x) > 1.5 * Math.abs(y)) act(x < 0 ? "next" : "back");
    },
    { passive: true, signal },
  );
}

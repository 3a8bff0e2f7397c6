/**
 * Choices that only the server can follow, made while it cannot be reached: none is lost, and none leads
 * to the browser's own page of an error.
 */

const EVERY = 200;
const REACHED = 5000;

/**
 * @param isThere the connection
 * @param onPending called when a choice has to wait
 */
export function createPendingChoices(isThere: () => boolean, onPending: () => void) {
  /** The last choice of each kind. */
  const pending: Map<string, () => void> = new Map();

  addEventListener("click", (click) => void follow(click));

  /** A link to another page of the atlas is followed once that page can be had. */
  async function follow(click: MouseEvent) {
    if (isThere() || click.defaultPrevented || click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    const link = (click.target as Element).closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    const sameDocument = link.pathname === location.pathname && link.search === location.search;
    if (sameDocument || link.closest(".atlas-unconnected")) return;
    click.preventDefault();
    const { href } = link;
    if (await isReached(href)) return location.assign(href);
    pending.set("page", () => location.assign(href));
    onPending();
  }

  /** Run again what was kept, once Streamlit has drawn the page of its address. */
  function runPending() {
    let looks = 0;
    const timer = setInterval(() => {
      if (!isThere()) return clearInterval(timer);
      const { testScriptState } = document.querySelector<HTMLElement>(".stApp")?.dataset ?? {};
      looks = testScriptState === "notRunning" ? looks + 1 : 0;
      if (looks < 3) return;
      clearInterval(timer);
      const all = [...pending.values()];
      pending.clear();
      for (const run of all) run();
    }, EVERY);
  }

  return {
    /** The connection is there again. */
    back() {
      if (pending.size) runPending();
    },
    /** Run a choice now, or when there is a connection again. */
    choose(kind: string, run: () => void) {
      if (isThere()) return run();
      pending.set(kind, run);
      onPending();
    },
  };
}

/** Whether an address of the atlas answers. */
async function isReached(address: string) {
  try {
    return (await fetch(address, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(REACHED) })).ok;
  } catch {
    return false;
  }
}

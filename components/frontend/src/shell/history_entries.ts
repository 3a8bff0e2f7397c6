/**
 * One entry of the history for each page a reader goes to.
 *
 * Streamlit writes the path of a page when its run begins, and the query when the server names it. As
 * two entries the first is half written, and a step back to it leads forward again.
 */
import { isElsewhere, NAVIGATION } from "./navigation_links.ts";

/** Have what Streamlit writes of one step to a page be one entry. */
export function joinEntries() {
  /** Whether the reader has asked for another page, which is not there yet. */
  let leaving = false;
  /** Whether a page has just been written, and its query may follow. */
  let arrived = false;
  // A browser may refuse to write the history too often: no reason to stop what is being drawn.
  const allow =
    (write: History["pushState"]): History["pushState"] =>
    (...given) => {
      try {
        write.apply(history, given);
      } catch (error) {
        console.warn(error);
      }
    };
  history.replaceState = allow(history.replaceState);
  const push = allow(history.pushState);

  history.pushState = (state: unknown, unused: string, url?: string | URL | null) => {
    const samePage = new URL(String(url ?? ""), document.baseURI).pathname === location.pathname;
    if (!samePage) [leaving, arrived] = [false, true];
    else if (leaving) return;
    else if (arrived && isRunning()) {
      history.replaceState(state, unused, url);
      return;
    } else arrived = false;
    push(state, unused, url);
  };
  const begin = () => {
    [leaving, arrived] = [false, false];
  };
  // Whatever the reader does next is a step of its own.
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, begin, true);
  addEventListener(
    "click",
    (click) => {
      const link = click.target instanceof Element ? click.target.closest(NAVIGATION) : null;
      leaving = link instanceof HTMLAnchorElement && link.pathname !== location.pathname && !isElsewhere(click);
    },
    true,
  );
}

const isRunning = () => document.querySelector<HTMLElement>(".stApp")?.dataset.testScriptState !== "notRunning";

/** What a page is made of may be lost on its way: it is asked for again, and what never comes is said in words. */

const STORAGE_KEY = "atlas-lost";
const TRIES = 2;
/** Losses further apart than this have nothing to do with each other, in milliseconds. */
const LASTING = 60_000;
const PAUSE = 500;

export type Words = { page: string; map: string; again: string };

/**
 * Open the page anew when a script of it was lost, at most twice in a row.
 * @param later run when the server answers: nobody is sent to a page that is not there
 */
export function watchLoadErrors(words: Words, later: (run: () => void) => void) {
  let leaving = false;
  // Whoever leaves cuts off what was still coming: that is no loss.
  addEventListener("beforeunload", () => {
    leaving = true;
    setTimeout(() => (leaving = false), 3000);
  });
  const open = () => {
    if (leaving) return;
    leaving = true;
    const tries = countRetry();
    if (tries <= TRIES) setTimeout(() => location.reload(), PAUSE * tries);
    else document.body.append(describeLost(words.page, words.again, () => location.reload()));
  };
  addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLScriptElement) open();
      else fetchStyleAgain(target);
    },
    true,
  );
  // So Streamlit's front end tells of a part of it that was asked for later.
  addEventListener("vite:preloadError", () => later(open));
  // A style sheet that was lost before this ran has told nobody since.
  addEventListener("load", () => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) if (!(link as HTMLLinkElement).sheet) fetchStyleAgain(link);
  });
}

/** How many losses in a row this one makes; one too many where nothing can be stored. */
function countRetry() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "{}") as { tries?: number; at?: number };
    const { tries = 0, at = 0 } = stored;
    const now = { tries: Date.now() - at < LASTING ? tries + 1 : 1, at: Date.now() };
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(now));
    return now.tries;
  } catch {
    return TRIES + 1;
  }
}

/**
 * Ask again for a style sheet that was lost.
 * @param lost what failed, perhaps in a frame; anything else is left
 */
export function fetchStyleAgain(lost: EventTarget | null) {
  const link = lost as HTMLLinkElement | null;
  const tries = Number(link?.dataset?.again ?? 0);
  if (link?.localName !== "link" || link.rel !== "stylesheet" || tries >= TRIES) return;
  const next = link.cloneNode() as HTMLLinkElement;
  next.dataset.again = String(tries + 1);
  setTimeout(() => link.replaceWith(next), PAUSE);
}

/** What stands where something did not come, with a button. */
export function describeLost(text: string, label: string, retry: () => void) {
  const box = document.createElement("div");
  box.className = "atlas-lost";
  box.setAttribute("role", "alert");
  const said = document.createElement("p");
  said.textContent = text;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", retry);
  box.append(said, button);
  return box;
}

/** Keeps Streamlit's own interface from the reader: its keys, its errors; `page.css` hides the rest. */

/** Streamlit runs the page again, clears caches and reruns always by these. */
const KEYS = new Set(["r", "c", "a"]);
const TOLD = "CLIENT_ERROR_DIALOG";
const NO_PAGE = "Page not found";
const CONNECTION = "Connection error";

export function keepFramework(words: { noPage: string; failed: string }, warn: (text: string) => void) {
  // Streamlit listens here too, and after: a key that reached nothing on its way up is not for it.
  document.addEventListener("keydown", (key) => {
    if (typeof key.key === "string" && KEYS.has(key.key.toLowerCase()) && !key.ctrlKey && !key.metaKey) key.stopImmediatePropagation();
  });
  // Told to open no dialog of an error, it says so by a message to the page around it, or to itself.
  addEventListener("message", ({ source, data }: MessageEvent<{ type?: string; error?: string } | null>) => {
    if (source !== window || data?.type !== TOLD || data.error === CONNECTION) return;
    warn(data.error === NO_PAGE ? words.noPage : words.failed);
  });
}

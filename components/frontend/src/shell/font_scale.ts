/** Large type, for a projector or tired eyes: the reader's choice, stored on this device. */

const STORAGE_KEY = "atlas-type";
const LARGE = "large";

/** Set the size of type on the page's root; to be done before anything is painted. */
export function applyTypeSize() {
  let stored = "";
  try {
    stored = localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    // A browser that keeps nothing shows type as it comes.
  }
  setTypeSize(stored === LARGE);
}

function setTypeSize(large: boolean) {
  if (large) document.documentElement.dataset.type = LARGE;
  else delete document.documentElement.dataset.type;
}

/** Let a button switch between the two sizes. */
export function watchFontScale(button: Element | null) {
  if (!button) return;
  const isLarge = () => document.documentElement.dataset.type === LARGE;
  const show = () => button.setAttribute("aria-pressed", String(isLarge()));
  button.addEventListener("click", () => {
    setTypeSize(!isLarge());
    try {
      localStorage.setItem(STORAGE_KEY, isLarge() ? LARGE : "");
    } catch {
      // Kept for this page only.
    }
    show();
  });
  show();
}

/** Large type, for a projector or tired eyes: the reader's choice, kept on this device. */

const KEPT = "atlas-type";
const LARGE = "large";

/** Set the size of type on the page's root; to be done before anything is painted. */
export function applyTypeSize() {
  let kept = "";
  try {
    kept = localStorage.getItem(KEPT) ?? "";
  } catch {
    // A browser that keeps nothing shows type as it comes.
  }
  setTypeSize(kept === LARGE);
}

function setTypeSize(large: boolean) {
  if (large) document.documentElement.dataset.type = LARGE;
  else delete document.documentElement.dataset.type;
}

/** Let a button switch between the two sizes. */
export function followTypeSize(button: Element | null) {
  if (!button) return;
  const isLarge = () => document.documentElement.dataset.type === LARGE;
  const show = () => button.setAttribute("aria-pressed", String(isLarge()));
  button.addEventListener("click", () => {
    setTypeSize(!isLarge());
    try {
      localStorage.setItem(KEPT, isLarge() ? LARGE : "");
    } catch {
      // Kept for this page only.
    }
    show();
  });
  show();
}

// @ts-check
/** The quiet button by which a page opens the share dialog. */
import { resolveAddress } from "../document/root.js";
import { gettext as _ } from "../language/messages.js";
import { make } from "../map/dom.js";
import { withLanguage } from "../map/view.js";
import { openShare } from "./dialog.js";

/** @typedef {import("./dialog.js").Shared} Shared */

/**
 * @param {{style: string, exports: string}} offer what the server makes
 * @param {() => Shared|Promise<Shared>} describe what is shared, when asked
 */
export function makeShareButton(offer, describe) {
  const button = make("button", { type: "button", class: "share-button", "aria-haspopup": "dialog" }, _("Share, export"));
  button.addEventListener("click", async () => {
    openShare(document, { ...offer, ...(await describe()) });
  });
  return button;
}

/** The address of this page as a link for someone else. */
export const linkHere = () => `${location.origin}${location.pathname}?${withLanguage(location.search)}`;

/** The address of the map alone at a view. @param {Record<string, string>} view */
export function embedAddress(view) {
  return `${resolveAddress("./")}?embed=1&${withLanguage(String(new URLSearchParams(view)))}`;
}

/** The quiet button by which a page opens the share dialog. */
import { resolveAddress } from "../net/base_url.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { withLanguage } from "../core/view_state.ts";
import { openShare } from "./share_dialog.ts";
import type { Shared } from "./share_dialog.ts";
import type { Offer } from "../core/component.ts";

/**
 * @param offer what the server makes
 * @param describe what is shared, when asked
 */
export function makeShareButton(offer: Offer, describe: () => Shared | Promise<Shared>) {
  const button = el("button", { type: "button", class: "share-button", "aria-haspopup": "dialog" }, _("Share, export"));
  button.addEventListener("click", () => {
    void Promise.resolve(describe()).then((shared) => openShare(document, { ...offer, ...shared }));
  });
  return button;
}

/** The address of this page as a link for someone else. */
export const linkHere = () => `${location.origin}${location.pathname}?${withLanguage(location.search)}`;

/** The address of the map alone at a view. */
export function embedAddress(view: Record<string, string>) {
  return `${resolveAddress("./")}?embed=1&${withLanguage(String(new URLSearchParams(view)))}`;
}

/** The quiet button by which a page opens the share dialog, and the loading of that dialog: no page needs it before. */
import { resolveAddress } from "../net/base_url.ts";
import { currentCatalogue, gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { withLanguage } from "../core/view_state.ts";
import type { Shared } from "./share_dialog.ts";
import type { Offer } from "../core/component.ts";

/**
 * @param offer what the server makes
 * @param describe what is shared, when asked
 */
export function makeShareButton(offer: Offer, describe: () => Shared | Promise<Shared>) {
  const button = el("button", { type: "button", class: "share-button", "aria-haspopup": "dialog" }, _("Share, export"));
  button.addEventListener("click", () => {
    const open = async () => openShare({ ...offer, ...(await describe()) });
    void open()
      .then(
        () => _("Share, export"),
        () => _("The dialog could not be loaded. Try again."),
      )
      .then((text) => setText(button, text));
  });
  return button;
}

/** Open the dialog, in the language spoken here. Where its script is lost it is asked for once more. */
export async function openShare(shared: Shared) {
  const load = () => import("./share_dialog.ts");
  const dialog = await load().catch(load);
  dialog.useCatalogue(currentCatalogue());
  dialog.showShare(document, shared);
}

/** The address of this page as a link for someone else. */
export const linkHere = () => `${location.origin}${location.pathname}?${withLanguage(location.search)}`;

/** The address of the map alone at a view. */
export function embedAddress(view: Record<string, string>) {
  return `${resolveAddress("./")}?embed=1&${withLanguage(String(new URLSearchParams(view)))}`;
}

/** The link to the view on the clipboard, or in a field where that is refused. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

/** @param notify shows a short notice */
export async function copyLink(link: string, notify: (text: string) => void) {
  try {
    await navigator.clipboard.writeText(link);
    notify(_("Link copied"));
  } catch {
    // Without clipboard rights the link is shown, selected, to be copied by hand.
    const field = el("input", { type: "text", readonly: true, class: "link", "aria-label": _("Link to this view") });
    field.value = link;
    document.querySelector(".notice")?.replaceChildren(field);
    document.querySelector(".notice")?.removeAttribute("hidden");
    field.select();
  }
}

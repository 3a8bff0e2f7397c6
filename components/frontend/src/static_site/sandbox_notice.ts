/** Words where a page around this one does not let its map run. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

/**
 * A sandbox without `allow-same-origin` keeps a map's frame apart from the page that holds its documents.
 * @param spoken settles when the page speaks its language
 */
export function explainSandbox(spoken: Promise<unknown>) {
  document.addEventListener("DOMContentLoaded", () => {
    void spoken.then(() => {
      for (const frame of document.querySelectorAll<HTMLIFrameElement>(".stMain iframe"))
        if (!frame.contentDocument) frame.replaceWith(renderWords());
    });
  });
}

function renderWords() {
  const words = el("div", { class: "sandboxed", role: "alert" }, el("p", {}, _("The page around this map does not allow it to run.")));
  if (location.protocol.startsWith("http"))
    words.append(el("a", { href: location.href, target: "_blank", rel: "noopener" }, _("Open the map in its own window")));
  return words;
}

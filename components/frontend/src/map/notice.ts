/** A quiet notice at the foot of the map. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";

export function createNotice(host: HTMLElement) {
  let timer = 0;
  const text = el("span", {});
  const close = el("button", { type: "button", "aria-label": _("Close") }, "×");
  const hide = () => {
    host.hidden = true;
  };
  close.addEventListener("click", hide);
  return {
    show(message: string, milliseconds: number = 9000) {
      setText(text, message);
      host.replaceChildren(text, close);
      host.hidden = false;
      clearTimeout(timer);
      timer = setTimeout(hide, milliseconds);
    },
  };
}

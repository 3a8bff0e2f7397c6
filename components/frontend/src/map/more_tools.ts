/** On a small screen most buttons of the map wait behind one of their own, and open as a list with their names. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

/** The style sheet says on which screens; elsewhere the button is not seen. */
export function gatherTools(tools: HTMLElement) {
  const { classList } = document.documentElement;
  const group = tools.querySelector<HTMLElement>(".group:last-of-type");
  if (!group || classList.contains("synced") || classList.contains("detached")) return;
  const name = _("More tools");
  const more = el("button", { type: "button", class: "more", "aria-label": name, "aria-expanded": "false" }, "⋯");
  const open = (isOpen: boolean) => {
    // The list of layers would lie over it.
    if (isOpen && !tools.querySelector<HTMLElement>(".layers")?.hidden) group.querySelector("button")?.click();
    group.classList.toggle("open", isOpen);
    more.setAttribute("aria-expanded", String(isOpen));
    more.setAttribute("aria-label", isOpen ? _("Close") : name);
    more.textContent = isOpen ? "×" : "⋯";
  };
  group.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest("button");
    open(button === more && !group.classList.contains("open"));
  });
  document.addEventListener("pointerdown", ({ target }) => group.contains(target as Node) || open(false), { capture: true });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !group.classList.contains("open")) return;
    open(false);
    more.focus();
  });
  group.append(more);
}

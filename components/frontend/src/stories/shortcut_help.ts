/** The keys of the player, laid over it when asked for. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

export function createHelp() {
  const keys = [
    [_("→ ↓ Page Down Space"), _("Next step")],
    [_("← ↑ Page Up"), _("Previous step")],
    [_("Home, End"), _("First and last step")],
    ["P", _("Start or pause autoplay")],
    ["B", _("Blank screen")],
    ["N", _("Presenter view: notes, next step, clock")],
    ["F", _("Full screen")],
    ["?", _("This help")],
    ["Esc", _("Exit")],
  ];
  const rows = keys.flatMap(([key, what]) => [el("dt", {}, key), el("dd", {}, what)]);
  const element = el(
    "div",
    { class: "keys", role: "dialog", "aria-label": _("Keyboard shortcuts"), hidden: true, tabindex: "-1" },
    el("div", {}, el("h2", {}, _("Keyboard shortcuts")), el("dl", {}, ...rows)),
  );
  element.addEventListener("click", () => show(false));
  let before: Element | null = null;
  function show(on: boolean) {
    if (on) before = document.activeElement;
    element.hidden = !on;
    if (on) element.focus();
    else if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
  return {
    element,
    show,
    get open() {
      return !element.hidden;
    },
  };
}

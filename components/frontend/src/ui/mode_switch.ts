/** The choice of the kind of answer that stances rest on: one control for the map and every page. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";
import { MODES, formatMode, nameMode } from "./reading_labels.ts";

/** @param name the class of the control; the style sheet of the page draws it */
export function createModeSwitch(name: string, choose: (mode: string | null) => void) {
  const element = el("div", { class: name, role: "group", "aria-label": _("Kind of answer") });
  const buttons = MODES.map((mode) => {
    const button = el("button", { type: "button", "data-mode": mode ?? "", "data-key": `mode-${mode ?? "all"}` }, nameMode(mode));
    button.addEventListener("click", () => choose(mode));
    element.append(button);
    return { mode, button };
  });
  return {
    element,
    /** Mark the kind of answer that is shown; null is all. */
    show(shown: string | null) {
      for (const { mode, button } of buttons) button.setAttribute("aria-pressed", String(mode === shown));
    },
  };
}

/** The control as it stands for a page; nothing where there is no choice, as in the static atlas. */
export function renderModeSwitch(mode: string | null | undefined, choose: (mode: string) => void): HTMLElement[] {
  if (mode === undefined) return [];
  const control = createModeSwitch("mode-switch", (chosen) => choose(chosen ?? ""));
  control.show(mode);
  return [control.element];
}

/** That stances rest on one kind of answer; nothing for all. */
export function describeModeChoice(mode: string | null | undefined) {
  if (!mode) return "";
  return _("Stances by one kind of answer: {reading}. Who answered otherwise has no data here.", { reading: formatMode(mode) });
}

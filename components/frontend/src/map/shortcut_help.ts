/** What the keyboard does on the map, laid over it by the question mark or its button. */
import { gettext as _ } from "../i18n/gettext.ts";
import { openDialog } from "../ui/dialog.ts";
import { el } from "../ui/dom.ts";

/** @param style the address of the dialog's style sheet */
export function showKeys(style?: string) {
  if (document.querySelector("dialog[open]")) return;
  const keys = [
    ["Tab, Shift+Tab", _("Next control: years, search, tools, legend, countries, zones, events")],
    [_("Enter, Space"), _("Press a button; open a country, zone or event")],
    [_("On the slider: ← →"), _("Previous/next year, month or day: the unit in view")],
    [_("On the slider: Shift + ← →"), _("Ten years, a year or a month at once")],
    [_("On the slider: Page Up, Page Down"), _("Previous/next event")],
    [_("On the slider: Home, End"), _("First/last year or day")],
    [_("On the slider: + −"), _("Shorter/longer period in view")],
    [_("On the slider: 0"), _("All years in view")],
    [_("In the search: ↑ ↓, Enter"), _("Choose and open a result")],
    [_("On the map: ← → ↑ ↓"), _("Pan")],
    [_("On the map: + −"), _("Zoom in/out")],
    ...(document.querySelector(".tools .own") ? [[_("Your data"), _("The last button, or a file dropped on the map")]] : []),
    ["Esc", _("Close")],
    ["?", _("This help")],
  ];
  const rows = keys.flatMap(([key, what]) => [el("dt", {}, key), el("dd", {}, what)]);
  openDialog(document, style, _("Keyboard shortcuts"), el("dl", { class: "keys" }, ...rows));
}

/** Listen in the frame and in the page around it. */
export function listenForHelp(windows: Window[], show: () => void) {
  const ended = new AbortController();
  for (const each of new Set(windows)) {
    each.addEventListener(
      "keydown",
      (key) => {
        const field = (key.target as Element | null)?.closest?.("input, textarea, select, [contenteditable]");
        if (key.key !== "?" || field || key.ctrlKey || key.metaKey || key.altKey) return;
        key.preventDefault();
        show();
      },
      { signal: ended.signal },
    );
  }
  window.addEventListener("pagehide", () => ended.abort());
}

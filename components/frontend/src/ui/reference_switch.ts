/** The reference party of an event can be changed where there are two. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";
import type { Named } from "../core/record.ts";

export function renderReferences(event: { references: Named[]; toward: Named }, choose: (id: string) => void) {
  if (event.references.length < 2) return [];
  const buttons = event.references.map(({ id, name }) => {
    const pressed = String(id === event.toward.id);
    const button = el("button", { type: "button", "aria-pressed": pressed }, _("Positions on {country}", { country: name }));
    button.addEventListener("click", () => choose(id));
    return button;
  });
  return [el("div", { class: "switch", role: "group", "aria-label": _("Stances toward") }, ...buttons)];
}

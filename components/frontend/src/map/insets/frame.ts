/** The frame of an inset: its name, the map that it leads to, and the button that closes it. */
import { gettext as _ } from "../../i18n/gettext.ts";
import { el } from "../../ui/dom.ts";
import type { Inset } from "../../core/atlas.ts";
import type { InsetDrawing } from "./drawing.ts";
import type { Box } from "./layout.ts";

export interface InsetEvents {
  show: (inset: Inset) => void;
  close: (inset: Inset) => void;
  /** the pointer or the focus came, or left */
  point: (inset: Inset, isOn: boolean) => void;
}

/** @param element the empty overlay that becomes the inset */
export function createFrame(element: HTMLElement, inset: Inset, on: InsetEvents) {
  const { name } = inset;
  const label = inset.kind === "place" ? _("Show on the map: {place}", { place: name }) : _("Show the whole region on the map");
  const go = el("button", { type: "button", class: "go", "aria-label": label, title: label });
  const close = el(
    "button",
    { type: "button", class: "close", "aria-label": _("Close the inset: {name}", { name }), title: _("Close") },
    "×",
  );
  go.addEventListener("click", () => on.show(inset));
  close.addEventListener("click", () => on.close(inset));
  for (const [event, isOn] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]] as const) {
    element.addEventListener(event, () => on.point(inset, isOn));
  } // prettier-ignore
  element.classList.add(inset.kind);
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", _("Inset: {name}", { name }));
  element.hidden = true;
  element.append(go, el("span", { class: "name", "aria-hidden": "true" }, name), close);
  return {
    element,
    place(box: Box, isSubject: boolean) {
      for (const side of ["left", "top", "width", "height"] as const) element.style[side] = `${box[side]}px`;
      element.classList.toggle("subject", isSubject);
      element.hidden = false;
    },
    show: (drawing: InsetDrawing) => go.replaceChildren(drawing.svg),
    hide() {
      element.hidden = true;
    },
  };
}

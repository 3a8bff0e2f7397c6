/** The parts laid over the map, and who is credited for it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

/** The parts laid over the map, before its shapes: from stop to stop the slider comes first, dozens of shapes last. */
export function buildOverlays(container: HTMLElement) {
  const map = container.firstElementChild;
  const part = (name: string, attributes: Record<string, string | boolean> = {}) => {
    const element = el("div", { class: `overlay ${name}`, ...attributes });
    for (const event of ["pointerdown", "dblclick", "wheel", "mousedown", "touchstart"]) {
      element.addEventListener(event, (happening) => happening.stopPropagation(), { passive: true });
    }
    container.insertBefore(element, map);
    return element;
  };
  const headline = part("headline");
  const slider = part("slider");
  const credit = part("credit");
  credit.append(
    el("span", {}, _("Borders follow UN General Assembly resolutions; control is shown separately.")),
    " ",
    _("Natural Earth · GeoNames CC BY 4.0 · borders © OpenStreetMap contributors, ODbL"),
  );
  return {
    headline,
    search: part("search", { role: "search" }),
    tools: part("tools"),
    legend: part("legend"),
    notice: part("notice", { role: "status", hidden: true }),
    slider,
    /** One more, asked for later. */
    add: part,
  };
}

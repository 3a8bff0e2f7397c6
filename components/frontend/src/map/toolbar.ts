/** Buttons of the map: zoom, home, layer switches, copy link, panel. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { el, setAttributes } from "../ui/dom.ts";
import { makeIcon } from "../ui/icon.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";

const nameLayers = (): Record<string, string> => ({
  members: pgettext("layer", "Members"),
  zones: _("Zones"),
  events: pgettext("layer", "Events"),
  frontier: _("Detailed borders"),
  relief: _("Relief"),
  labels: _("Labels"),
  control: _("Who controls what"),
});

export function createTools(
  host: HTMLElement,
  map: L.Map,
  atlas: Atlas,
  store: Store,
  on: { home: () => void; copy: () => void; share: () => void; keys: () => void; keep: () => void },
) {
  const boxes: Map<string, HTMLInputElement> = new Map();
  const list = el("fieldset", { class: "layers", hidden: true }, el("legend", {}, _("Layers")));
  const names = nameLayers();
  for (const layer of atlas.link.layers) {
    const box = el("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      const layers = atlas.link.layers.filter((name: string) => boxes.get(name)?.checked);
      store.set({ layers }, "quiet");
    });
    boxes.set(layer, box);
    list.append(el("label", {}, box, names[layer]));
  }
  const layers = button(_("Layers"), "M12 3 2 8.5 12 14l10-5.5zM4.5 12.5 12 16.6l7.5-4.1L22 14l-10 5.5L2 14z", () => {
    list.hidden = !list.hidden;
    layers.setAttribute("aria-expanded", String(!list.hidden));
  });
  layers.setAttribute("aria-expanded", "false");
  const copy = button(
    _("Copy link"),
    "M9 17H7A5 5 0 0 1 7 7h2v2H7a3 3 0 0 0 0 6h2zm6-10h2a5 5 0 0 1 0 10h-2v-2h2a3 3 0 0 0 0-6h-2zM8 11h8v2H8z",
    on.copy,
  );
  const share = button(
    _("Share, embed, export"),
    "M12 2 7 7l1.4 1.4L11 5.8V15h2V5.8l2.6 2.6L17 7zM5 10h4v2H6v8h12v-8h-3v-2h5v12H4V10z",
    on.share,
  );
  const keep = button(
    _("Add this view to my briefing"),
    "M5 3h14v18l-7-5-7 5zm2 2v12.2l5-3.6 5 3.6V5zm4 1.5h2v2h2v2h-2v2h-2v-2H9v-2h2z",
    on.keep,
  );
  const panel = button(_("Hide the panel"), "M4 5h16v14H4zm2 2v10h8V7zm10 0v10h2V7z", () => {
    store.set({ panel: store.view.panel === "off" ? null : "off" }, "settled");
  });
  const zoomIn = button(_("Zoom in"), "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z", () => map.zoomIn());
  const zoomOut = button(_("Zoom out"), "M5 11h14v2H5z", () => map.zoomOut());
  const home = button(_("Reset view"), "M12 4 3 11h3v8h4.5v-5h3v5H18v-8h3z", on.home);
  const help = button(
    _("Keyboard shortcuts"),
    "M3 6h18v12H3zm2 2v8h14V8zm1 1h2v2H6zm3.3 0h2v2h-2zm3.4 0h2v2h-2zM16 9h2v2h-2zm-8 4h8v2H8z",
    on.keys,
  );
  help.classList.add("help");
  host.append(
    el("div", { class: "group" }, zoomIn, zoomOut, home, help),
    el("div", { class: "group" }, layers, copy, share, keep, panel),
    list,
  );
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape" && !list.hidden) layers.click();
  });
  return {
    draw(view: View) {
      for (const [layer, box] of boxes) box.checked = view.layers.includes(layer);
      const label = view.panel === "off" ? _("Show the panel") : _("Hide the panel");
      setAttributes(panel, { "aria-label": label, title: label });
    },
  };
}

function button(label: string, path: string, act: () => void) {
  const element = el("button", { type: "button", "aria-label": label, title: label }, makeIcon(path));
  element.addEventListener("click", act);
  return element;
}

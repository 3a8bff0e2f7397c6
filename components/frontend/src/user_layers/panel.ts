/** The list of the reader's layers: file in, order, opacity, name, counts, table, and the way out. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { el, setText } from "../ui/dom.ts";
import { SPANS, type SpanMode } from "./time_selection.ts";
import { describeSize, nameCategory } from "./row_text.ts";
import type { Counts } from "./layer_counts.ts";
import type { UserLayer } from "./layer_storage.ts";

const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.geojson,.json,.kml,.kmz,.gpkg";
/** Countries and zones listed of each layer. */
const LISTED = 6;

const nameSpans = (): Record<SpanMode, string> => ({
  view: _("in the period in view"),
  month: _("in the 30 days up to it"),
  year: _("in the 12 months up to it"),
  all: _("accumulated up to it"),
});

export interface PanelActions {
  open: (files: File[]) => void;
  change: (id: string, patch: Partial<UserLayer["settings"]>) => void;
  move: (id: string, way: 1 | -1) => void;
  remove: (ids: string[]) => void;
  table: (id: string) => void;
}
export interface Naming {
  country: (place: number) => string;
  zone: (place: number) => string;
}

export function createPanel(container: HTMLElement, close: () => void, naming: Naming, on: PanelActions) {
  const input = el("input", { type: "file", multiple: true, accept: ACCEPTED, class: "file" });
  input.addEventListener("change", () => {
    on.open([...(input.files ?? [])]);
    input.value = "";
  });
  const shut = el("button", { type: "button", class: "shut", "aria-label": _("Close") }, "×");
  shut.addEventListener("click", close);
  const list = el("ol", { class: "user-layers" });
  const all = el("button", { type: "button", class: "remove-all" }, _("Remove all my data"));
  const state = el("p", { class: "state", role: "status" });
  const element = el(
    "section",
    { class: "overlay user-panel", "aria-label": _("Your data"), hidden: true },
    el("header", {}, el("h2", {}, _("Your data")), shut),
    el(
      "p",
      {},
      _("Drop files here or choose them: CSV, TSV, XLSX, GeoJSON or KML. They stay in this browser until you put them into a file."),
    ),
    el("label", { class: "choose" }, el("span", {}, _("Choose files")), input),
    state,
    list,
    all,
    el("p", { class: "note" }, _("Your data are no part of links. They go into pictures, files and briefings only where you say so.")),
  );
  for (const event of ["pointerdown", "dblclick", "wheel", "mousedown", "mousemove", "touchstart", "click"]) {
    element.addEventListener(event, (happening) => happening.stopPropagation(), { passive: true });
  }
  element.addEventListener("keydown", (key) => {
    key.stopPropagation();
    if (key.key === "Escape") close();
  });
  container.append(element);
  let items: Map<string, ReturnType<typeof buildItem>> = new Map();
  let ids: string[] = [];
  all.addEventListener("click", () => on.remove(ids));

  function buildItem(layer: UserLayer, place: number, count: number) {
    const { settings, data } = layer;
    const { id } = settings;
    const visible = el("input", { type: "checkbox", "aria-label": _("Show {name}", { name: settings.name }), checked: settings.isVisible });
    visible.addEventListener("change", () => on.change(id, { isVisible: visible.checked }));
    const name = el("input", { type: "text", "aria-label": _("Name of the layer"), maxlength: "120" });
    name.value = settings.name;
    name.addEventListener("change", () => on.change(id, { name: name.value.trim() || settings.file }));
    const opacity = el("input", { type: "range", min: "0.1", max: "1", step: "0.05" });
    opacity.value = String(settings.opacity);
    opacity.addEventListener("input", () => on.change(id, { opacity: Number(opacity.value) }));
    const span = el("select", {}, ...SPANS.map((mode) => el("option", { value: mode }, nameSpans()[mode])));
    span.value = settings.span;
    span.addEventListener("change", () => on.change(id, { span: span.value as SpanMode }));
    const press = (label: string, face: string, act: () => void, isIdle = false) => {
      const button = el("button", { type: "button", "aria-label": label, disabled: isIdle }, face);
      button.addEventListener("click", act);
      return button;
    };
    const shown = el("p", { class: "shown" });
    const rows = data.categories.map((_value, category) => {
      const number = el("span", { class: "count" });
      const dot = el("span", { class: "dot" });
      return { number, dot, row: el("li", {}, dot, el("span", { class: "text" }, nameCategory(layer, category)), number) };
    });
    const places = el("p", { class: "places" });
    const table = el("button", { type: "button" }, _("Table"));
    table.addEventListener("click", () => on.table(id));
    const item = el(
      "li",
      { "data-layer": id },
      el(
        "div",
        { class: "head" },
        visible,
        name,
        press(_("Bring {name} forward", { name: settings.name }), "↑", () => on.move(id, 1), place === count - 1),
        press(_("Send {name} back", { name: settings.name }), "↓", () => on.move(id, -1), place === 0),
        press(_("Remove {name}", { name: settings.name }), "×", () => on.remove([id])),
      ),
      el("div", { class: "set" }, el("label", {}, _("Show"), " ", span), el("label", {}, _("Opacity"), " ", opacity)),
      shown,
      el("ul", { class: "categories" }, ...rows.map(({ row }) => row)),
      places,
      el("div", { class: "files" }, table),
    );
    span.disabled = !data.hasDates;
    return { item, shown, rows, places };
  }

  return {
    element,
    get isOpen() {
      return !element.hidden;
    },
    show(isOpen: boolean) {
      element.hidden = !isOpen;
      if (isOpen) input.focus();
    },
    say: (text: string) => setText(state, text),
    /** @param layers from back to front; the list has the front first */
    list(layers: UserLayer[]) {
      const active = document.activeElement?.getAttribute("aria-label");
      ids = layers.map(({ settings }) => settings.id);
      items = new Map(layers.map((layer, place) => [layer.settings.id, buildItem(layer, place, layers.length)]));
      list.replaceChildren(...[...items.values()].reverse().map(({ item }) => item));
      all.hidden = !layers.length;
      if (active)
        [...list.querySelectorAll<HTMLElement>("[aria-label]")].find((each) => each.getAttribute("aria-label") === active)?.focus();
    },
    paint(colors: string[]) {
      for (const { rows } of items.values())
        rows.forEach(({ dot }, place) => dot.style.setProperty("background", colors[place % colors.length]));
    },
    /** @param inView of those shown, how many lie in the part of the map in view */
    count(layer: UserLayer, counts: Counts, inView: number) {
      const item = items.get(layer.settings.id);
      if (!item) return;
      const sum = layer.settings.sizeName && counts.sum ? ` · ${layer.settings.sizeName}: ${describeSize(counts.sum)}` : "";
      const total = _("{shown} of {all} rows", { shown: formatNumber(counts.shown), all: formatNumber(layer.data.count) });
      const seen = ngettext("{count} in the part of the map in view", "{count} in the part of the map in view", inView);
      setText(item.shown, `${total}, ${seen}${sum}`);
      item.rows.forEach(({ number, row }, place) => {
        setText(number, formatNumber(counts.categories[place]));
        row.classList.toggle("empty", !counts.categories[place]);
      });
      setText(item.places, [...nameMost(counts.countries, naming.country), ...nameMost(counts.zones, naming.zone)].join(" · "));
    },
  };
}

function nameMost(counts: Map<number, number>, name: (place: number) => string) {
  const sorted = [...counts].filter(([, count]) => count).sort((one, two) => two[1] - one[1]);
  const listed = sorted.slice(0, LISTED).map(([place, count]) => `${name(place)} ${formatNumber(count)}`);
  return sorted.length > LISTED ? [...listed, _("and {count} more", { count: formatNumber(sorted.length - LISTED) })] : listed;
}

/** The rows that a moment shows, as a table: page by page, and as a file. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { isoOf } from "../core/iso_day.ts";
import { saveFile } from "../share/save_file.ts";
import { openDialog } from "../ui/dialog.ts";
import { el, setText } from "../ui/dom.ts";
import { writeCsv } from "./csv_writing.ts";
import { ALWAYS } from "./packed_layer.ts";
import { describeDays, describeSize, nameCategory } from "./row_text.ts";
import { visitPeriod, type Period } from "./time_selection.ts";
import type { UserLayer } from "./layer_storage.ts";

const PAGE = 100;
const DECIMALS = 4;

export function showTable(document: Document, style: string | undefined, layer: UserLayer, period: Period) {
  const { settings, data } = layer;
  const places: number[] = [];
  visitPeriod(data, period, (at) => places.push(at));
  let first = 0;
  const names = [_("Row"), _("Label"), _("Date or start"), settings.categoryName, settings.sizeName, _("Latitude"), _("Longitude")];
  const isShown = names.map(Boolean);
  const body = el("tbody", {});
  const said = el("span", { class: "said", role: "status" });
  const turn = (label: string, way: 1 | -1) => {
    const button = el("button", { type: "button" }, label);
    button.addEventListener("click", () => {
      first = Math.max(0, Math.min(first + way * PAGE, Math.floor(Math.max(0, places.length - 1) / PAGE) * PAGE));
      draw();
    });
    return button;
  };
  const [before, next] = [turn(_("Previous rows"), -1), turn(_("Next rows"), 1)];

  function draw() {
    const rows = places.slice(first, first + PAGE).map((at) => {
      const cells = [
        formatNumber(data.row[at]),
        data.labels[at],
        describeDays(layer, at),
        nameCategory(layer, data.category[at]),
        describeSize(data.size[at]),
        formatNumber(data.lat[at], DECIMALS),
        formatNumber(data.lon[at], DECIMALS),
      ];
      return el("tr", {}, ...cells.filter((_cell, column) => isShown[column]).map((cell) => el("td", {}, cell)));
    });
    body.replaceChildren(...rows);
    const to = Math.min(first + PAGE, places.length);
    setText(
      said,
      places.length
        ? _("{from}–{to} of {count}", { from: formatNumber(first + 1), to: formatNumber(to), count: formatNumber(places.length) })
        : _("No rows in the period in view."),
    );
    before.disabled = first === 0;
    next.disabled = to === places.length;
  }

  const save = el("button", { type: "button" }, _("Save as CSV"));
  save.addEventListener("click", () => {
    const days = (day: number) => (day === ALWAYS ? "" : isoOf(day));
    const rows = places.map((at) => [
      String(data.row[at]),
      data.labels[at],
      days(data.start[at]),
      data.start[at] === ALWAYS ? "" : days(data.end[at]),
      data.categories[data.category[at]],
      Number.isNaN(data.size[at]) ? "" : String(data.size[at]),
      data.lat[at].toFixed(5),
      data.lon[at].toFixed(5),
    ]);
    const text = writeCsv([["row", "label", "start", "end", "category", "size", "latitude", "longitude"], ...rows]);
    const [sentence, again] = saveFile(
      new File([text], `${settings.name.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 60) || "layer"}.csv`, { type: "text/csv" }),
    );
    status.replaceChildren(sentence, " ", again);
  });
  const status = el("div", { class: "status" });
  const head = names.filter(Boolean).map((name) => el("th", { scope: "col" }, name));
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...head)), body);
  const scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": settings.name }, table);
  draw();
  const dialog = openDialog(
    document,
    style,
    settings.name,
    el("p", {}, ngettext("{count} row in the period in view", "{count} rows in the period in view", places.length)),
    scroll,
    el("div", { class: "files" }, before, next, said, save),
    status,
  );
  dialog.classList.add("user-import");
}

/** The matrix of events by members: controls, legend, and one of two layouts of the same cells. */
import { gettext as _, ngettext, pgettext } from "../i18n/gettext.ts";
import { describeAnswers, renderAnswers, renderAnswersLegend } from "./matrix_answers.ts";
import { nameStance } from "./matrix_rows.ts";
import { formatWeakness } from "../ui/certainty_labels.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { describeModeChoice, renderModeSwitch } from "../ui/mode_switch.ts";
import { WORDS } from "../ui/code_labels.ts";
import { renderOverview, renderReadable } from "./matrix_layouts.ts";
import { moveByKeys } from "./matrix_keyboard.ts";
import { keepPlace, makeHead, makeSwatch } from "./elements.ts";
import { makeSelect } from "../ui/select.ts";
import type { Component } from "../core/component.ts";
import type { Layer, Matrix } from "./content.ts";

export function draw({ data, parentElement, setTriggerValue }: Component<Matrix>) {
  const host = parentElement.querySelector<HTMLElement>(".cohesion");
  if (!host || !data) return;
  const choose = (change: Record<string, string>) => setTriggerValue("choice", change);
  const readout = el("p", { class: "readout" }, _("Point at a cell or use the arrow keys; select it to see the sources."));
  const body = data.empty ? renderEmpty(data.empty, choose) : renderTable(data, readout);
  keepPlace(host, () =>
    host.replaceChildren(
      ...makeHead({ anchor: "matrix", title: data.title, finding: data.finding }),
      el("div", { class: "notices", role: "status" }, ...data.notices.map((text) => el("p", { class: "note" }, text))),
      ...(data.tally ? [el("p", {}, data.tally)] : []),
      renderControls(data, choose, (mode) => setTriggerValue("mode", mode)),
      ...(data.mode ? [el("p", { class: "note mode-note" }, `${describeModeChoice(data.mode)} ${describeOthers()}`)] : []),
      ...(data.empty || data.size !== "answers" ? [] : [renderAnswersLegend(data)]),
      ...(data.empty ? [] : [readout]),
      body,
      ...(data.empty ? [] : [renderLegend(data), ...data.paragraphs.map((text) => el("p", {}, text))]),
      ...(data.gaps ? [el("p", { class: "note" }, data.gaps)] : []),
    ),
  );
  showChosen(host);
}

/** Bring the event of the link into sight within the frame, until a reader moves it. */
function showChosen(host: HTMLElement) {
  const frame = host.querySelector(".matrix");
  const cell = frame?.querySelector("a.chosen");
  if (!frame || !cell || host.dataset.moved !== undefined) return;
  const observer = new ResizeObserver(() => {
    const [outer, inner] = [frame.getBoundingClientRect(), cell.getBoundingClientRect()];
    frame.scrollTop += inner.top - outer.top - outer.height / 3;
    frame.scrollLeft += Math.max(0, inner.left - outer.left - outer.width / 2);
  });
  // The style sheet may come after the cells.
  observer.observe(frame);
  observer.observe(cell);
  const stop = () => {
    host.dataset.moved = "";
    observer.disconnect();
  };
  for (const name of ["wheel", "pointerdown", "keydown", "touchstart"]) frame.addEventListener(name, stop, { once: true, passive: true });
}

const describeOthers = () =>
  _("The other sections of this page rest on all answers; the table on the robustness of the index has it by deeds alone.");

function renderControls(data: Matrix, choose: (change: Record<string, string>) => void, chooseMode: (mode: string) => void) {
  const [first, last] = data.years;
  const years = Array.from({ length: last - first + 1 }, (__, place) => String(first + place));
  const pick = (found: string[]) => found.map((year) => [year, year] as [string, string]);
  const switcher = el(
    "div",
    { class: "switch", role: "group", "aria-label": _("Size") },
    ...[
      ["answers", _("Words, votes, deeds")],
      ["overview", _("Compact")],
      ["read", _("Detailed")],
    ].map(([size, words]) => {
      const button = el("button", { type: "button", "aria-pressed": String(data.size === size), "data-key": `size-${size}` }, words);
      button.addEventListener("click", () => choose({ size }));
      return button;
    }),
  );
  return el(
    "div",
    { class: "controls" },
    switcher,
    ...renderModeSwitch(data.mode, chooseMode),
    ...(data.fixed
      ? [el("p", { class: "note" }, data.fixed)]
      : [
          makeSelect(
            "by",
            _("Sort by"),
            [
              ["date", pgettext("order", "date")],
              ["kind", pgettext("order", "event type")],
              ...data.members.map(({ id, name }): [string, string] => [id, _("stance of {country}", { country: name })]),
            ],
            data.by,
            (by) => choose({ by }),
          ),
          makeSelect(
            "about",
            _("Stances toward"),
            [
              ["", _("any party")],
              ["members", _("a member")],
              ["bloc", _("Treaty or Organization")],
              ["others", _("a state outside")],
            ],
            data.about,
            (about) => choose({ about }),
          ),
          makeSelect("from", pgettext("year", "From"), pick(years.filter((year) => Number(year) <= data.to)), String(data.from), (from) =>
            choose({ from }),
          ),
          makeSelect("to", pgettext("year", "To"), pick(years.filter((year) => Number(year) >= data.from)), String(data.to), (to) =>
            choose({ to }),
          ),
        ]),
  );
}

function renderLegend(data: Matrix) {
  // Marks of several kinds in a cell are not counted as one stance.
  const count = (code: string) => (data.size === "answers" ? [] : [el("span", { class: "count" }, String(data.counts[code] ?? 0))]);
  const rows = data.codes.map((code) =>
    el("li", {}, makeSwatch(code, data.palette), el("span", { class: "code" }, code), data.labels[code], ...count(code)),
  );
  const contested = makeSwatch("NEU", data.palette, "LEAN");
  const own = el("span", { class: "swatch own", "aria-hidden": "true" });
  const uncast = makeSwatch("SIL", data.palette);
  uncast.classList.add("uncast");
  return el(
    "ul",
    { class: "legend" },
    ...rows,
    el("li", {}, uncast, pgettext("vote", "not voting"), ...count("not_voting")),
    el("li", {}, contested, _("stripes: sources disagree")),
    el("li", {}, makeSwatch("TEP", data.palette, undefined, true), _("gaps: weak evidence")),
    el("li", {}, own, _("reference party"), ...count("own")),
  );
}

const CLASSES = { answers: "rows by-kind", overview: "overview", read: "rows read" };

function renderTable(data: Matrix, readout: HTMLElement) {
  const layouts = { read: renderReadable, overview: renderOverview, answers: renderAnswers };
  const table = layouts[data.size](data);
  const frame = el("div", { class: `scroll matrix ${CLASSES[data.size]}`, "data-key": `matrix-${data.size}-${data.by}` }, table);
  const showReadout = (event: Event) => {
    const cell = event.target instanceof Element ? event.target.closest("a[data-cell]") : null;
    if (cell) readout.replaceChildren(...describeCell(data, cell as HTMLElement));
  };
  frame.addEventListener("pointerover", showReadout);
  frame.addEventListener("focusin", showReadout);
  moveByKeys(frame);
  return frame;
}

/** @param code empty for the party concerned */
function formatCell(data: Matrix, actor: string, layer: Layer, code: string, other: string) {
  if (!code) return _("{actor}: reference party", { actor });
  const values = { actor, toward: layer.to, stance: nameStance(data, layer, code) };
  return other
    ? _("{actor} toward {toward}: {stance}, sources disagree ({other})", { ...values, other: data.labels[other] })
    : _("{actor} toward {toward}: {stance}", values);
}

const formatClaimCount = (number: number) => ngettext("{count} claim", "{count} claims", number);

function describeCell(data: Matrix, cell: HTMLElement) {
  const [group, place, seat] = (cell.dataset.cell ?? "").split(" ").map(Number);
  const layer = data.groups[group].layers[place];
  const head = [
    el("strong", {}, layer.title),
    ` · ${dateRange(layer.date_start, layer.date_end)} · ${WORDS.kind[layer.kind] ?? layer.kind} · `,
  ];
  if (data.size === "answers") return [...head, el("strong", {}, describeAnswers(data, layer, seat))];
  const [code, other, claims, weakness] = layer.cells[seat];
  const own = data.members[seat].id === layer.toward;
  return [
    ...head,
    el("strong", {}, formatCell(data, data.members[seat].name, layer, own ? "" : code, other)),
    own ? "" : ` · ${formatClaimCount(claims)}`,
    weakness ? ` · ${formatWeakness(weakness)}` : "",
  ];
}

function renderEmpty(empty: NonNullable<Matrix["empty"]>, choose: (change: Record<string, string>) => void) {
  const offer = (words: string, change: Record<string, string>) => {
    const button = el("button", { type: "button", class: "offer" }, words);
    button.addEventListener("click", () => choose(change));
    return button;
  };
  return el(
    "div",
    { class: "empty" },
    el("p", {}, empty.what),
    el(
      "p",
      { class: "offers" },
      ...(empty.years ? [offer(ngettext("All years: {count} row", "All years: {count} rows", empty.years), { from: "", to: "" })] : []),
      ...(empty.about
        ? [offer(ngettext("Any reference party: {count} row", "Any reference party: {count} rows", empty.about), { about: "" })]
        : []),
      offer(ngettext("Everything: {count} row", "Everything: {count} rows", empty.all), { from: "", to: "", about: "" }),
    ),
  );
}

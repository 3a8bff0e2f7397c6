/** The part of the page that compares two files. */
import { currentLocale, gettext as _ } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { saveFile } from "../share/save_file.ts";
import { renderRow, renderRows } from "../ui/article.ts";
import { el, setText } from "../ui/dom.ts";
import { makeChip } from "../ui/stance_paint.ts";
import { nameEvent, nameQuestion, renderFacts } from "./case_facts.ts";
import { FileError, makeFile, readFile } from "./coding_file.ts";
import { compareFiles, settleFiles } from "./comparison.ts";
import { joinKey, keyOf } from "./content.ts";
import { makeButton, makeFilePicker } from "./form_parts.ts";
import { nameCode } from "./rule_panel.ts";
import type { Agreement } from "./agreement.ts";
import type { CellsDocument, CodedCell, Coding, CodingPage } from "./content.ts";
import type { Difference } from "./comparison.ts";

export function createComparison(document: CellsDocument, page: CodingPage) {
  const files: [Coding | null, Coding | null] = [null, null];
  const outcome = el("div", { class: "agreement" });
  const problem = el("p", { class: "problem", role: "alert" });
  const pickers = [_("First coder's file"), _("Second coder's file")].map((label, at) => {
    const name = el("p", { class: "hint", role: "status" });
    const picker = makeFilePicker(`coding-file-${at + 1}`, label, (file) => {
      readFile(file).then(
        (coding) => {
          files[at] = coding;
          setText(problem, "");
          setText(
            name,
            _("{file}: {coder}, {count} cases, seed {seed}", {
              file: file.name,
              coder: coding.coder,
              count: coding.cells.length,
              seed: coding.seed,
            }),
          );
          show();
        },
        (error: unknown) => {
          setText(problem, error instanceof FileError ? error.message : _("The file could not be read."));
        },
      );
    });
    picker.element.append(name);
    return picker.element;
  });
  return el(
    "section",
    { class: "comparison" },
    el("h2", {}, _("Compare two coders")),
    el("p", {}, _("The files stay in this browser. Cases that both have coded are compared.")),
    el("div", { class: "pair" }, ...pickers),
    problem,
    outcome,
  );

  function show() {
    const [first, second] = files;
    if (!first || !second) return;
    const { agreement, differences, alone, isSameDraw } = compareFiles(first, second, page.rule.codes);
    const notes = [
      ...(isSameDraw ? [] : [_("The files were not drawn alike: seed, numbers or version of the record differ.")]),
      ...(alone ? [_("Cases that only one has coded: {count}", { count: alone })] : []),
    ];
    outcome.replaceChildren(
      ...notes.map((text) => el("p", { class: "notice" }, text)),
      ...(agreement
        ? [renderAgreement(agreement), ...renderDifferences(first, second, differences)]
        : [el("p", {}, _("No case is coded in both files."))]),
    );
  }

  function renderDifferences(first: Coding, second: Coding, differences: Difference[]): Node[] {
    const chosen: Map<string, CodedCell> = new Map();
    const left = el("p", { class: "told", role: "status" });
    const saved = el("p", { class: "saved" });
    const count = () => {
      setText(left, _("Settled: {settled} of {count}", { settled: chosen.size, count: differences.length }));
    };
    const items = differences.map((each, at) =>
      renderDifference(each, [first.coder, second.coder], document, page, `coding-settle-${at}`, (cell) => {
        chosen.set(joinKey(keyOf(cell)), cell);
        count();
      }),
    );
    const save = makeButton(
      _("Save the settled file"),
      () => {
        saved.replaceChildren(...saveFile(makeFile(settleFiles(first, second, differences, chosen))).flatMap((part) => [part, " "]));
      },
      "main",
    );
    if (differences.length) count();
    return [
      el("h3", {}, _("To settle")),
      ...(items.length
        ? [el("ol", { class: "differences" }, ...items), left]
        : [el("p", { class: "none" }, _("Both gave every case the same code."))]),
      save,
      saved,
    ];
  }
}

function renderAgreement({ cells, same, nominal, placed, ordinal }: Agreement) {
  const heads = [_("Measure"), _("Value"), _("95% interval"), _("Cases")];
  const percent = new Intl.NumberFormat(currentLocale(), { style: "percent", maximumFractionDigits: 1 });
  const number = (value: number) => formatNumber(value, 3);
  const rows = [
    [_("Same code"), percent.format(same), "–", String(cells)],
    [_("Krippendorff's alpha, nominal: every code a category"), number(nominal), "–", String(cells)],
    ordinal
      ? [
          _("Krippendorff's alpha, ordinal: cases on the scale"),
          number(ordinal.alpha),
          `${number(ordinal.low)} – ${number(ordinal.high)}`,
          String(placed),
        ]
      : [_("Krippendorff's alpha, ordinal: cases on the scale"), _("fewer than two"), "–", String(placed)],
  ];
  return renderRows(_("Agreement"), heads, [el("tbody", {}, ...rows.map((cellsOf) => renderRow(heads, cellsOf)))]);
}

/** A case with both codes, of which one can be taken. */
function renderDifference(
  { first, second }: Difference,
  coders: string[],
  document: CellsDocument,
  { rule, palette }: CodingPage,
  name: string,
  take: (cell: CodedCell) => void,
) {
  const choices = [first, second].map((cell, at) => {
    const id = `${name}-${at}`;
    const input = el("input", { type: "radio", name, id });
    input.addEventListener("change", () => take(cell));
    const code = rule.codes.find((each) => each.code === cell.stance);
    const note = [cell.note, cell.note_ru].filter(Boolean).join(" / ");
    return el(
      "label",
      { for: id, class: "choice" },
      input,
      el(
        "span",
        { class: "words" },
        el("bdi", {}, coders[at]),
        ": ",
        makeChip({ code: cell.stance, label: code ? nameCode(code) : cell.stance }, palette),
        ...(note ? [el("span", { class: "unless" }, note)] : []),
      ),
    );
  });
  return el(
    "li",
    {},
    el(
      "fieldset",
      {},
      el("legend", {}, `${nameQuestion(document, first)} · ${nameEvent(document, first.event_id)}`),
      ...choices,
      el("details", {}, el("summary", {}, _("Event and source")), ...renderFacts(document, first)),
    ),
  );
}

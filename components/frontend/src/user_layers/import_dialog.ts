/** The form in which the reader says what the columns of a file are, sees what is wrong in it, and decides. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { saveFile } from "../share/save_file.ts";
import { openDialog } from "../ui/dialog.ts";
import { el, setText } from "../ui/dom.ts";
import { FIELDS, nameLayout, type Field, type Mapping } from "./column_recognition.ts";
import { nameRules } from "./problem_text.ts";
import type { Areas, Opened, Parser } from "./parser.ts";
import type { DayOrder } from "./date_parsing.ts";
import type { Packed } from "./packing.ts";
import type { Limits } from "./row_reading.ts";

const REQUIRED: Field[] = ["lat", "lon"];

const nameFields = (): Record<Field, string> => ({
  lat: _("Latitude"),
  lon: _("Longitude"),
  start: _("Date or start"),
  end: _("End"),
  size: _("Size (deaths, a number)"),
  category: _("Category"),
  label: _("Label"),
});

export interface Chosen {
  packed: Packed;
  mapping: Mapping;
}

/** Ask the reader; null when the form is closed without a layer. */
export function askReader(
  document: Document,
  style: string | undefined,
  file: string,
  opened: Opened,
  parser: Parser,
  limits: Limits,
  areas: Areas,
): Promise<Chosen | null> {
  const mapping = { ...opened.mapping };
  let dayOrder: DayOrder | null = null;
  let packed: Packed | null = null;
  let turn = 0;
  const swap = checkbox();
  const duplicates = checkbox();
  const accept = checkbox();
  const outcome = el("div", { class: "outcome", role: "status" });
  const add = el("button", { type: "button", class: "add" }, _("Show on the map"));
  const questions = el("div", { class: "questions" });
  const problems = el("div", { class: "problems" });

  async function check() {
    turn += 1;
    const mine = turn;
    add.disabled = true;
    if (!opened.hasGeometry && REQUIRED.some((field) => mapping[field] < 0)) {
      packed = null;
      questions.replaceChildren();
      problems.replaceChildren();
      return setText(outcome, _("Choose the columns of latitude and longitude."));
    }
    setText(outcome, _("Checking…"));
    const options = { mapping, dayOrder, swap: swap.checked, dropDuplicates: duplicates.checked };
    const answer = await parser.pack(options, limits);
    // A choice made meanwhile is checked in its turn.
    if (mine !== turn) return;
    packed = answer;
    drawQuestions(answer);
    drawProblems(answer);
    allow();
  }

  function allow() {
    if (!packed) return;
    const { layer, bad, asksDayOrder } = packed;
    const needsOrder = asksDayOrder && dayOrder === null;
    add.disabled = layer.count === 0 || needsOrder || (bad > 0 && !accept.checked);
    const good = ngettext("{count} row can be shown", "{count} rows can be shown", layer.count);
    const left = bad ? ngettext("{count} row has a problem", "{count} rows have a problem", bad) : "";
    setText(outcome, [good, left].filter(Boolean).join("; ") + (needsOrder ? `. ${_("Say first how dates are written.")}` : "."));
  }

  function drawQuestions({ asksDayOrder, swappable, duplicates: repeated }: Packed) {
    const asked: Node[] = [];
    if (asksDayOrder) asked.push(askDayOrder());
    if (swappable)
      asked.push(
        line(
          swap,
          ngettext(
            "Swap latitude and longitude: {count} row is on the map only then",
            "Swap latitude and longitude: {count} rows are on the map only then",
            swappable,
          ),
        ),
      );
    else if (swap.checked) asked.push(line(swap, _("Swap latitude and longitude")));
    if (repeated)
      asked.push(
        line(duplicates, ngettext("Leave out {count} row that repeats another", "Leave out {count} rows that repeat another", repeated)),
      );
    // What has the focus keeps it.
    const active = document.activeElement;
    questions.replaceChildren(...asked);
    if (active instanceof HTMLElement && questions.contains(active)) active.focus();
  }

  function askDayOrder() {
    const group = el("fieldset", {}, el("legend", {}, _("Dates such as 03/04/2020 are")));
    for (const [order, text] of [
      ["dmy", _("day, month, year")],
      ["mdy", _("month, day, year")],
    ] as const) {
      const radio = el("input", { type: "radio", name: "day-order", value: order, checked: dayOrder === order });
      radio.addEventListener("change", () => {
        dayOrder = order;
        void check().then(() => group.ownerDocument.querySelector<HTMLElement>(`input[value="${order}"]`)?.focus());
      });
      group.append(el("label", {}, radio, text));
    }
    return group;
  }

  function drawProblems({ problems: listed, counts, bad, layer }: Packed) {
    if (!bad) return problems.replaceChildren();
    const rules = nameRules(limits);
    const summary = Object.entries(counts).map(([rule, count]) => el("li", {}, `${rules[rule] ?? rule}: ${formatNumber(count)}`));
    const rows = listed.map(({ row, column, value, rule }) =>
      el("tr", {}, ...[formatNumber(row), column, value, rules[rule] ?? rule].map((cell) => el("td", {}, cell))),
    );
    const head = [_("Row"), _("Column"), _("Value"), _("Rule")].map((name) => el("th", { scope: "col" }, name));
    const table = el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
    const scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": _("Rows with problems") }, table);
    const save = el("button", { type: "button" }, _("Save these rows as CSV"));
    save.addEventListener("click", () => {
      void parser.writeLeft().then((text) => {
        const [said, again] = saveFile(new File([text], `${file.replace(/\.\w+$/, "")}-left-out.csv`, { type: "text/csv" }));
        save.after(el("p", {}, said, " ", again));
      });
    });
    const kept = ngettext(
      "Leave these rows out and show the other {count}",
      "Leave these rows out and show the other {count}",
      layer.count,
    );
    problems.replaceChildren(
      el("h3", {}, _("Rows with problems")),
      el("ul", {}, ...summary),
      scroll,
      ...(bad > listed.length ? [el("p", {}, _("The first {count} are listed.", { count: formatNumber(listed.length) }))] : []),
      el("div", { class: "files" }, save),
      ...(layer.count ? [line(accept, kept)] : []),
    );
  }

  swap.addEventListener("change", () => void check());
  duplicates.addEventListener("change", () => void check());
  accept.addEventListener("change", allow);
  const fields = FIELDS.filter((field) => !opened.hasGeometry || !REQUIRED.includes(field)).map((field) => {
    const select = el("select", {}, el("option", { value: "-1" }, REQUIRED.includes(field) ? _("choose") : _("none")));
    opened.header.forEach((name, at) => {
      const example = opened.sample.map((row) => row[at]).find((cell) => cell?.trim()) ?? "";
      select.append(el("option", { value: String(at) }, example ? `${name.slice(0, 40)} (${example.slice(0, 24)})` : name.slice(0, 40)));
    });
    select.value = String(mapping[field]);
    select.addEventListener("change", () => {
      mapping[field] = Number(select.value);
      dayOrder = field === "start" || field === "end" ? null : dayOrder;
      void check();
    });
    return el("label", { class: "field" }, el("span", {}, nameFields()[field]), select);
  });
  return new Promise((resolve) => {
    let done: Chosen | null = null;
    const cancel = el("button", { type: "button" }, _("Cancel"));
    const dialog = openDialog(
      document,
      style,
      _("Your data: {file}", { file }),
      el("p", {}, describeFile(opened)),
      el("div", { class: "fields" }, ...fields),
      questions,
      problems,
      outcome,
      el("div", { class: "files" }, add, cancel),
    );
    dialog.classList.add("user-import");
    cancel.addEventListener("click", () => dialog.close());
    add.addEventListener("click", () => {
      add.disabled = true;
      const answer = packed;
      if (!answer) return;
      const { layer } = answer;
      void parser.locate(layer.lon, layer.lat, areas).then(([country, zone]) => {
        done = { packed: { ...answer, layer: { ...layer, country, zone } }, mapping };
        dialog.close();
      });
    });
    dialog.addEventListener("close", () => resolve(done));
    void check();
  });
}

/** What was found in the file, in a sentence. */
function describeFile({ rows, layout, emptyRows, encoding, mixedLines }: Opened) {
  return [
    ngettext("{count} row", "{count} rows", rows),
    nameLayout(layout) && _("columns of {layout}", { layout: nameLayout(layout) }),
    encoding && encoding !== "utf-8" ? _("encoding {name}", { name: encoding }) : "",
    mixedLines ? ngettext("{count} line in another encoding", "{count} lines in another encoding", mixedLines) : "",
    emptyRows ? ngettext("{count} empty row left out", "{count} empty rows left out", emptyRows) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

const checkbox = () => el("input", { type: "checkbox" });
const line = (box: HTMLInputElement, text: string) => el("label", { class: "line" }, box, text);

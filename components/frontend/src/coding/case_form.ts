/** The form of one case: radio buttons for code, certainty and kind of answer, which keys choose as well. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatCertainty } from "../ui/certainty_labels.ts";
import { el, setText } from "../ui/dom.ts";
import { makeChip } from "../ui/stance_paint.ts";
import { cleanLine, LONGEST } from "./coding_file.ts";
import { nameQuestion, renderFacts } from "./case_facts.ts";
import { makeField, makeKey } from "./form_parts.ts";
import { CERTAINTY_KEYS, MODE_KEYS, nameScaleKey, readLetter, readStroke, STANCE_KEYS, UNREAD_KEY } from "./keys.ts";
import { nameCode } from "./rule_panel.ts";
import { checkCell } from "./rules.ts";
import type { CellsDocument, CodedCell, CodingPage } from "./content.ts";
import type { Choice } from "./keys.ts";

interface Actions {
  changed: () => void;
  next: () => void;
  previous: () => void;
}

/** @param place "3 of 60" */
export function createCaseForm(cell: CodedCell, place: string, document: CellsDocument, page: CodingPage, actions: Actions) {
  const { rule, palette } = page;
  const event = document.events[cell.event_id];
  const radios: Map<string, HTMLInputElement> = new Map();
  const said = el("p", { class: "said", role: "status" });
  const problems = el("ul", { class: "problems" });
  const heading = el("h2", { tabindex: "-1" }, `${place}: ${nameQuestion(document, cell)}`);
  let isNegative = false;
  /** Problems are named once a code was chosen, and not while it is being chosen. */
  let insisted = false;

  const stances = rule.codes.map((each) => {
    const key = each.ordinal === null ? STANCE_KEYS[each.code] : nameScaleKey(each.ordinal);
    return makeRadio("stance", each.code, key, makeChip({ code: each.code, label: nameCode(each) }, palette));
  });
  const certainties = Object.keys(rule.certainty).map((code) => makeRadio("certainty", code, CERTAINTY_KEYS[code], formatCertainty(code)));
  const modes = rule.modes.map(({ code, label }) => makeRadio("mode", code, MODE_KEYS[code], label));
  const unread = el("input", { type: "checkbox", id: "coding-unread", "aria-keyshortcuts": UNREAD_KEY });
  unread.addEventListener("change", () => passOver(unread.checked));
  const notes = (["note", "note_ru"] as const).map((name) => {
    const label = name === "note" ? _("Note in English") : _("Note in Russian");
    const field = makeField(`coding-${name}`, label, "", { type: "text", maxlength: String(LONGEST.note), autocomplete: "off" });
    field.input.addEventListener("input", () => {
      cell[name] = cleanLine(field.input.value);
      update();
    });
    field.input.value = cell[name];
    return field.element;
  });
  const clear = el("button", { type: "button" }, _("Clear this case"));
  clear.addEventListener("click", () => {
    Object.assign(cell, { stance: "", certainty: "", mode: "", unread: false });
    insisted = false;
    update();
  });
  const element = el(
    "section",
    { class: "case", "aria-label": place },
    heading,
    ...renderFacts(document, cell),
    makeGroup(_("Code"), "stance", stances),
    makeGroup(_("Certainty"), "certainty", certainties),
    makeGroup(_("Kind of answer"), "mode", modes),
    el(
      "p",
      { class: "unread" },
      el("label", { for: "coding-unread" }, unread, " ", _("The source could not be read: pass over"), " ", makeKey(UNREAD_KEY)),
    ),
    el("details", { class: "notes", open: Boolean(cell.note || cell.note_ru) }, el("summary", {}, _("What decided it")), ...notes),
    clear,
    problems,
    said,
  );
  element.addEventListener("keydown", hearKey);
  update(false);
  return { element, heading };

  function makeGroup(title: string, field: string, choices: Node[]) {
    return el("fieldset", { class: field }, el("legend", {}, title), ...choices);
  }

  function makeRadio(field: Choice["field"], code: string, key: string, label: Node | string) {
    const id = `coding-${field}-${code}`;
    const input = el("input", { type: "radio", name: `coding-${field}`, id, value: code, "aria-keyshortcuts": key });
    input.addEventListener("change", () => choose({ field, code }));
    radios.set(id, input);
    return el("label", { for: id, class: "choice" }, input, el("span", { class: "words" }, label), makeKey(key));
  }

  function choose({ field, code }: Choice) {
    cell.unread = false;
    cell[field] = code;
    insisted ||= field !== "stance";
    const input = radios.get(`coding-${field}-${code}`);
    setText(said, _("Chosen: {what}", { what: input?.closest("label")?.querySelector(".words")?.textContent ?? code }));
    update();
  }

  function passOver(isUnread: boolean) {
    if (isUnread) Object.assign(cell, { stance: "", certainty: "", mode: "" });
    cell.unread = isUnread;
    setText(said, isUnread ? _("Passed over") : "");
    update();
  }

  /** Keys work while the focus is in the case and not in a text. */
  function hearKey(stroke: KeyboardEvent) {
    if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.isComposing) return;
    const target = stroke.target as HTMLElement;
    const isText = target instanceof HTMLInputElement && target.type === "text";
    if (stroke.key === "Enter" && !target.matches("a, button, summary")) {
      stroke.preventDefault();
      insisted = true;
      if (stroke.shiftKey) actions.previous();
      else actions.next();
      return;
    }
    if (isText) return;
    const wasNegative = isNegative;
    isNegative = false;
    const letter = readLetter(stroke);
    const found = readStroke(stroke, rule.codes, wasNegative);
    if (letter === UNREAD_KEY) passOver(!cell.unread);
    else if (found === "-") isNegative = true;
    else if (found) choose(found);
    else return;
    stroke.preventDefault();
  }

  function update(isChange = true) {
    for (const [id, input] of radios) {
      const [, field, code] = id.split("-") as [string, Choice["field"], string];
      input.checked = cell[field] === code;
    }
    unread.checked = cell.unread;
    const isComplete = Boolean(cell.stance && cell.certainty && cell.mode);
    const found = insisted || isComplete ? checkCell(cell, rule, event) : [];
    problems.replaceChildren(...found.map((text) => el("li", {}, text)));
    if (isChange) actions.changed();
  }
}

/** Why, by what source, and who proposes it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { LONGEST } from "./proposal_file.ts";
import type { Draft } from "./content.ts";

const FIELDS = ["reason", "source", "by"] as const;

export function createReasonForm(readDraft: () => Draft, changed: () => void) {
  const labels = {
    reason: [_("Reason"), _("Why the record is wrong, or what it lacks.")],
    source: [_("Source"), _("What shows it: a work and the place in it, or an address.")],
    by: [_("Your name"), _("May be left out. It is written into the file, and into the change log if the proposal is taken.")],
  };
  const touched: Set<string> = new Set();
  const parts = FIELDS.map((name) => {
    const id = `proposal-${name}`;
    const shared = { id, name: `proposal-${name}`, "aria-describedby": `${id}-hint ${id}-problem`, maxlength: String(LONGEST[name]) };
    const input = name === "by" ? el("input", { ...shared, type: "text", autocomplete: "name" }) : el("textarea", { ...shared, rows: "3" });
    if (name !== "by") input.setAttribute("aria-required", "true");
    input.addEventListener("input", () => {
      touched.add(name);
      readDraft()[name] = input.value;
      changed();
    });
    const problem = el("p", { class: "problem", id: `${id}-problem` });
    const [label, hint] = labels[name];
    const mark = name === "by" ? [] : [el("span", { class: "required", "aria-hidden": "true" }, " *")];
    const element = el(
      "div",
      { class: "field long" },
      el("label", { for: id }, label, ...mark),
      el("p", { class: "hint", id: `${id}-hint` }, hint),
      input,
      problem,
    );
    return { name, input, problem, element };
  });
  const rows = el("p", { class: "problem" });
  const form = {
    element: el("section", { class: "reasons" }, el("h2", {}, _("Why")), ...parts.map(({ element }) => element), rows),
    fill() {
      for (const { name, input } of parts) input.value = readDraft()[name];
      touched.clear();
    },
    update(problems: { field: string; rule: string }[], all: boolean) {
      for (const { name, input, problem } of parts) {
        const rules = all || touched.has(name) ? problems.filter(({ field }) => field === name).map(({ rule }) => rule) : [];
        setText(problem, rules.join("; "));
        input.setAttribute("aria-invalid", String(rules.length > 0));
      }
      setText(rows, all ? problems.flatMap(({ field, rule }) => (field === "rows" ? [rule] : [])).join("; ") : "");
    },
    focusProblem() {
      parts.find(({ input }) => input.getAttribute("aria-invalid") === "true")?.input.focus();
    },
  };
  form.fill();
  return form;
}

/** The form that draws a sample: who codes, seed, and how many cells of each period. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { renderRow, renderRows } from "../ui/article.ts";
import { el, setText } from "../ui/dom.ts";
import { cleanLine, LONGEST, MOST_PER_STRATUM, MOST_SEED } from "./coding_file.ts";
import { makeButton, makeField } from "./form_parts.ts";
import { countOpen, drawCells } from "./sample.ts";
import type { CellsDocument, Coding } from "./content.ts";

/** As many as the record's last second reading was drawn with. */
const USUAL = { core: 14, others: 30 };

export function createSampleForm(document: CellsDocument, today: string, begin: (coding: Coding) => void) {
  const counts = countOpen(document);
  const coder = makeField("coding-coder", _("Coder"), _("A name or a letter; it is written into the file."), {
    ...{ type: "text", maxlength: String(LONGEST.coder), autocomplete: "off", required: "" },
  });
  const number = (id: string, label: string, hint: string, value: number, most: number) =>
    makeField(id, label, hint, { type: "number", min: "0", max: String(most), step: "1", value: String(value), required: "" });
  const seed = number(
    "coding-seed",
    _("Seed"),
    _("A whole number. Coders who take the same seed and numbers are given the same cases in the same order."),
    Number(today.replaceAll("-", "")),
    MOST_SEED,
  );
  const core = number("coding-core", _("Cases of the five articles, of each period"), "", USUAL.core, MOST_PER_STRATUM);
  const others = number("coding-others", _("Cases of all other sources, of each period"), "", USUAL.others, MOST_PER_STRATUM);
  const told = el("p", { class: "told", role: "status" });
  const problem = el("p", { class: "problem", role: "alert" });
  const fields = [coder, seed, core, others];

  const isSound = ({ input }: (typeof fields)[number]) => {
    const isValid = input.checkValidity() && Boolean(cleanLine(input.value));
    input.setAttribute("aria-invalid", String(!isValid));
    return isValid;
  };
  const draw = () => drawCells(document, Number(seed.input.value), Number(core.input.value), Number(others.input.value));
  const count = () => {
    const isReady = [seed, core, others].every(isSound);
    setText(told, isReady ? ngettext("{count} case will be drawn.", "{count} cases will be drawn.", draw().length) : "");
  };
  for (const { input } of [seed, core, others]) input.addEventListener("input", count);
  count();

  const form = el(
    "section",
    { class: "sample" },
    el("h2", {}, _("Draw a sample")),
    ...fields.map(({ element }) => element),
    told,
    problem,
    makeButton(_("Draw the cases"), beginDrawn, "main"),
    el("details", {}, el("summary", {}, _("How many cases there are to draw from")), renderCounts()),
  );
  // No form: nothing is sent, and the page has none that could be.
  for (const { input } of fields)
    input.addEventListener("keydown", (stroke) => {
      if (stroke.key === "Enter" && !stroke.isComposing) beginDrawn();
    });
  return form;

  function beginDrawn() {
    const wrong = fields.filter((field) => !isSound(field));
    const keys = wrong.length ? [] : draw();
    if (wrong.length)
      setText(problem, _("Fill in a coder, a seed up to {seed} and numbers up to {most}.", { seed: MOST_SEED, most: MOST_PER_STRATUM }));
    else if (!keys.length) setText(problem, _("No case would be drawn."));
    if (!keys.length) return (wrong[0] ?? core).input.focus();
    begin({
      ...{ format: 1, record: document.version, coder: cleanLine(coder.input.value), seed: Number(seed.input.value) },
      ...{ core: Number(core.input.value), others: Number(others.input.value), drawn_on: today },
      cells: keys.map(([event_id, actor, toward, source_id]) => ({
        ...{ event_id, actor, toward, source_id, stance: "", certainty: "", mode: "", unread: false, note: "", note_ru: "" },
      })),
    });
  }

  function renderCounts() {
    const heads = [_("Events of"), _("Five articles"), _("Other sources")];
    const rows = counts.map(({ period, core: first, others: second }, at) => {
      const next = counts.at(at + 1)?.period;
      return renderRow(heads, [next ? `${period}–${next - 1}` : _("{year} and later", { year: period }), String(first), String(second)]);
    });
    return renderRows(_("How many cases there are to draw from"), heads, [el("tbody", {}, ...rows)]);
  }
}

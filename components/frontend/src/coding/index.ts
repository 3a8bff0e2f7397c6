/** The page of blind coding: a drawn sample, one case after the other beside the codebook's rule, and two files compared. */
import { currentLanguage, gettext as _, pgettext } from "../i18n/gettext.ts";
import { fetchJson } from "../net/fetch_json.ts";
import { saveFile } from "../share/save_file.ts";
import { el, setText } from "../ui/dom.ts";
import { createCaseForm } from "./case_form.ts";
import { nameEvent, nameQuestion } from "./case_facts.ts";
import { FileError, makeFile, readFile } from "./coding_file.ts";
import { createComparison } from "./comparison_view.ts";
import { readDraft, removeDraft, writeDraft } from "./draft.ts";
import { makeButton, makeFilePicker, makeKey } from "./form_parts.ts";
import { isDone, isTouched } from "./rules.ts";
import { renderRule } from "./rule_panel.ts";
import { createSampleForm } from "./sample_form.ts";
import type { View } from "../core/component.ts";
import type { CellsDocument, Coding, CodingPage } from "./content.ts";

type Data = CodingPage & { today: string };

const drawn: WeakSet<Element> = new WeakSet();

export function draw({ data, parentElement }: View<Data>) {
  const host = parentElement.querySelector<HTMLElement>(".coding");
  // A run of the server is no news: what is being coded stays.
  if (!host || !data || drawn.has(host)) return;
  drawn.add(host);
  host.replaceChildren(...renderIntroduction(data.notices), el("p", { role: "status" }, _("Loading…")));
  fetchJson<CellsDocument>(data.cells).then(
    (document) => createPage(host, data, document),
    (error: unknown) => {
      console.error(error);
      host.querySelector("[role=status]")?.replaceChildren(_("The cases could not be loaded. Try again."));
    },
  );
}

const renderIntroduction = (notices: string[]) => [
  el("h1", {}, pgettext("page", "Blind coding")),
  el(
    "p",
    {},
    _(
      "Read a drawn sample of the record's cases again, from source and codebook alone: the codes of the record are not sent to this page. The codes you give are kept in this browser and in the file you save; two coders' files show how far they agree.",
    ),
  ),
  ...notices.map((notice) => el("p", { class: "notice", role: "status" }, notice)),
];

function createPage(host: HTMLElement, page: Data, document: CellsDocument) {
  const work = el("div", { class: "work" });
  host.replaceChildren(...renderIntroduction(page.notices), work, createComparison(document, page));
  host.lang = currentLanguage();
  const draft = readDraft();
  if (draft) showCases(draft, false);
  else showStart("");

  function showStart(message: string) {
    const told = el("p", { class: "told", role: "status" }, message);
    const problem = el("p", { class: "problem", role: "alert" });
    const open = makeFilePicker("coding-open", _("Or go on with a file of yours"), (file) => {
      readFile(file).then(
        (coding) => showCases(coding, true),
        (error: unknown) => setText(problem, error instanceof FileError ? error.message : _("The file could not be read.")),
      );
    });
    work.replaceChildren(
      told,
      createSampleForm(document, page.today, (coding) => showCases(coding, true)),
      el("section", { class: "opening" }, open.element, problem),
    );
  }

  function showCases(coding: Coding, isNew: boolean) {
    const { cells } = coding;
    const isCellDone = (at: number) => isDone(cells[at], page.rule, document.events[cells[at].event_id]);
    const firstOpen = () => cells.findIndex((_cell, at) => !isCellDone(at));
    let at = Math.max(0, firstOpen());

    const bar = el("progress", { max: String(cells.length), "aria-label": _("Cases coded") });
    const count = el("p", { class: "count" });
    const jump = el("select", { "aria-label": _("Case") });
    const kept = el("p", { class: "kept", role: "status" });
    const saved = el("p", { class: "saved", role: "status" });
    const place = el("div", { class: "place" });
    jump.append(
      ...cells.map((cell, number) => el("option", { value: String(number) }, nameOption(number), ` ${nameEvent(document, cell.event_id)}`)),
    );
    jump.addEventListener("change", () => go(Number(jump.value)));
    const previous = makeButton(_("Previous"), () => go(at - 1));
    const next = makeButton(_("Next"), () => go(at + 1), "main");
    const open = makeButton(_("Next case not coded"), goOn);
    const save = makeButton(_("Save the file"), () => saved.replaceChildren(...saveFile(makeFile(coding)).flatMap((part) => [part, " "])));
    const remove = makeButton(_("Remove this sample"), () => {
      // What is in no file is lost, so it is asked once more.
      if (!remove.dataset.asked && cells.some(isTouched)) {
        remove.dataset.asked = "1";
        setText(remove, _("Really remove it? Codes that are in no file are lost"));
        return;
      }
      removeDraft();
      showStart(_("The sample was removed from this browser."));
      work.querySelector<HTMLElement>("input")?.focus();
    });
    work.replaceChildren(
      el(
        "div",
        { class: "progress" },
        el("p", {}, _("Coder: {coder} · seed {seed}", { coder: coding.coder, seed: coding.seed })),
        bar,
        count,
      ),
      el(
        "div",
        { class: "columns" },
        el("div", {}, place, el("div", { class: "steps" }, previous, next, open, jump)),
        renderRule(page.rule, page.palette),
      ),
      renderKeys(),
      el("div", { class: "finish" }, save, remove),
      saved,
      kept,
    );
    show(isNew);
    update();

    function nameOption(number: number) {
      return `${isCellDone(number) ? "✓" : "·"} ${number + 1}. ${nameQuestion(document, cells[number])},`;
    }

    function go(wanted: number) {
      if (wanted < 0 || wanted >= cells.length) {
        place.querySelector<HTMLElement>("h2")?.focus();
        setText(kept, wanted < 0 ? _("This is the first case.") : _("This is the last case. Save the file when all are coded."));
        return;
      }
      at = wanted;
      show(true);
      update();
    }

    /** The first case from here on that is not coded, else the first of all. */
    function goOn() {
      const after = cells.findIndex((_cell, number) => number > at && !isCellDone(number));
      go(after >= 0 ? after : Math.max(0, firstOpen()));
    }

    function show(isFocused: boolean) {
      const number = _("Case {number} of {count}", { number: at + 1, count: cells.length });
      const form = createCaseForm(cells[at], number, document, page, {
        changed: update,
        next: () => go(at + 1),
        previous: () => go(at - 1),
      });
      place.replaceChildren(form.element);
      if (!isFocused) return;
      form.heading.focus({ preventScroll: true });
      place.scrollIntoView({ block: "start" });
    }

    function update() {
      const done = cells.filter((_cell, number) => isCellDone(number)).length;
      bar.value = done;
      setText(count, _("{done} of {count} coded", { done, count: cells.length }));
      setText(
        kept,
        writeDraft(coding) ? _("The sample is kept in this browser.") : _("This browser does not keep samples. Save the file."),
      );
      jump.value = String(at);
      const option = jump.options[at];
      const [name, event] = [nameOption(at), ` ${nameEvent(document, cells[at].event_id)}`];
      setText(option, name + event);
      previous.toggleAttribute("disabled", at === 0);
      next.toggleAttribute("disabled", at === cells.length - 1);
    }
  }
}

/** What keys do, for who codes without a pointer. */
const renderKeys = () =>
  el(
    "details",
    { class: "keys" },
    el("summary", {}, _("Keys")),
    el(
      "p",
      {},
      _(
        "While the focus is in the case and not in a text: the key beside a choice takes it; minus and a digit, or Shift and a digit, give codes below 0.",
      ),
      " ",
      makeKey("Enter"),
      " ",
      _("goes on to the next case,"),
      " ",
      makeKey("Shift+Enter"),
      " ",
      _("back to the one before. With another alphabet the same keys of the keyboard count."),
    ),
  );

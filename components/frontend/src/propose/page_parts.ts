/** What stands around the form. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { makeFile, writeMessage } from "./proposal_file.ts";
import type { Proposal } from "./content.ts";

export const renderIntroduction = () => [
  el("h1", {}, pgettext("page", "Propose a correction")),
  el(
    "p",
    {},
    _(
      "Change the rows that are wrong, or add what is missing. The rules of the record are checked while you write, and you see which stances would change. Nothing is sent: the result is a small file for whoever keeps the record.",
    ),
  ),
];

/** The rules that `table_rules.ts` does not hold. */
const renderRulesHeldElsewhere = () =>
  el(
    "details",
    { class: "elsewhere" },
    el("summary", {}, _("What is checked only when the proposal is taken")),
    el(
      "p",
      {},
      _(
        "Here: types, required fields, lists, keys, dates of claims and their sources, codes within reach of each kind of answer, parties, places in sources, counts of deaths, texts in both languages, positions.",
      ),
    ),
    el(
      "p",
      {},
      _(
        "By the maintainers' check: histories of zones without gaps or overlaps, the tables of requests, answers and obligations and the sentences on them, votes and the claims that follow from them, which paragraphs are coded, confidence of sources, codes of other data sets, briefings, and whether another proposal changes the same cells.",
      ),
    ),
  );

/**
 * The form beside what it would change.
 * @param stances those that would change
 * @param changes each cell before and after
 */
export const renderColumns = (form: Node[], stances: Node, changes: Node) =>
  el(
    "div",
    { class: "columns" },
    el("div", { class: "writing" }, ...form, renderRulesHeldElsewhere()),
    el(
      "aside",
      { class: "watching", "aria-label": _("What would change") },
      el("h2", {}, _("Stances that would change")),
      stances,
      el("h2", {}, _("Before and after")),
      changes,
    ),
  );

/** The link that opens a message to the maintainers; nothing where the host takes none. */
export function renderMessage(contact: string, proposal: Proposal): (Node | string)[] {
  const message = contact ? writeMessage(contact, proposal, makeFile(proposal).name) : null;
  if (!message) return [];
  const words = contact.startsWith("mailto:") ? _("Write an e-mail with it") : _("Open the maintainers' page with it");
  const link = el("a", { href: message.address, target: "_blank", rel: "noopener noreferrer", class: "main" }, words);
  return message.whole ? [link] : [link, " ", _("It is too long to be sent so: download it and attach the file.")];
}

export function makeButton(text: string, act: () => unknown, kind?: string) {
  const button = el("button", { type: "button", class: kind }, text);
  button.addEventListener("click", act);
  return button;
}

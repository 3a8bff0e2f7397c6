/** The citation of a dossier, to copy, in each format. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";

/** Each format with its name. */
const listFormats = () => [
  ["plain", _("Plain text")],
  ["bibtex", "BibTeX"],
  ["biblatex", "BibLaTeX"],
  ["csl", "CSL-JSON"],
  ["ris", "RIS"],
];

/** @param citations by format */
export function renderCitations(citations: Record<string, string>) {
  let format = "plain";
  const text = el("pre", { tabindex: "0", "aria-label": _("Citation") });
  const said = el("span", { class: "said", role: "status" });
  const copy = el("button", { type: "button", class: "copy" }, _("Copy"));
  const buttons = listFormats().map(([name, label]) => {
    const button = el("button", { type: "button", "data-format": name }, label);
    button.addEventListener("click", () => choose(name));
    return button;
  });
  copy.addEventListener("click", () => {
    if (!navigator.clipboard) return select();
    void navigator.clipboard.writeText(citations[format]).then(() => setText(said, _("Copied.")), select);
  });

  /** Without the right to write, what is to be copied is at least chosen. */
  function select() {
    getSelection()?.selectAllChildren(text);
    setText(said, _("Press Ctrl+C to copy."));
  }

  function choose(name: string) {
    format = name;
    setText(text, citations[name]);
    setText(said, "");
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.format === name));
  }

  choose(format);
  const choices = el("div", { class: "switch", role: "group", "aria-label": _("Citation format") }, ...buttons);
  return [el("div", { class: "cite-tools" }, choices, copy, said), text];
}

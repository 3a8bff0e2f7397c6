/** The search in the head of a page: its plain form becomes a combobox once it is used. */
import { currentLanguage } from "../i18n/gettext.ts";
import { createSearchBox } from "./combobox.ts";
import { createEngineLoader } from "./load_engine.ts";

/**
 * @param form with an input, whose text and focus are kept
 * @param documents addresses by language
 */
export function openBox(form: HTMLFormElement, documents: Record<string, string>) {
  const plain = form.querySelector("input");
  const held = plain === document.activeElement;
  plain?.remove();
  const { input } = createSearchBox(form, {
    id: "atlas-find",
    engine: createEngineLoader(documents, currentLanguage()),
    language: () => new URLSearchParams(location.search).get("lang") ?? "",
    go: (address) => location.assign(new URL(address, window.atlasRoot ?? document.baseURI)),
    results: true,
  });
  input.name = "q";
  form.addEventListener("submit", (submit) => submit.preventDefault());
  input.value = plain?.value ?? "";
  if (!held) return;
  input.focus();
  if (input.value) input.dispatchEvent(new Event("input"));
}

/** Parts of forms that the page is made of. */
import { el } from "../ui/dom.ts";

export function makeButton(text: string, act: () => unknown, kind?: string) {
  const button = el("button", { type: "button", class: kind }, text);
  button.addEventListener("click", () => void act());
  return button;
}

/** A labelled input, with a hint below the label. */
export function makeField(id: string, label: string, hint: string, attributes: Record<string, string>) {
  const input = el("input", { ...attributes, id, "aria-describedby": hint ? `${id}-hint` : undefined });
  const told = hint ? [el("p", { class: "hint", id: `${id}-hint` }, hint)] : [];
  return { input, element: el("div", { class: "field" }, el("label", { for: id }, label), ...told, input) };
}

/** A choice of one file, as a button that opens the browser's own dialog. */
export function makeFilePicker(id: string, label: string, take: (file: File) => void) {
  const input = el("input", { type: "file", id, accept: ".json,application/json" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) take(file);
  });
  // The same file may be chosen again after it was changed.
  input.addEventListener("click", () => {
    input.value = "";
  });
  return { input, element: el("div", { class: "field" }, el("label", { for: id }, label), input) };
}

/** The key that does what stands beside it. */
export const makeKey = (key: string) => el("kbd", {}, key.replace("-", "−"));

/** A dialog over a document, with a title and a way to close it. */
import { resolveAddress } from "../net/base_url.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "./dom.ts";

/**
 * A dialog with a title and a way to close it; what had the focus gets it back.
 * @param style the address of its style sheet
 */
export function openDialog(document: Document, style: string | undefined, title: string, ...content: Node[]) {
  if (style && !document.querySelector("link[data-share]")) {
    document.head.append(el("link", { rel: "stylesheet", href: resolveAddress(style), "data-share": true }));
  }
  const dialog = el("dialog", { class: "share", "aria-label": title });
  const close = el("button", { type: "button", class: "close", "aria-label": _("Close") }, "×");
  close.addEventListener("click", () => dialog.close());
  dialog.append(el("header", {}, el("h2", {}, title), close), ...content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (key) => keepFocus(dialog, key));
  dialog.addEventListener("click", (click) => {
    if (click.target === dialog) dialog.close();
  });
  // Within what holds the page's colours.
  (document.querySelector(".stApp") ?? document.body).append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Tab goes round in the dialog. Over the map it would else leave the frame for the page around, which
 * the dialog does not cover and from where Escape does not reach it.
 */
function keepFocus(dialog: HTMLDialogElement, key: KeyboardEvent) {
  if (key.key !== "Tab") return;
  const wanted = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = [...dialog.querySelectorAll<HTMLElement>(wanted)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility(),
  );
  const radios = (stop: HTMLElement) =>
    stop instanceof HTMLInputElement &&
    stop.type === "radio" &&
    !stop.checked &&
    dialog.querySelector(`input[name="${CSS.escape(stop.name)}"]:checked`);
  const [first, ...rest] = stops.filter((stop) => !radios(stop));
  const last = rest.at(-1) ?? first;
  const edge = key.shiftKey ? first : last;
  const active = dialog.ownerDocument.activeElement;
  if (active !== edge && active !== dialog) return;
  key.preventDefault();
  (key.shiftKey ? last : first).focus();
}

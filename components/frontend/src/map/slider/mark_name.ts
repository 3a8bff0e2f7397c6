/** The name of the event, or the number of events, of the mark under the pointer. */
import { el, setText } from "../../ui/dom.ts";

export function showMarkNames(track: HTMLElement) {
  const name = el("div", { class: "mark-name", "aria-hidden": "true", hidden: true });
  track.append(name);
  track.addEventListener("pointerover", ({ target, pointerType }) => {
    const mark = pointerType === "touch" ? null : (target as Element).closest(".mark");
    name.hidden = !mark;
    if (!mark) return;
    setText(name, mark.getAttribute("aria-label") ?? "");
    const { left, width } = track.getBoundingClientRect();
    const at = mark.getBoundingClientRect().left - left;
    name.style.left = `${Math.max(0, Math.min(at, width - name.offsetWidth)).toFixed(0)}px`;
  });
  track.addEventListener("pointerleave", () => (name.hidden = true));
}

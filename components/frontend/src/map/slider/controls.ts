/** The buttons beside the track, and the track itself. */
import { gettext as _ } from "../../i18n/gettext.ts";
import { el } from "../../ui/dom.ts";
import { makeIcon } from "../../ui/icon.ts";

export type Controls = ReturnType<typeof buildControls>;

/** @param ruler what lies under the thumb */
export function buildControls(host: HTMLElement, ruler: HTMLElement) {
  const button = (name: string, label: string, face: Node | string) =>
    el("button", { class: name, type: "button", "aria-label": label, title: label }, face);
  const thumb = el("div", { class: "thumb", role: "slider", tabindex: "0", "aria-label": _("Year") });
  const chosen = el("div", { class: "chosen" });
  const track = el("div", { class: "track" }, ruler, chosen, thumb);
  const play = el("button", { class: "play", type: "button" }, playIcon());
  const out = button("out", _("Show a longer period"), makeIcon("M5 11h14v2H5z"));
  const into = button("into", _("Show a shorter period"), makeIcon("M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z"));
  const whole = button("whole", _("Show all years"), makeIcon("M2 6h2v12H2zM20 6h2v12h-2zM9 8v3h6V8l4 4-4 4v-3H9v3l-4-4z"));
  const pace = el("button", { class: "pace", type: "button" });
  const speed = el("button", { class: "speed", type: "button" }, "1×");
  const zooms = el("div", { class: "zooms" }, out, into, whole);
  const paces = el("div", { class: "paces" }, pace, speed);
  host.append(play, track, el("div", { class: "choices" }, zooms, paces));
  return { thumb, chosen, track, play, out, into, whole, pace, speed };
}

export const playIcon = () => makeIcon("M7 4.5v15l12-7.5z");
export const pauseIcon = () => makeIcon("M7 5h4v14H7zM13.5 5h4v14h-4z");

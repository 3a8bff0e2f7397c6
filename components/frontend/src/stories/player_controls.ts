/** The foot of the caption: one tick a step, and the buttons of the player. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { makeIcon } from "../ui/icon.ts";
import { pickText } from "../core/story_schema.ts";
import type { Story } from "../core/story_schema.ts";

const ICONS = {
  back: "M15.5 4.5 8 12l7.5 7.5 1.6-1.6L11.2 12l5.9-5.9z",
  next: "M8.5 4.5 16 12l-7.5 7.5-1.6-1.6 5.9-5.9-5.9-5.9z",
  play: "M7 4.5v15l12-7.5z",
  pause: "M7 5h4v14H7zM13.5 5h4v14h-4z",
  notes: "M4 4h16v12H4zm2 2v8h12V6zM9 18h6v2H9z",
  black: "M4 5h16v14H4z",
  full: "M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z",
  help: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm-1 10h2v2h-2zm1-8c2 0 3.4 1.2 3.4 3 0 1.6-1.2 2.2-1.9 2.7-.5.4-.5.6-.5 1.3h-2c0-1.5.3-2.1 1.3-2.8.7-.5 1.1-.7 1.1-1.3 0-.6-.5-1-1.3-1-.9 0-1.5.5-1.6 1.4l-2-.3C8.9 8.2 10.200 7 12 7z",
  leave: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
};

const stills = matchMedia("(prefers-reduced-motion: reduce)");

export function createControls(story: Story, language: string, on: { act: (action: string) => void; go: (at: number) => void }) {
  const names = {
    back: _("Previous"),
    next: _("Next"),
    play: _("Autoplay"),
    notes: _("Presenter view"),
    black: _("Blank screen"),
    full: _("Full screen"),
    help: _("Keyboard shortcuts"),
    leave: _("Exit briefing"),
  };
  const button = (action: keyof typeof names) => {
    const element = el("button", { type: "button", class: action, "aria-label": names[action], title: names[action] }, icon(action));
    element.addEventListener("click", () => on.act(action));
    return element;
  };
  const ticks = story.steps.map((step, at) => {
    const label = _("Step {step}: {headline}", { step: at + 1, headline: pickText(step.headline, language) });
    const tick = el("button", { type: "button", "aria-label": label, title: label }, el("span", {}));
    tick.addEventListener("click", () => on.go(at));
    return tick;
  });
  const count = el("span", { class: "count" });
  const play = button("play");
  const strip = el("nav", { class: "ticks", "aria-label": _("Steps") }, ...ticks);
  const bar = el(
    "div",
    { class: "bar", role: "toolbar", "aria-label": _("Presentation controls") },
    button("back"),
    count,
    button("next"),
    el("span", { class: "gap" }),
    play,
    button("notes"),
    button("black"),
    button("full"),
    button("help"),
    button("leave"),
  );
  return {
    elements: [strip, bar],
    /** @param seconds of the step when it plays by itself, else 0 */
    draw(at: number, seconds: number) {
      ticks.forEach((tick, place) => {
        tick.classList.toggle("past", place < at);
        tick.toggleAttribute("aria-current", place === at);
        if (place === at) tick.setAttribute("aria-current", "step");
        const fill = tick.firstElementChild as HTMLElement;
        fill.getAnimations().forEach((animation) => animation.cancel());
        if (place === at && seconds && !stills.matches) fill.animate([{ scale: "0 1" }, { scale: "1 1" }], { duration: seconds * 1000 });
      });
      setText(count, `${at + 1} / ${story.steps.length}`);
      const playing = seconds > 0;
      const label = playing ? _("Pause") : names.play;
      play.replaceChildren(icon(playing ? "pause" : "play"));
      play.setAttribute("aria-label", label);
      play.title = label;
    },
  };
}

export const icon = (name: keyof typeof ICONS) => makeIcon(ICONS[name]);

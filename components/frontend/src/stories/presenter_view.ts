/** The presenter's window: notes, this step and the next, the time, and the player at arm's length. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { openChannel } from "./window_sync.ts";
import { icon } from "./player_controls.ts";
import { pickText, formatLength } from "../core/story_schema.ts";
import { listenForKeys } from "./keyboard_shortcuts.ts";
import type { Story, Text } from "../core/story_schema.ts";

export function createPresenter(
  host: HTMLElement,
  story: Story,
  {
    language,
    step = 1,
    channel: name = null,
    onStep,
  }: { language: string; step?: number; channel?: string | null; onStep: (step: number) => void },
) {
  const ended = new AbortController();
  let at = Math.min(story.steps.length, Math.max(1, step)) - 1;
  const began = Date.now();
  let zero = began;
  const localize = (text: Text) => pickText(text, language);
  const part = (name: string) => el("p", { class: name });
  const clock = part("clock");
  const elapsed = el("button", { type: "button", class: "elapsed", title: _("Restart timer") });
  const place = part("place");
  const state = el("p", { class: "state", role: "status" });
  const headline = el("h1", {});
  const [words, notes, nextWords] = [part("words"), part("notes"), part("words")];
  const nextHeadline = el("h3", {});
  const next = el("section", { class: "coming" }, el("h2", {}, _("Next")), nextHeadline, nextWords);
  const button = (action: "back" | "next" | "black", name: string) => {
    const element = el("button", { type: "button", title: name }, icon(action), el("span", {}, name));
    element.addEventListener("click", () => act(action));
    return element;
  };
  host.classList.add("presenter");
  host.replaceChildren(
    el("header", {}, el("strong", {}, localize(story.title)), place, state, elapsed, clock),
    el("section", { class: "current" }, headline, words, el("h2", {}, _("Notes")), notes),
    next,
    el("footer", {}, button("back", _("Previous")), button("next", _("Next")), button("black", _("Blank screen"))),
  );

  const channel = openChannel(
    name,
    story,
    ({ state: heard }) => {
      if (!heard || !Number.isInteger(heard.at) || !story.steps[heard.at]) return;
      at = heard.at;
      host.dataset.black = heard.black ? "true" : "false";
      setText(state, heard.black ? _("Screen is black") : heard.playing ? _("Autoplay is on") : "");
      draw();
    },
    ended.signal,
  );

  function act(action: string) {
    if (["next", "back", "first", "last", "black", "play"].includes(action)) channel.send({ ask: action });
    else if (action === "leave") window.close();
  }

  function draw() {
    const current = story.steps[at];
    const coming = story.steps[at + 1];
    setText(place, _("Step {step} of {count}", { step: at + 1, count: story.steps.length }));
    setText(headline, localize(current.headline));
    setText(words, localize(current.text));
    setText(notes, localize(current.notes) || _("No notes for this step."));
    notes.classList.toggle("none", !localize(current.notes));
    setText(nextHeadline, coming ? localize(coming.headline) : _("This is the last step."));
    setText(nextWords, coming ? localize(coming.text) : "");
    onStep(at + 1);
  }

  function tick() {
    setText(clock, new Intl.DateTimeFormat(currentLanguage(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date()));
    const text = formatLength(Math.floor((Date.now() - zero) / 1000));
    setText(elapsed, text);
    elapsed.setAttribute("aria-label", _("Elapsed: {time}. Press to restart", { time: text }));
  }
  elapsed.addEventListener("click", () => {
    zero = Date.now();
    tick();
  });
  const timer = setInterval(tick, 1000);
  listenForKeys([window], act, ended.signal);
  tick();
  draw();
  channel.send({ ask: "state" });
  return {
    destroy() {
      clearInterval(timer);
      ended.abort();
      host.classList.remove("presenter");
    },
  };
}

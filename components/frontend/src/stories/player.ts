/**
 * The player of a story: leads a map through its steps, with the caption beside it.
 *
 * It knows nothing of the page it stands in. `stage` is the map's side, what `start` of `map/index.ts`
 * puts into `window.atlas`, and the window the map lives in.
 */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { showLayers } from "./step_layers.ts";
import { createCaption } from "./caption.ts";
import { openChannel } from "./window_sync.ts";
import { createControls } from "./player_controls.ts";
import { renderSheet } from "./print_sheet.ts";
import { keepAwake } from "./screen_wake_lock.ts";
import { createTransition } from "./camera_transition.ts";
import { createHelp } from "./shortcut_help.ts";
import { listenForKeys, listenForSwipes } from "./keyboard_shortcuts.ts";
import type { Story } from "../core/story_schema.ts";
import type { MapHandle } from "../core/map_handle.ts";

/** The map's side: what a frame's `window.atlas` holds, and the window it lives in. */
export interface Stage extends MapHandle {
  window: Window;
}

export interface Options {
  /** the first step shown, from 1 */
  step?: number;
  language: string;
  autoplay?: boolean;
  /** a visitor's own story, and said to be so */
  reader?: boolean;
  /** the address of an event's evidence */
  eventLink: (id: string) => string;
  /** the name of the channel to the presenter's window */
  channel: string;
  /** the address of that window */
  notesAddress: string;
  /** after each move, from 1: the address follows */
  onStep: (step: number) => void;
  onLeave: () => void;
}

export function createPlayer(host: HTMLElement, stage: Stage, story: Story, options: Options) {
  const ended = new AbortController();
  const { signal } = ended;
  const last = story.steps.length - 1;
  const views = story.steps.map((step) => stage.read(step.view).view);
  const stills = matchMedia("(prefers-reduced-motion: reduce)");
  const flight = createTransition(stage, () => stills.matches);
  const caption = createCaption(stage.atlas, { reader: false, ...options });
  const controls = createControls(story, options.language, { act, go });
  const black = el("div", { class: "blackout", hidden: true, role: "img", "aria-label": _("Blank screen: press B to continue") });
  const help = createHelp();
  const said = el("p", { class: "said", role: "status" });
  host.classList.add("briefing");
  host.replaceChildren(caption.element, ...controls.elements, black, help.element, said, renderSheet(stage.atlas, story, options.language));
  host.tabIndex = -1;
  let at = -1;
  let timer = 0;
  let playing = false;

  const channel = openChannel(
    options.channel,
    story,
    (message) => {
      if (message.ask === "state") sendState();
      else if (typeof message.ask === "string") act(message.ask);
      if (message.go !== undefined && Number.isInteger(message.go)) go(message.go);
    },
    signal,
  );
  const sendState = () => channel.send({ state: { at, playing, black: !black.hidden } });

  /** @param place from 0 */
  function go(place: number, cut: boolean = false) {
    const wanted = Math.min(last, Math.max(0, place));
    setText(said, "");
    if (wanted === at) return;
    at = wanted;
    flight.go(views[at], cut);
    showLayers(stage.window, story, story.steps[at], () => at === wanted && !signal.aborted).catch(() =>
      setText(said, _("The layers of this step cannot be shown.")),
    );
    caption.draw(story, at);
    keepTime();
    options.onStep(at + 1);
    sendState();
  }

  function keepTime() {
    clearTimeout(timer);
    const { seconds } = story.steps[at];
    controls.draw(at, playing ? seconds : 0);
    if (playing) timer = window.setTimeout(() => (at < last ? go(at + 1) : play(false)), seconds * 1000);
  }

  function play(on: boolean) {
    playing = on;
    if (on && at === last) return go(0);
    keepTime();
    sendState();
  }

  function darken(on: boolean) {
    black.hidden = !on;
    if (on && playing) play(false);
    sendState();
  }

  /** @param action what a key, a button, a swipe or the presenter's window asks for */
  function act(action: string) {
    // From black any key brings the picture back, and does no more.
    if (!black.hidden) return darken(false);
    if (help.open && action !== "help") return help.show(false);
    const actions: Record<string, () => void> = {
      next: () => go(at + 1),
      back: () => go(at - 1),
      first: () => go(0),
      last: () => go(last),
      play: () => play(!playing),
      black: () => darken(true),
      full: fill,
      notes: openNotes,
      help: () => help.show(!help.open),
      leave,
    };
    actions[action]?.();
  }

  function fill() {
    if (document.fullscreenElement) void document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  function openNotes() {
    // Asked for without an address, a window that is open already comes forward and its clock goes on.
    const notes = window.open("", `atlas-notes-${options.channel}`, "width=1100,height=720");
    if (!notes) return setText(said, _("The browser blocked the presenter view. Allow pop-ups for this page, then press N again."));
    if (notes.location.href === "about:blank") notes.location.replace(new URL(options.notesAddress, location.href));
    notes.focus();
    channel.addWindow(notes);
  }

  function leave() {
    if (document.fullscreenElement) void document.exitFullscreen();
    destroy();
    options.onLeave();
  }

  function destroy() {
    ended.abort();
    clearTimeout(timer);
    flight.stop();
    void stage.window.atlas?.showOwn?.("", []);
    stage.map.off("click", onMap);
    stage.setPresenting(false);
    host.classList.remove("briefing");
    host.replaceChildren();
  }

  const onMap = () => act("next");
  stage.stop();
  stage.setPresenting(true);
  stage.map.on("click", onMap);
  listenForKeys([window, stage.window], act, signal);
  listenForSwipes(host, act, signal);
  black.addEventListener("click", () => darken(false), { signal });
  caption.element.addEventListener(
    "click",
    ({ target }) => {
      const selected = String(getSelection() ?? "");
      if (!selected && !(target as Element).closest("a, button")) act("next");
    },
    { signal },
  );
  keepAwake(signal);
  go((options.step ?? 1) - 1, true);
  if (options.autoplay) play(true);
  host.focus({ preventScroll: true });
  return {
    go,
    act,
    play,
    destroy,
    get step() {
      return at + 1;
    },
  };
}

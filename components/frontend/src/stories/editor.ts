/** The builder: a visitor's own story, step by step beside the map. Everything stays in the browser. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { saveFile } from "../share/save_file.ts";
import { DRAFT, writeAddress } from "./query_params.ts";
import { createTooltip } from "./step_editor.ts";
import { shareLink } from "./share_link.ts";
import { writeYaml } from "./story_codec.ts";
import { titleView } from "../ui/view_title.ts";
import { makeStepOf, readDraft, popReplacedDraft, writeDraft } from "../core/draft_storage.ts";
import { cleanText, emptyStory, LIMITS } from "../core/story_schema.ts";
import { listOwnLayers, settleLayers } from "./own_layers.ts";
import { createTransition } from "./camera_transition.ts";
import { createHistory, listenForUndo } from "./undo_stack.ts";
import { makeFile, uploadStory } from "./file_io.ts";
import type { WrittenLayer } from "../user_layers/layer_file.ts";
import type { Stage } from "./player.ts";
import type { Story, Text } from "../core/story_schema.ts";

export function createBuilder(
  host: HTMLElement,
  stage: Stage,
  { language, reading, open, leave }: { language: string; reading: string; open: (address: string) => void; leave: () => void },
) {
  const ended = new AbortController();
  let story = readDraft();
  let own: WrittenLayer[] = [];
  const history = createHistory();
  const former = popReplacedDraft();
  if (former) history.keep(former, "");
  const flight = createTransition(stage, () => matchMedia("(prefers-reduced-motion: reduce)").matches);
  const list = el("ol", { class: "cards" });
  const status = el("div", { class: "said", role: "status" });
  const title = field(_("Title"), "title");
  const description = field(_("Summary"), "description");
  const actions: [string, string, () => unknown][] = [
    ["add", _("Add this view"), add],
    ["undo", _("Undo"), undo],
    ["play", _("Present"), () => open(writeAddress({ story: DRAFT, step: 1 }))],
    ["share", _("Share as a link"), () => shareLink(story, notify)],
    ["download", _("Download"), download],
    ["load", _("Load a file"), () => picker.click()],
    ["empty", _("New briefing"), () => replace(emptyStory())],
    ["leave", _("All briefings"), leave],
  ];
  const buttons = Object.fromEntries(
    actions.map(([name, text, act]) => {
      const button = el("button", { type: "button", class: name }, text);
      button.addEventListener("click", act);
      return [name, button];
    }),
  );
  const picker = el("input", { type: "file", accept: ".yaml,.yml", hidden: true, "aria-label": _("Load a file") });
  picker.addEventListener("change", () => void load());
  host.classList.add("builder");
  host.replaceChildren(
    el("header", {}, el("h1", {}, _("My briefing")), buttons.leave),
    title.element,
    description.element,
    el("div", { class: "tools" }, ...["add", "undo", "play", "share", "download", "load", "empty"].map((name) => buttons[name]), picker),
    status,
    list,
  );
  listenForUndo(undo, ended.signal);
  // The map page of another tab may add a view meanwhile.
  window.addEventListener(
    "storage",
    () => {
      const before = history.size;
      history.forget();
      story = readDraft();
      draw();
      if (before) notify(_("The briefing was changed in another tab: what was done here before can no longer be undone."));
    },
    { signal: ended.signal },
  );
  draw();
  void listOwnLayers().then((layers) => {
    own = layers;
    if (own.length) draw();
  });

  function field(label: string, key: "title" | "description") {
    const input = el(key === "title" ? "input" : "textarea", { maxlength: String(LIMITS[key]) });
    input.addEventListener("input", () => {
      change(key, (next) => setText(next[key], input.value, LIMITS[key]));
      keep();
    });
    return { element: el("label", {}, el("span", {}, label), input), input };
  }

  function setText(text: Text, words: string, most: number) {
    const clean = cleanText(words, most);
    if (clean) text[language] = clean;
    else Reflect.deleteProperty(text, language);
  }

  /** Change the story; typing in one field is one change to undo. */
  function change(what: string, act: (next: Story) => void) {
    history.keep(story, what);
    story = structuredClone(story);
    act(story);
  }

  function keep() {
    if (!writeDraft(story)) notify(_("This browser does not keep drafts. Download the briefing before you leave."));
    buttons.undo.toggleAttribute("disabled", !history.size);
    for (const name of ["play", "share", "download"]) buttons[name].toggleAttribute("disabled", !story.steps.length);
    buttons.add.toggleAttribute("disabled", story.steps.length >= LIMITS.steps);
  }

  function draw() {
    title.input.value = story.title[language] ?? "";
    description.input.value = story.description[language] ?? "";
    list.replaceChildren(
      ...story.steps.map((step, at) =>
        createTooltip(
          step,
          at,
          story.steps.length,
          stage.atlas,
          language,
          { change: typed, move, remove, show, take },
          own.map(({ name }) => name),
          tick,
        ),
      ),
    );
    if (!story.steps.length)
      list.replaceChildren(
        el("li", { class: "none" }, _("No steps yet. Select a year or an event on the map, then press “Add this view”.")),
      );
    keep();
  }

  function typed(at: number, key: "headline" | "text" | "notes" | "seconds", value: string) {
    change(`${key} ${at}`, (next) => {
      const step = next.steps[at];
      if (key !== "seconds") return setText(step[key], value, LIMITS[key]);
      const seconds = Number(value);
      if (seconds >= LIMITS.shortest && seconds <= LIMITS.longest) step.seconds = Math.round(seconds);
    });
    keep();
  }

  /** A layer of the reader's goes along with a step, or no longer. */
  function tick(at: number, name: string, isShown: boolean) {
    change("", ({ steps }) => {
      steps[at].layers = [...(steps[at].layers ?? []).filter((each) => each !== name), ...(isShown ? [name] : [])];
    });
    settle();
  }

  /** The story has the layers that its steps show, and no others. */
  function settle() {
    const chosen = story;
    const isWanted = () => story === chosen;
    void settleLayers(
      chosen,
      own,
      isWanted,
      (next) => ((story = next), keep()),
      (why) => (undo(), notify(why)),
    );
  }

  /** @param focus the button that keeps the focus */
  function move(from: number, to: number, focus?: string) {
    if (to < 0 || to >= story.steps.length || to === from) return;
    change("", (next) => next.steps.splice(to, 0, ...next.steps.splice(from, 1)));
    draw();
    notify(_("Step {from} is now step {to}.", { from: from + 1, to: to + 1 }));
    const card = list.children[to];
    (card.querySelector<HTMLElement>(focus ? `.${focus}:not([disabled])` : "input") ?? card.querySelector("button"))?.focus();
  }

  function remove(at: number) {
    change("", (next) => next.steps.splice(at, 1));
    draw();
    settle();
    notify(_("Step {step} deleted. Use “Undo” to restore it.", { step: at + 1 }));
    buttons.undo.focus();
  }

  function show(at: number) {
    flight.go(stage.read(story.steps[at].view).view);
  }

  const makeStepHere = () => makeStepOf(stage.store.view, stage.atlas, titleView(stage.atlas, stage.store.view));
  function take(at: number) {
    const { view, events } = makeStepHere();
    change("", (next) => void Object.assign(next.steps[at], { view, events }));
    draw();
    notify(_("Step {step} now shows the current map view.", { step: at + 1 }));
  }

  function add() {
    change("", (next) => next.steps.push(makeStepHere()));
    draw();
    list.lastElementChild?.scrollIntoView({ block: "nearest" });
    list.lastElementChild?.querySelector("input")?.focus();
  }

  function undo() {
    const before = history.back();
    if (!before) return;
    story = before;
    draw();
    notify(_("Undone."));
  }

  function replace(other: Story) {
    change("", () => {});
    story = other;
    draw();
  }

  function download() {
    notify(...saveFile(makeFile(writeYaml(story), story.title[language] ?? "")));
  }

  async function load() {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (!file) return;
    const { story: read, problems } = await uploadStory(file, reading);
    if (read) {
      replace(read);
      return notify(_("File loaded. Use “Undo” to restore your previous draft."));
    }
    const rows = (problems ?? []).map((text) => el("li", {}, text));
    notify(_("The file was not accepted; your draft is unchanged:"), el("ul", {}, ...rows));
  }

  function notify(text: string, ...more: Node[]) {
    status.replaceChildren(el("p", {}, text), ...more);
  }

  return {
    destroy() {
      ended.abort();
      flight.stop();
      host.classList.remove("builder");
    },
  };
}

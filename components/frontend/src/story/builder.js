// @ts-check
/** The builder: a visitor's own story, step by step beside the map. Everything stays in the browser. */
import { gettext as _ } from "../language/messages.js";
import { make } from "../map/dom.js";
import { saveFile } from "../share/save.js";
import { CARRIED, DRAFT, writeAddress } from "./address.js";
import { createCard } from "./builder_card.js";
import { LONGEST_LINK, packStory, writeHash, writeYaml } from "./carry.js";
import { makeStepOf, readDraft, takeFormer, writeDraft } from "./draft.js";
import { cleanText, emptyStory, LIMITS } from "./format.js";
import { createFlight } from "./flight.js";
import { createHistory } from "./history.js";
import { makeFile, uploadStory } from "./transfer.js";

/**
 * @param {HTMLElement} host @param {import("./player.js").Stage} stage
 * @param {{language: "en"|"ru", reading: string, open: (address: string) => void, leave: () => void}} options
 */
export function createBuilder(host, stage, { language, reading, open, leave }) {
  const ended = new AbortController();
  let story = readDraft();
  const history = createHistory();
  const former = takeFormer();
  if (former) history.keep(former, "");
  const flight = createFlight(stage, () => matchMedia("(prefers-reduced-motion: reduce)").matches);
  const list = make("ol", { class: "cards" });
  const said = make("div", { class: "said", role: "status" });
  const title = field(_("Title"), "title");
  const description = field(_("Summary"), "description");
  /** @type {[string, string, () => unknown][]} */
  const actions = [
    ["add", _("Add this view"), add], ["undo", _("Undo"), undo], ["play", _("Present"), () => open(writeAddress({ story: DRAFT, step: 1 }))],
    ["share", _("Share as a link"), share], ["download", _("Download"), download], ["load", _("Load a file"), () => picker.click()],
    ["empty", _("New briefing"), () => replace(emptyStory())], ["leave", _("All briefings"), leave],
  ];
  const buttons = Object.fromEntries(actions.map(([name, text, act]) => {
    const button = make("button", { type: "button", class: name }, text);
    button.addEventListener("click", act);
    return [name, button];
  }));
  const picker = make("input", { type: "file", accept: ".yaml,.yml", hidden: true, "aria-label": _("Load a file") });
  picker.addEventListener("change", load);
  host.classList.add("builder");
  host.replaceChildren(
    make("header", {}, make("h1", {}, _("My briefing")), buttons.leave),
    title.element, description.element,
    make("div", { class: "tools" }, buttons.add, buttons.undo, buttons.play, buttons.share, buttons.download, buttons.load, buttons.empty, picker),
    said, list,
  );
  window.addEventListener("keydown", (key) => {
    const inField = /** @type {Element} */ (key.target).closest?.("input, textarea");
    if ((key.ctrlKey || key.metaKey) && key.key === "z" && !inField) {
      key.preventDefault();
      undo();
    }
  }, { signal: ended.signal });
  // The map page of another tab may add a view meanwhile.
  window.addEventListener("storage", () => {
    story = readDraft();
    draw();
  }, { signal: ended.signal });
  draw();

  /** @param {string} label @param {"title"|"description"} key */
  function field(label, key) {
    const input = make(key === "title" ? "input" : "textarea", { maxlength: String(LIMITS[key]) });
    input.addEventListener("input", () => {
      change(`${key}`, (next) => setText(next[key], input.value, LIMITS[key]));
      keep();
    });
    return { element: make("label", {}, make("span", {}, label), input), input };
  }

  /** @param {import("./format.js").Text} text @param {string} words @param {number} most */
  function setText(text, words, most) {
    const clean = cleanText(words, most);
    if (clean) text[language] = clean;
    else delete text[language];
  }

  /** Change the story; typing in one field is one change to undo. @param {string} what @param {(next: import("./format.js").Story) => void} act */
  function change(what, act) {
    history.keep(story, what);
    story = structuredClone(story);
    act(story);
  }

  function keep() {
    if (!writeDraft(story)) say(_("This browser does not keep drafts. Download the briefing before you leave."));
    buttons.undo.toggleAttribute("disabled", !history.size);
    for (const name of ["play", "share", "download"]) buttons[name].toggleAttribute("disabled", !story.steps.length);
    buttons.add.toggleAttribute("disabled", story.steps.length >= LIMITS.steps);
  }

  function draw() {
    title.input.value = story.title[language] ?? "";
    description.input.value = story.description[language] ?? "";
    list.replaceChildren(...story.steps.map((step, at) => createCard(step, at, story.steps.length, stage.atlas, language, { change: typed, move, remove, show, take })));
    if (!story.steps.length) list.replaceChildren(make("li", { class: "none" }, _("No steps yet. Select a year or an event on the map, then press “Add this view”.")));
    keep();
  }

  /** @param {number} at @param {"headline"|"text"|"notes"|"seconds"} key @param {string} value */
  function typed(at, key, value) {
    change(`${key} ${at}`, (next) => {
      const step = next.steps[at];
      if (key !== "seconds") return setText(step[key], value, LIMITS[key]);
      const seconds = Number(value);
      if (seconds >= LIMITS.shortest && seconds <= LIMITS.longest) step.seconds = Math.round(seconds);
    });
    keep();
  }

  /** @param {number} from @param {number} to @param {string} [focus] the button that keeps the focus */
  function move(from, to, focus) {
    if (to < 0 || to >= story.steps.length || to === from) return;
    change("", (next) => next.steps.splice(to, 0, ...next.steps.splice(from, 1)));
    draw();
    say(_("Step {from} is now step {to}.", { from: from + 1, to: to + 1 }));
    const card = list.children[to];
    /** @type {HTMLElement|null} */ (card.querySelector(focus ? `.${focus}:not([disabled])` : "input") ?? card.querySelector("button"))?.focus();
  }

  /** @param {number} at */
  function remove(at) {
    change("", (next) => next.steps.splice(at, 1));
    draw();
    say(_("Step {step} deleted. Use “Undo” to restore it.", { step: at + 1 }));
    buttons.undo.focus();
  }

  /** @param {number} at */
  function show(at) {
    flight.go(stage.read(story.steps[at].view).view);
  }

  /** @param {number} at */
  function take(at) {
    change("", (next) => {
      const { view, events } = makeStepOf(stage.store.view, stage.atlas);
      Object.assign(next.steps[at], { view, events });
    });
    draw();
    say(_("Step {step} now shows the current map view.", { step: at + 1 }));
  }

  function add() {
    change("", (next) => next.steps.push(makeStepOf(stage.store.view, stage.atlas)));
    draw();
    list.lastElementChild?.scrollIntoView({ block: "nearest" });
    list.lastElementChild?.querySelector("input")?.focus();
  }

  function undo() {
    const before = history.back();
    if (!before) return;
    story = before;
    draw();
    say(_("Undone."));
  }

  /** @param {import("./format.js").Story} other */
  function replace(other) {
    change("", () => {});
    story = other;
    draw();
  }

  async function share() {
    const packed = await packStory(story);
    if (packed.length > LONGEST_LINK) {
      return say(_("As a link this briefing is {size} characters long; the maximum is {most}. Shorten it or download it as a file.", { size: packed.length, most: LONGEST_LINK }));
    }
    const link = make("input", { type: "text", readonly: true, "aria-label": _("Link to your briefing") });
    link.value = location.origin + writeAddress({ story: CARRIED, step: 1 }, writeHash(packed));
    const copied = await navigator.clipboard.writeText(link.value).then(() => true, () => false);
    say(copied ? _("Link copied. It contains the whole briefing; nothing is stored on a server.") : _("Copy this link. It contains the whole briefing; nothing is stored on a server."), link);
    link.select();
  }

  function download() {
    say(...saveFile(makeFile(writeYaml(story), story.title[language] ?? "")));
  }

  async function load() {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (!file) return;
    const { story: read, problems } = await uploadStory(file, reading);
    if (read) {
      replace(read);
      return say(_("File loaded. Use “Undo” to restore your previous draft."));
    }
    say(_("The file was not accepted; your draft is unchanged:"), make("ul", {}, ...(problems ?? []).map((text) => make("li", {}, text))));
  }

  /** @param {string} text @param {...Node} more */
  function say(text, ...more) {
    said.replaceChildren(make("p", {}, text), ...more);
  }

  return {
    destroy() {
      ended.abort();
      flight.stop();
      host.classList.remove("builder");
    },
  };
}

// @ts-check
/** The stories there are: what each tells, how long it takes, and when its steps are. */
import { gettext as _, ngettext } from "../language/messages.js";
import { make, makeSvg } from "../map/dom.js";
import { yearFraction } from "../map/dates.js";
import { readLink } from "../map/view.js";
import { makeShareButton } from "../share/button.js";
import { CARRIED, DRAFT, writeAddress } from "./address.js";
import { LONGEST_LINK, packStory, writeHash, writeYaml } from "./carry.js";
import { lengthOf, pickText, sayLength } from "./format.js";

const WIDTH = 440;
const RAIL = 70;
const RADIUS = 5.5;
const DECADES = [1991, 2000, 2010, 2020];

/**
 * @param {HTMLElement} host
 * @param {{stories: import("./format.js").Story[], draft: import("./format.js").Story, language: string, message: string, alone: boolean, share?: {style: string, exports: string}}} content `share` is missing without a server; `alone` is a file that holds one story
 * @param {{open: (address: string) => void, copy: (story: import("./format.js").Story) => void}} on
 */
export function showList(host, { stories, draft, language, message, alone, share }, on) {
  /** @param {string} address @param {string} text @param {string} [kind] */
  const link = (address, text, kind) => {
    const anchor = make("a", { href: address, class: kind }, text);
    anchor.addEventListener("click", (click) => {
      if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey || click.button !== 0) return;
      click.preventDefault();
      on.open(address);
    });
    return anchor;
  };
  const items = stories.map((story) => {
    const copy = make("button", { type: "button" }, _("Edit a copy"));
    copy.addEventListener("click", () => on.copy(story));
    return make("li", { "data-story": story.id },
      make("h2", {}, link(writeAddress({ story: story.id, step: 1 }), pickText(story.title, language))),
      make("p", {}, pickText(story.description, language)),
      makeStrip(),
      make("div", { class: "row" },
        make("span", { class: "size" }, saySize(story)),
        link(writeAddress({ story: story.id, step: 1 }), _("Present"), "main"),
        link(writeAddress({ story: story.id, step: 1, autoplay: 1 }), _("Autoplay")),
        ...(alone ? [] : [copy]),
        ...(share ? [makeShareButton(share, () => shareStory(story, language))] : [])));
  });
  const build = writeAddress({ build: 1 });
  const own = make("section", { class: "own" },
    make("h2", {}, _("My briefing")),
    make("p", {}, draft.steps.length
      ? _("Draft saved only in this browser: {size}.", { size: saySize(draft) })
      : _("Add map views, arrange them, and write a headline and a few sentences for each. The draft is saved in this browser; share it as a link or a file. No account is needed.")),
    make("div", { class: "row" },
      link(build, draft.steps.length ? _("Continue editing") : _("Create a briefing"), "main"),
      ...(draft.steps.length ? [link(writeAddress({ story: DRAFT, step: 1 }), _("Present"))] : []),
      ...(draft.steps.length && share ? [makeShareButton(share, () => shareDraft(draft, language))] : [])));
  host.replaceChildren(
    ...(message ? [make("p", { class: "message", role: "alert" }, message)] : []),
    ...(alone ? [] : [make("h1", {}, _("Briefings"))]),
    make("p", { class: "lead" }, _("Step-by-step briefings on the map. Use the arrow keys or a clicker; B blanks the screen, N opens the presenter view.")),
    make("ol", { class: "list" }, ...items),
    ...(alone ? [] : [own]),
  );
}

/** A story that comes with the atlas is known by its id. @param {import("./format.js").Story} story @param {string} language */
function shareStory(story, language) {
  return { kind: "story", link: absolute(writeAddress({ story: story.id, step: 1, lang: language })), title: pickText(story.title, language) };
}

/** A visitor's own travels whole: in the link if it is short enough, and with what is asked of the server. @param {import("./format.js").Story} draft @param {string} language */
async function shareDraft(draft, language) {
  const packed = await packStory(draft);
  const title = pickText(draft.title, language) || _("My briefing");
  const link = packed.length <= LONGEST_LINK ? absolute(writeAddress({ story: CARRIED, step: 1, lang: language }, writeHash(packed))) : "";
  return { kind: "story", link, title, story: writeYaml(draft) };
}

/** @param {string} address */
const absolute = (address) => new URL(address, location.href).href;

/** @param {import("./format.js").Story} story */
function saySize(story) {
  const steps = ngettext("{count} step", "{count} steps", story.steps.length);
  return _("{steps}, {length} minutes", { steps, length: sayLength(lengthOf(story)) });
}

const makeStrip = () => makeSvg("svg", { viewBox: `0 0 ${WIDTH} ${RAIL + 24}`, class: "strip", "aria-hidden": "true" });

/** Draw when the steps of each story are, once the record is there. @param {HTMLElement} host @param {import("./format.js").Story[]} stories @param {any} atlas */
export function drawStrips(host, stories, atlas) {
  const x = (/** @type {number} */ year) => ((year - atlas.first) / (atlas.last + 1 - atlas.first)) * (WIDTH - 30) + 12;
  for (const story of stories) {
    const strip = host.querySelector(`[data-story="${story.id}"] .strip`);
    const years = story.steps.map(({ view }) => {
      const { event, year } = readLink(view, atlas).view;
      return event ? yearFraction(atlas.eventById.get(event).start) : year + 0.5;
    });
    strip?.replaceChildren(
      makeSvg("line", { x1: 1, x2: WIDTH - 1, y1: RAIL, y2: RAIL, class: "rail" }),
      ...DECADES.map((year) => {
        const text = makeSvg("text", { x: x(year), y: RAIL + 21 });
        text.textContent = String(year);
        return text;
      }),
      ...pile(years.map(x)).map(({ at, level }) => makeSvg("circle", { cx: at, cy: RAIL - 2 * RADIUS * level, r: RADIUS })),
    );
  }
}

/** Dots that would touch are piled up, so that each step is seen. @param {number[]} places */
function pile(places) {
  /** @type {number[]} */
  const ends = [];
  return [...places].sort((a, b) => a - b).map((at) => {
    const free = ends.findIndex((end) => end <= at - 2 * RADIUS);
    const level = free < 0 ? ends.length : free;
    ends[level] = at;
    return { at, level };
  });
}

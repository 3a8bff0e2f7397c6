/** The stories there are: what each tells, how long it takes, and when its steps are. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { el, svgEl } from "../ui/dom.ts";
import { yearFraction } from "../ui/date_format.ts";
import { readLink } from "../core/view_state.ts";
import { makeShareButton } from "../share/share_button.ts";
import { CARRIED, DRAFT, writeAddress } from "./query_params.ts";
import { LONGEST_LINK, encodeStory, writeHash, writeYaml } from "./story_codec.ts";
import { lengthOf, pickText, formatLength } from "../core/story_schema.ts";
import type { Story } from "../core/story_schema.ts";
import type { Atlas } from "../core/atlas.ts";
import { eventOf } from "../core/snapshot.ts";
import type { Offer } from "../core/component.ts";

const WIDTH = 440;
const RAIL = 70;
const RADIUS = 5.5;
const DECADES = [1991, 2000, 2010, 2020];

/** @param content `share` is missing without a server; `alone` is a file that holds one story */
export function showList(
  host: HTMLElement,
  {
    stories,
    draft,
    language,
    message,
    alone,
    share,
  }: { stories: Story[]; draft: Story; language: string; message: string; alone: boolean; share?: Offer },
  on: { open: (address: string) => void; copy: (story: Story) => void },
) {
  const link = (address: string, text: string, kind?: string) => {
    const anchor = el("a", { href: address, class: kind }, text);
    anchor.addEventListener("click", (click) => {
      if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey || click.button !== 0) return;
      click.preventDefault();
      on.open(address);
    });
    return anchor;
  };
  const items = stories.map((story) => {
    const copy = el("button", { type: "button" }, _("Edit a copy"));
    copy.addEventListener("click", () => on.copy(story));
    return el(
      "li",
      { "data-story": story.id },
      el("h2", {}, link(writeAddress({ story: story.id, step: 1 }), pickText(story.title, language))),
      el("p", {}, pickText(story.description, language)),
      makeStrip(),
      el(
        "div",
        { class: "row" },
        el("span", { class: "size" }, formatSize(story)),
        link(writeAddress({ story: story.id, step: 1 }), _("Present"), "main"),
        link(writeAddress({ story: story.id, step: 1, autoplay: 1 }), _("Autoplay")),
        ...(alone ? [] : [copy]),
        ...(share ? [makeShareButton(share, () => shareStory(story, language))] : []),
      ),
    );
  });
  const build = writeAddress({ build: 1 });
  const own = el(
    "section",
    { class: "own" },
    el("h2", {}, _("My briefing")),
    el(
      "p",
      {},
      draft.steps.length
        ? _("Draft saved only in this browser: {size}.", { size: formatSize(draft) })
        : _(
            "Add map views, arrange them, and write a headline and a few sentences for each. The draft is saved in this browser; share it as a link or a file. No account is needed.",
          ),
    ),
    el(
      "div",
      { class: "row" },
      link(build, draft.steps.length ? _("Continue editing") : _("Create a briefing"), "main"),
      ...(draft.steps.length ? [link(writeAddress({ story: DRAFT, step: 1 }), _("Present"))] : []),
      ...(draft.steps.length && share ? [makeShareButton(share, () => shareDraft(draft, language))] : []),
    ),
  );
  host.replaceChildren(
    ...(message ? [el("p", { class: "message", role: "alert" }, message)] : []),
    ...(alone ? [] : [el("h1", {}, _("Briefings"))]),
    el(
      "p",
      { class: "lead" },
      _("Step-by-step briefings on the map. Use the arrow keys or a clicker; B blanks the screen, N opens the presenter view."),
    ),
    el("ol", { class: "list" }, ...items),
    ...(alone ? [] : [own]),
  );
}

/** A story that comes with the atlas is known by its id. */
function shareStory(story: Story, language: string) {
  return {
    kind: "story",
    link: absolute(writeAddress({ story: story.id, step: 1, lang: language })),
    title: pickText(story.title, language),
  };
}

/** A visitor's own travels whole: in the link if it is short enough, and with what is asked of the server. */
async function shareDraft(draft: Story, language: string) {
  const packed = await encodeStory(draft);
  const title = pickText(draft.title, language) || _("My briefing");
  const link = packed.length <= LONGEST_LINK ? absolute(writeAddress({ story: CARRIED, step: 1, lang: language }, writeHash(packed))) : "";
  return { kind: "story", link, title, story: writeYaml(draft) };
}

const absolute = (address: string) => new URL(address, location.href).href;

function formatSize(story: Story) {
  const steps = ngettext("{count} step", "{count} steps", story.steps.length);
  return _("{steps}, {length} minutes", { steps, length: formatLength(lengthOf(story)) });
}

const makeStrip = () => svgEl("svg", { viewBox: `0 0 ${WIDTH} ${RAIL + 24}`, class: "strip", "aria-hidden": "true" });

/** Draw when the steps of each story are, once the record is there. */
export function drawStrips(host: HTMLElement, stories: Story[], atlas: Atlas) {
  const x = (year: number) => ((year - atlas.first) / (atlas.last + 1 - atlas.first)) * (WIDTH - 30) + 12;
  for (const story of stories) {
    const strip = host.querySelector(`[data-story="${story.id}"] .strip`);
    const years = story.steps.map(({ view }) => {
      const { event, date, year } = readLink(view, atlas).view;
      const day = event ? eventOf(atlas, event).start : date;
      return day ? yearFraction(day) : year + 0.5;
    });
    strip?.replaceChildren(
      svgEl("line", { x1: 1, x2: WIDTH - 1, y1: RAIL, y2: RAIL, class: "rail" }),
      ...DECADES.map((year) => {
        const text = svgEl("text", { x: x(year), y: RAIL + 21 });
        text.textContent = String(year);
        return text;
      }),
      ...pile(years.map(x)).map(({ at, level }) => svgEl("circle", { cx: at, cy: RAIL - 2 * RADIUS * level, r: RADIUS })),
    );
  }
}

/** Dots that would touch are piled up, so that each step is seen. */
function pile(places: number[]) {
  const ends: number[] = [];
  return [...places]
    .sort((a, b) => a - b)
    .map((at) => {
      const free = ends.findIndex((end) => end <= at - 2 * RADIUS);
      const level = free < 0 ? ends.length : free;
      ends[level] = at;
      return { at, level };
    });
}

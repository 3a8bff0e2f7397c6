/** The stories page: the list, the player, the presenter's window or the builder, as the address says. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { fetchJson } from "../net/fetch_json.ts";
import { el } from "../ui/dom.ts";
import { CARRIED, DRAFT, readAddress, showAddress, writeAddress } from "./query_params.ts";
import { createBuilder } from "./editor.ts";
import { nameChannel } from "./window_sync.ts";
import { findStory, decodeStory } from "./story_codec.ts";
import { readDraft, replaceDraft } from "../core/draft_storage.ts";
import { checkViews, pickText, plainStory } from "../core/story_schema.ts";
import { drawStrips, showList } from "./story_list.ts";
import { createPlayer } from "./player.ts";
import { namePage, titleStory } from "./story_title.ts";
import { createPresenter } from "./presenter_view.ts";
import { findStage } from "./map_stage.ts";
import type { Stage } from "./player.ts";
import { describeError } from "../core/validation_messages.ts";
import type { Story } from "../core/story_schema.ts";
import type { Offer, View } from "../core/component.ts";

/** What the server hands to the page. */
interface StoriesPage {
  /** the address of the stories */
  documents: string;
  /** the address that reads a file */
  reading: string;
  share?: Offer;
  /** a file that holds one story: the live atlas's address, and whether the story is a visitor's own */
  alone?: { live: string; reader: boolean };
}

const begun: WeakSet<Element> = new WeakSet();

/**
 * `data.alone` is there in a file that holds one story: the address of the live atlas, if it has one,
 * and whether the story is a visitor's own.
 */
export async function draw({ data, parentElement }: View<StoriesPage>) {
  const host = parentElement.querySelector<HTMLElement>(".stories");
  if (!host || !data || begun.has(host)) return;
  const page = data;
  begun.add(host);
  const { stories } = await fetchJson<{ stories: Story[] }>(data.documents);
  const language = currentLanguage();
  const inPage = () => host.isConnected;
  let shown: { destroy: () => void } | null = null;
  let message = "";
  // Which turn of the address is being followed: an answer that comes late belongs to none.
  let turn = 0;

  function clear(mode: string) {
    shown?.destroy();
    shown = null;
    host?.setAttribute("data-mode", mode);
    host?.classList.remove("briefing", "builder", "presenter");
  }

  function open(address: string) {
    showAddress("pushState", address);
    void follow();
  }

  async function follow() {
    if (!host) return;
    turn += 1;
    const mine = turn;
    const at = readAddress();
    const carried = findStory(location.hash);
    const wanted = at.story ?? (carried === null ? null : CARRIED);
    if (!wanted && !at.build) return list();
    clear(at.notes ? "notes" : wanted ? "play" : "build");
    host.replaceChildren(el("div", { class: "cover" }, el("p", {}, _("Loading map…"))));
    const still = () => inPage() && mine === turn;
    try {
      const story = wanted ? await findWanted(wanted, carried) : null;
      if (story && at.notes) {
        shown = createPresenter(host, story, { language, step: at.step, channel: at.channel, onStep: () => {} });
        return;
      }
      if (story) host.replaceChildren(el("div", { class: "cover" }, el("h1", {}, pickText(story.title, language))));
      const stage = await findStage(still);
      if (!stage || !still()) return;
      if (story) play(stage, story, at);
      else {
        stage.setPresenting(false);
        shown = createBuilder(host, stage, { language, reading: page.reading, open, leave: () => open(writeAddress({})) });
      }
    } catch (error) {
      if (!still()) return;
      message = describeError(error);
      showAddress("replaceState", writeAddress({}));
      list();
    }
  }

  async function findWanted(id: string, carried: string | null): Promise<Story> {
    const story =
      id === DRAFT ? readDraft() : id === CARRIED && carried !== null ? await decodeStory(carried) : stories.find((each) => each.id === id);
    if (!story) throw new Error(_("There is no briefing with this name"));
    if (!story.steps.length) throw new Error(_("This briefing has no steps yet"));
    return { ...story, id };
  }

  function play(stage: Stage, story: Story, at: ReturnType<typeof readAddress>) {
    if (!host) return;
    const reader = story.id === DRAFT || story.id === CARRIED || Boolean(page.alone?.reader);
    if (reader) checkViews(story, stage.read);
    // Kept from the start: whoever else writes the address may leave the fragment out.
    const hash = location.hash;
    const here = (more: Record<string, string | number>) => writeAddress({ story: story.id, ...more }, hash);
    const channel = nameChannel(story);
    const player = createPlayer(host, stage, story, {
      step: at.step,
      language,
      autoplay: at.autoplay,
      reader,
      eventLink: (id) => (page.alone && !page.alone.live ? "" : `./events?${new URLSearchParams({ event: id, lang: language })}`),
      channel,
      notesAddress: here({ notes: 1, channel }),
      onStep: (step) => {
        showAddress("replaceState", here({ step }));
        document.title = titleStory(story, language, step);
      },
      onLeave: () => open(story.id === DRAFT ? writeAddress({ build: 1 }) : writeAddress({})),
    });
    shown = player;
  }

  function list() {
    if (!host) return;
    clear("list");
    if (!page.alone) document.title = namePage(_("Briefings"));
    const draft = readDraft();
    const copy = (story: Story) => {
      replaceDraft({ id: "", ...plainStory(story) });
      open(writeAddress({ build: 1 }));
    };
    showList(host, { stories, draft, language, message, share: page.share, alone: Boolean(page.alone) }, { open, copy });
    message = "";
    window.scrollTo(0, 0);
    void findStage(() => inPage() && host.dataset.mode === "list").then((stage) => stage && drawStrips(host, stories, stage.atlas));
  }

  const back = (event: PopStateEvent) => {
    if ((event.state as { reconnected?: boolean } | null)?.reconnected) return; // see shell/index_inline.ts: a story goes on through a lost connection
    if (inPage()) void follow();
    else window.removeEventListener("popstate", back);
  };
  window.addEventListener("popstate", back);
  void follow();
}

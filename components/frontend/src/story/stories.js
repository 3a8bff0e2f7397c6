// @ts-check
/** The stories page: the list, the player, the presenter's window or the builder, as the address says. */
import { currentLanguage, gettext as _ } from "../language/messages.js";
import { fetchJson } from "../document/fetching.js";
import { make } from "../map/dom.js";
import { CARRIED, DRAFT, readAddress, writeAddress } from "./address.js";
import { createBuilder } from "./builder.js";
import { nameChannel } from "./channel.js";
import { findStory, unpackStory } from "./carry.js";
import { readDraft, replaceDraft } from "./draft.js";
import { checkViews, pickText, plainStory } from "./format.js";
import { drawStrips, showList } from "./list.js";
import { createPlayer } from "./player.js";
import { createPresenter } from "./presenter.js";
import { findStage } from "./stage.js";

/** @type {WeakSet<Element>} */
const begun = new WeakSet();

/**
 * `data.alone` is there in a file that holds one story: the address of the live atlas, if it has one,
 * and whether the story is a visitor's own.
 * @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component
 */
export async function draw({ data, parentElement }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".stories"));
  if (!host || !data || begun.has(host)) return;
  begun.add(host);
  const { stories } = await fetchJson(data.documents);
  const language = /** @type {"en"|"ru"} */ (currentLanguage());
  const inPage = () => host.isConnected;
  /** @type {{destroy: () => void}|null} */
  let shown = null;
  let message = "";
  // Which turn of the address is being followed: an answer that comes late belongs to none.
  let turn = 0;

  /** @param {string} mode */
  function clear(mode) {
    shown?.destroy();
    shown = null;
    host?.setAttribute("data-mode", mode);
    host?.classList.remove("briefing", "builder", "presenter");
  }

  /** @param {string} address */
  function open(address) {
    history.pushState({}, "", address);
    follow();
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
    host.replaceChildren(make("div", { class: "cover" }, make("p", {}, _("Loading map…"))));
    const still = () => inPage() && mine === turn;
    try {
      const story = wanted ? await findWanted(wanted, carried) : null;
      if (story && at.notes) {
        shown = createPresenter(host, story, { language, step: at.step, channel: at.channel, onStep: () => {} });
        return;
      }
      if (story) host.replaceChildren(make("div", { class: "cover" }, make("h1", {}, pickText(story.title, language))));
      const stage = await findStage(still);
      if (!stage || !still()) return;
      if (story) play(stage, story, at);
      else {
        stage.tell(false);
        shown = createBuilder(host, stage, { language, reading: data.reading, open, leave: () => open(writeAddress({})) });
      }
    } catch (error) {
      if (!still()) return;
      message = error instanceof Error ? error.message : String(error);
      history.replaceState({}, "", writeAddress({}));
      list();
    }
  }

  /** @param {string} id @param {string|null} carried */
  async function findWanted(id, carried) {
    const story = id === DRAFT ? readDraft() : id === CARRIED && carried !== null ? await unpackStory(carried) : stories.find((/** @type {any} */ each) => each.id === id);
    if (!story) throw new Error(_("There is no briefing with this name"));
    if (!story.steps.length) throw new Error(_("This briefing has no steps yet"));
    return { ...story, id };
  }

  /** @param {import("./player.js").Stage} stage @param {import("./format.js").Story} story @param {ReturnType<typeof readAddress>} at */
  function play(stage, story, at) {
    if (!host) return;
    const reader = story.id === DRAFT || story.id === CARRIED || Boolean(data.alone?.reader);
    if (reader) checkViews(story, stage.read);
    // Kept from the start: whoever else writes the address may leave the fragment out.
    const hash = location.hash;
    const here = (/** @type {Record<string, string|number>} */ more) => writeAddress({ story: story.id, ...more }, hash);
    const channel = nameChannel(story);
    const player = createPlayer(host, stage, story, {
      step: at.step, language, autoplay: at.autoplay, reader,
      eventLink: (id) => (data.alone && !data.alone.live ? "" : `./events?${new URLSearchParams({ event: id, lang: language })}`),
      channel,
      notesAddress: here({ notes: 1, channel }),
      onStep: (step) => history.replaceState(history.state, "", here({ step })),
      onLeave: () => open(story.id === DRAFT ? writeAddress({ build: 1 }) : writeAddress({})),
    });
    shown = player;
  }

  function list() {
    if (!host) return;
    clear("list");
    const draft = readDraft();
    const copy = (/** @type {import("./format.js").Story} */ story) => {
      replaceDraft({ id: "", ...plainStory(story) });
      open(writeAddress({ build: 1 }));
    };
    showList(host, { stories, draft, language, message, share: data.share, alone: Boolean(data.alone) }, { open, copy });
    message = "";
    window.scrollTo(0, 0);
    findStage(() => inPage() && host.dataset.mode === "list").then((stage) => stage && drawStrips(host, stories, stage.atlas));
  }

  const back = (/** @type {PopStateEvent} */ event) => {
    if (event.state?.reconnected) return; // see server/shell.js: a story goes on through a lost connection
    if (inPage()) follow();
    else window.removeEventListener("popstate", back);
  };
  window.addEventListener("popstate", back);
  follow();
}

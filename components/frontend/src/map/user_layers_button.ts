/** The button of the reader's own data, and files dropped on the map; what they need is a script of its own. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { makeIcon } from "../ui/icon.ts";
import { OWN_LAYERS } from "../share/own_layers.ts";
import { daysOf } from "./slider/moment.ts";
import type { speak } from "../i18n/gettext.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";
import type { createSlider } from "./slider/time_slider.ts";
import type { Theme } from "./theme.ts";
import type { OwnLayers } from "../share/own_layers.ts";
import type { MapContext } from "../user_layers/map_context.ts";
import type { MapUrls } from "./urls.ts";

type Language = Parameters<typeof speak>;

/** What `user_layers/layer_storage.ts` keeps says by this key that there is something. */
const FLAG = "atlas-user-layers";
const SHEET = "../user_layers/user_layers.css";
/** What of the reader's layers can go into a file, once they are there. */
export let readOwnLayers: () => OwnLayers | null = () => null;
const ICON = "M4 4h9l2 2h5v14H4zm2 2v12h12V8h-4l-2-2zm5 3h2v3h3v2h-3v3h-2v-3H8v-2h3z";

export function offerUserLayers(
  map: L.Map,
  atlas: Atlas,
  store: Store,
  theme: Theme,
  slider: ReturnType<typeof createSlider>,
  urls: MapUrls,
  language: Language,
  notify: (text: string) => void,
) {
  const address = window.atlasModule;
  const { classList } = document.documentElement;
  const script = address ? () => loadFromServer(address, language) : findScript(language);
  const isReaders = !urls.synced && !urls.detached && !classList.contains("embedded") && !classList.contains("frozen");
  const tools = document.querySelector(".tools .group:last-of-type");
  if (!urls.detached && (!script || !isReaders || !tools)) return;
  const name = _("Your data");
  const button = el("button", { type: "button", class: "own", "aria-label": name, title: name, "aria-expanded": "false" }, makeIcon(ICON));

  const carried: MapContext["carried"] = urls.detached ? { version: 1, layers: [] } : readCarried();
  const mount = async () => {
    if (!script) throw new Error("no script of layers");
    const { mountUserLayers, worker } = await script();
    const context = {
      map,
      atlas,
      store,
      theme,
      container: map.getContainer(),
      button,
      track: slider.track,
      axis: slider.axis,
      daysOf: () => daysOf(atlas, store.view.event && store.view.date ? { ...store.view, event: null } : store.view),
      shapes: urls.shapes,
      style: urls.share.style,
      carried,
      notify,
    };
    return mountUserLayers(context, worker);
  };
  let mounting: ReturnType<typeof mount> | null = null;
  /** Where the script is lost it is asked for again at the next attempt. */
  function use(act: (mounted: Awaited<ReturnType<typeof mount>>) => void) {
    mounting ??= mount();
    mounting.then(
      (mounted) => {
        readOwnLayers = mounted.carry;
        act(mounted);
      },
      () => {
        mounting = null;
        notify(_("Part of the map could not be loaded. Reload the page to try again."));
      },
    );
  }
  if (urls.detached) return followBriefing();
  tools?.append(button);
  button.addEventListener("click", () => use(({ toggle }) => toggle()));
  listenForDrops((files) => use(({ open }) => open(files)));
  if (carried ? carried.layers.length : isFlagged()) use(() => {});

  /** A briefing says which of its layers a step shows. */
  function followBriefing() {
    if (!window.atlas) return;
    window.atlas.showOwn = async (packed, names) => {
      if (script) await (await (mounting ??= mount())).present(packed, names);
      else if (names.length) notify(_("This copy of the atlas cannot show the layers of the briefing."));
    };
  }
}

async function loadFromServer(address: URL, language: Language) {
  const { speak, mountUserLayers } = await import("../user_layers/index.ts");
  await speak(...language);
  document.head.append(el("link", { rel: "stylesheet", href: new URL(SHEET, address).href }));
  return { mountUserLayers, worker: new URL("user_layers.js", address) };
}

/** A page without a server has the script in itself; null where it has none. */
function findScript(language: Language) {
  const script = window.atlasUserLayers;
  if (!script) return null;
  return async () => {
    await script.speak(...language);
    return { mountUserLayers: script.mountUserLayers, worker: null };
  };
}

/** The layers that were saved with the page, which keeps nothing; null on a page that a server or a folder gave. */
function readCarried(): MapContext["carried"] {
  const slot = window.parent.document.getElementById(OWN_LAYERS);
  return slot && (JSON.parse(slot.textContent || '{"version": 1, "layers": []}') as MapContext["carried"]);
}

function isFlagged() {
  try {
    return localStorage.getItem(FLAG) !== null;
  } catch {
    return false;
  }
}

/** Files dropped on the map, or beside it: the browser would else leave the page for them. */
function listenForDrops(open: (files: File[]) => void) {
  const host = document.body;
  let leaving = 0;
  const mark = (isOver: boolean) => host.classList.toggle("user-drop", isOver);
  const hasFiles = ({ dataTransfer }: DragEvent) => !!dataTransfer && [...dataTransfer.types].includes("Files");
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(true);
    clearTimeout(leaving);
    leaving = window.setTimeout(() => mark(false), 300);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(false);
    open([...(event.dataTransfer?.files ?? [])]);
  };
  const pages = new Set([document, window.parent.document]);
  for (const page of pages) {
    page.addEventListener("dragover", over);
    page.addEventListener("drop", drop);
  }
  window.addEventListener("pagehide", () => {
    for (const page of pages) {
      page.removeEventListener("dragover", over);
      page.removeEventListener("drop", drop);
    }
  });
}

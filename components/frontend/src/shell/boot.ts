/** What a page does before it is painted, and once it is read: the size of its type, and the way past its head. */
import { watchNavigationLinks } from "./navigation_links.ts";
import { watchLoadErrors } from "./load_retry.ts";
import { watchConnection } from "./connection.ts";
import { keepFramework } from "./streamlit_guard.ts";
import { joinEntries } from "./history_entries.ts";
import { createPendingChoices } from "./pending_choices.ts";
import { watchMapFrames } from "./iframe_watchdog.ts";
import { refuseForeignMessages } from "./message_guard.ts";
import { createNote } from "./connection_note.ts";
import { watchPrinting } from "./print.ts";
import { watchSearchForm } from "./search_form.ts";
import { watchSkipLink } from "./skip_link.ts";
import { applyColorScheme, watchSchemeButton } from "./color_scheme.ts";
import { applyTypeSize, watchFontScale } from "./font_scale.ts";
import { showCitedVersion } from "./cited_version.ts";
import { createUnconnected } from "./offline_page.ts";
import type { Words as ArrivalWords } from "./load_retry.ts";
import type { Words as NoteWords } from "./connection_note.ts";
import type { Words as UnconnectedWords } from "./offline_page.ts";

/** What a page may be today; modules of the page and the map's frame listen. */
const STATE = "atlas:connection";
const DAY = "atlas:day";

let pendingChoices: ReturnType<typeof createPendingChoices> | null = null;
let day = "";

/** What is said of what comes and does not come. */
export interface ComingWords extends ArrivalWords {
  note: NoteWords;
  unconnected: UnconnectedWords;
  part: string;
}

/** Watch over what has still to come, and over the connection. */
export function watchNavigation(words: ComingWords, carried: string[]) {
  watchNavigationLinks(carried);
  watchLoadErrors(words, (run) => choose("page", run));
  watchMapFrames(words);
  joinEntries();
  const root = document.documentElement;
  // What Streamlit says of a part that failed is replaced by `page.css`.
  root.style.setProperty("--atlas-part", JSON.stringify(words.part));
  const note = createNote(words.note);
  const unconnected = createUnconnected(words.unconnected);
  const connection = watchConnection(
    (state, code) => {
      root.dataset.connection = state;
      note.follow(state, code);
      unconnected.follow(state);
      dispatchEvent(new CustomEvent(STATE, { detail: state }));
    },
    () => pendingChoices?.back(),
  );
  pendingChoices = createPendingChoices(connection.isThere, note.keep);
  keepFramework(words.note, note.warn);
  document.addEventListener("DOMContentLoaded", () => document.body.prepend(note.element));
}

/** Run a choice that only the server can follow: now, or when it is reached again. */
export function choose(kind: string, run: () => void) {
  if (pendingChoices) pendingChoices.choose(kind, run);
  else run();
}

/**
 * The server's day, as it tells with what it sends: a page may be open longer than one.
 * @param today ISO
 */
export function hearDay(today: string | undefined) {
  if (!today || today <= day) return;
  day = today;
  dispatchEvent(new CustomEvent(DAY, { detail: day }));
}

/** The last day heard, ISO; empty before the first. */
export const lastDay = () => day;

refuseForeignMessages();
applyTypeSize();
const scheme = applyColorScheme();
watchPrinting();
document.addEventListener("DOMContentLoaded", () => {
  watchFontScale(document.querySelector(".atlas-type"));
  watchSchemeButton(document.querySelector(".atlas-scheme"), scheme);
  watchSkipLink(document.querySelector(".atlas-skip"));
  showCitedVersion(document.getElementById("atlas-cited"));
  watchSearchForm(document.querySelector(".atlas-find"), document.getElementById("atlas-search"));
});

/** The marks of the slider under a finger: a tap near some of them opens a card that names each event, to be chosen. */
import { gettext as _, ngettext } from "../../i18n/gettext.ts";
import { dateRange } from "../../ui/date_format.ts";
import { el } from "../../ui/dom.ts";
import type { Atlas, AtlasEvent } from "../../core/atlas.ts";

/** Pixels about the finger in which a mark is meant: half of what a finger needs. */
export const REACH = 22;
/** Pixels that a finger may move in a tap. */
const TREMBLE = 10;
/** Pixels of the track from above where marks stand; below are the labels. */
const MARKS_TO = 42;
/** Events that a card names; of more it says how many. */
export const MOST = 5;

/** A mark by the pixels it covers across. */
export interface Reached {
  left: number;
  right: number;
  events: AtlasEvent[];
}

/** The events of marks within reach of a place, requests first, then the nearest. */
export function findReached(marks: Reached[], x: number): AtlasEvent[] {
  const near = marks
    .map(({ left, right, events }) => ({ events, away: Math.max(left - x, x - right, 0) }))
    .filter(({ away }) => away <= REACH)
    .flatMap(({ events, away }) => events.map((event) => ({ event, away })))
    .sort((one, two) => Number(two.event.request) - Number(one.event.request) || one.away - two.away);
  return [...new Set(near.map(({ event }) => event))];
}

export function listenToTaps(slider: HTMLElement, atlas: Atlas, chooseEvent: (id: string) => void) {
  const track = slider.querySelector<HTMLElement>(".track");
  if (!track) return;
  const card = el("div", { class: "mark-card", role: "group", "aria-label": _("Events near here"), hidden: true });
  slider.append(card);
  let down: { x: number; y: number; id: number } | null = null;
  const close = () => (card.hidden = true);

  track.addEventListener("pointerdown", ({ pointerType, isPrimary, clientX, clientY, pointerId }) => {
    close();
    down = pointerType === "touch" && isPrimary ? { x: clientX, y: clientY, id: pointerId } : null;
  });
  track.addEventListener("pointerup", ({ pointerId, clientX, clientY }) => {
    const start = down;
    down = null;
    if (start?.id !== pointerId || Math.hypot(clientX - start.x, clientY - start.y) > TREMBLE) return;
    const { top, height } = track.getBoundingClientRect();
    if (start.y - top > MARKS_TO * (height / (track.offsetHeight || 1))) return;
    const found = findReached(listMarks(track), start.x);
    if (found.length) open(found, start.x - slider.getBoundingClientRect().left);
  });
  window.addEventListener("pointerdown", ({ target }) => slider.contains(target as Node) || close(), true);
  window.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });

  function listMarks(host: HTMLElement): Reached[] {
    return [...host.querySelectorAll<HTMLElement>(".mark")].map((mark) => {
      const { left, right } = mark.getBoundingClientRect();
      return {
        left,
        right,
        events: (mark.dataset.event ?? mark.dataset.events ?? "").split(" ").flatMap((id) => atlas.eventById.get(id) ?? []),
      };
    });
  }

  function open(events: AtlasEvent[], at: number) {
    const more = events.length - MOST;
    card.replaceChildren(
      ...events.slice(0, MOST).map(renderEvent),
      ...(more > 0 ? [el("p", {}, ngettext("{count} more event: zoom in", "{count} more events: zoom in", more))] : []),
    );
    card.hidden = false;
    const room = slider.clientWidth;
    card.style.left = `${Math.max(0, Math.min(at - card.offsetWidth / 2, room - card.offsetWidth)).toFixed(0)}px`;
  }

  function renderEvent(event: AtlasEvent) {
    const made = el("button", { type: "button" }, el("strong", {}, event.title), el("span", {}, dateRange(event.start, event.end)));
    made.addEventListener("click", () => {
      close();
      chooseEvent(event.id);
    });
    return made;
  }
}

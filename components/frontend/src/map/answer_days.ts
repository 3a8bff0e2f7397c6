/** The days of an event on which stances changed, in the title of the map: step through them, or see all that is known. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { longDate } from "../ui/date_format.ts";
import { labelAt, nameAll, parseStance, stancesAt } from "../core/snapshot.ts";
import { findStep, stepsOf } from "../core/steps.ts";
import type { Step } from "../core/steps.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Store } from "../core/store.ts";
import type { View } from "../core/view_state.ts";

/** Held or pressed again, a key steps on: the choice is settled once, when it rests. */
const RESTING = 220;
/** How long a day is shown while playing, in milliseconds. */
const SHOWN = 1600;

export function createAnswerDays(acts: HTMLElement, host: HTMLElement, atlas: Atlas, store: Store) {
  const button = (name: string, label: string, face: string) =>
    el("button", { type: "button", class: name, "aria-label": label, title: label }, face);
  const back = button("back", _("Previous day of answers"), "‹");
  const on = button("on", _("Next day of answers"), "›");
  const play = button("run", _("Play the days of answers"), "▶");
  const list = el("div", { class: "list" });
  const row = el("div", { class: "row", role: "group", "aria-label": _("Answers as they came in") }, play, back, list, on);
  const told = el("p", { class: "told" });
  const part = el("div", { class: "days", hidden: true }, row, told);
  acts.append(part);

  let built = "";
  let drawn = "";
  /** the first day, those of the steps, and null for all that is known */
  let stops: (string | null)[] = [];
  let buttons: HTMLButtonElement[] = [];
  let steps: Step[] = [];
  let resting = 0;
  let playing = 0;

  function placeOf({ date }: View) {
    if (!date) return stops.length - 1;
    return stops.findLastIndex((stop) => stop !== null && stop <= date);
  }
  function show(place: number) {
    const stop = stops[Math.min(stops.length - 1, Math.max(0, place))];
    if (stop !== store.view.date) store.set({ date: stop }, "moving");
    clearTimeout(resting);
    resting = setTimeout(() => store.set({}, "settled"), RESTING);
  }
  function stop() {
    clearTimeout(playing);
    playing = 0;
    setText(play, "▶");
  }
  function advance() {
    const place = placeOf(store.view);
    if (place >= stops.length - 1) return stop();
    const next = stops[place + 1];
    store.set({ date: next }, "moving");
    playing = setTimeout(advance, SHOWN);
    if (next !== null) return;
    stop();
    store.set({}, "settled");
  }
  const step = (way: 1 | -1) => {
    stop();
    show(placeOf(store.view) + way);
  };
  back.addEventListener("click", () => step(-1));
  on.addEventListener("click", () => step(1));
  play.addEventListener("click", () => {
    if (playing) {
      stop();
      return store.set({}, "settled");
    }
    setText(play, "❚❚");
    store.set({ date: stops[0] }, "moving");
    playing = setTimeout(advance, SHOWN);
  });
  row.addEventListener("keydown", (key) => {
    const way = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[key.key as "ArrowLeft"];
    if (!way || key.altKey || key.ctrlKey || key.metaKey) return;
    key.preventDefault();
    step(way);
  });

  function build(view: View) {
    const event = view.event ? atlas.eventById.get(view.event) : null;
    steps = event && view.toward ? stepsOf(atlas, event.id, view.toward, view.mode) : [];
    part.hidden = !steps.length;
    host.classList.toggle("has-days", steps.length > 0);
    if (!event || !steps.length) return;
    stops = [event.start, ...steps.map(({ day }) => day), null];
    buttons = stops.map((day, place) => {
      const number = place === 0 ? 0 : steps[place - 1]?.number;
      const face = day ? _("Day {number}", { number }) : pgettext("what is known of an event", "All");
      const name = day ? `${face}, ${longDate(day)}` : _("All that is known");
      const made = el("button", { type: "button", "aria-label": name, title: name }, face);
      made.addEventListener("click", () => {
        stop();
        show(place);
      });
      return made;
    });
    list.replaceChildren(...buttons);
  }

  return {
    draw(view: View) {
      const layer = `${view.event} ${view.toward} ${view.mode}`;
      if (layer !== built) {
        built = layer;
        drawn = "";
        stop();
        build(view);
      }
      const key = `${layer} ${view.date}`;
      if (part.hidden || key === drawn) return;
      drawn = key;
      const place = placeOf(view);
      buttons.forEach((each, at) => each.setAttribute("aria-pressed", String(at === place)));
      back.disabled = place === 0;
      on.disabled = place === stops.length - 1;
      setText(told, sayChanges(view));
    },
  };

  /** What the last day of answers up to the one shown changed: who, and into what. */
  function sayChanges(view: View) {
    if (!view.date) return "";
    const last = findStep(steps, view.date);
    if (!last) return _("Known by the end of the first day.");
    const stances = stancesAt(atlas, { ...view, date: last.day });
    const byCode = new Map<string, string[]>();
    for (const actor of Object.keys(last.before)) {
      const { code } = parseStance(stances[actor]);
      byCode.set(code, [...(byCode.get(code) ?? []), actor]);
    }
    const changes = [...byCode].map(([code, actors]) =>
      _("{countries}: {stance}", { countries: nameAll(atlas, actors), stance: labelAt(atlas, store.view.event, code) }),
    );
    return _("Day {number}, {date}. {changes}", { number: last.number, date: longDate(last.day), changes: changes.join("; ") });
  }
}

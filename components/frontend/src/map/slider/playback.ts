/** Playing through time: by what the zoom tells apart, or from event to event, at a speed of its own. */
import { gettext as _, ngettext } from "../../i18n/gettext.ts";
import { setText } from "../../ui/dom.ts";
import type { Controls } from "./controls.ts";
import { pauseIcon, playIcon } from "./controls.ts";
import type { Unit } from "./time_axis.ts";

export type Pace = Unit | "event";

const SPEEDS = [1, 2, 4];
/** How long a step is shown, in milliseconds. */
const REST: Record<Pace, number> = { decade: 900, year: 900, month: 450, day: 160, event: 2400 };

export interface PlaybackHandlers {
  unit: () => Unit;
  /** show the next step; false at the end */
  advance: (pace: Pace) => boolean;
  /** go back to where playing starts, when it stands at the end */
  rewind: (pace: Pace) => void;
  settle: () => void;
}

export function createPlayback({ play, pace, speed }: Controls, on: PlaybackHandlers) {
  let fast = 0;
  let byEvent = false;
  let timer = 0;
  let said = "";
  const paceNow = (): Pace => (byEvent ? "event" : on.unit());

  function wait() {
    timer = setTimeout(() => {
      if (on.advance(paceNow())) wait();
      else stop();
    }, REST[paceNow()] / SPEEDS[fast]);
  }
  function stop() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    play.replaceChildren(playIcon());
    said = "";
    draw();
    on.settle();
  }
  /** Say what a step is now. */
  function draw() {
    const words = describe(paceNow());
    if (said === words.steps) return;
    said = words.steps;
    setText(pace, words.steps);
    pace.setAttribute("aria-label", _("Playback steps: {unit}", { unit: words.steps }));
    play.setAttribute("aria-label", timer ? _("Pause") : words.play);
    play.closest(".slider")?.classList.toggle("playing", timer !== 0);
  }
  play.addEventListener("click", () => {
    if (timer) return stop();
    play.replaceChildren(pauseIcon());
    on.rewind(paceNow());
    wait();
    said = "";
    draw();
  });
  pace.addEventListener("click", () => {
    byEvent = !byEvent;
    draw();
  });
  speed.addEventListener("click", () => {
    fast = (fast + 1) % SPEEDS.length;
    setText(speed, `${SPEEDS[fast]}×`);
    speed.setAttribute("aria-label", formatSpeed(SPEEDS[fast]));
  });
  speed.setAttribute("aria-label", formatSpeed(1));
  draw();
  return { stop, draw, isPlaying: () => timer !== 0 };
}

function describe(pace: Pace) {
  if (pace === "event") return { steps: _("Events"), play: _("Play through the events") };
  if (pace === "day") return { steps: _("Days"), play: _("Play through the days") };
  if (pace === "month") return { steps: _("Months"), play: _("Play through the months") };
  return { steps: _("Years"), play: _("Play through the years") };
}

const formatSpeed = (times: number) => ngettext("Speed {count}×", "Speed {count}×", times);

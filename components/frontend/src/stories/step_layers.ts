/** The layers of a briefing's author on the map, step by step. */
import type { Step, Story } from "../core/story_schema.ts";

const WAIT_MS = 100;

/** Have the map show the layers of a step, once it can. */
export async function showLayers(stage: Window, { layers }: Story, step: Step, isWanted: () => boolean) {
  if (!layers) return;
  while (isWanted() && !stage.atlas?.showOwn) await new Promise((wake) => setTimeout(wake, WAIT_MS));
  if (isWanted()) await stage.atlas?.showOwn?.(layers, step.layers ?? []);
}

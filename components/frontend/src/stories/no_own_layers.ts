/** In place of `own_layers.ts` in the static atlas, whose map takes no layers of a reader's own. */
import type { Story } from "../core/story_schema.ts";

export const listOwnLayers = () => Promise.resolve([]);
export const offerLayers = () => [];

export async function settleLayers(story: Story, _own: [], isWanted: () => boolean, done: (next: Story) => void) {
  await Promise.resolve();
  if (isWanted()) done(story);
}

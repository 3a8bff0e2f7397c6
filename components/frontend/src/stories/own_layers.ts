/** A reader's own layers in a briefing: kept in it only where the reader ticks them, shown step by step. */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { LIMITS } from "../core/story_schema.ts";
import { el } from "../ui/dom.ts";
import { FLAG, readLayers } from "../user_layers/layer_storage.ts";
import { openPacked, packLayers, writeLayer } from "../user_layers/layer_file.ts";
import type { Step, Story } from "../core/story_schema.ts";
import type { WrittenLayer } from "../user_layers/layer_file.ts";

/** The reader's layers in this browser, as a briefing would hold them. */
export async function listOwnLayers(): Promise<WrittenLayer[]> {
  if (localStorage.getItem(FLAG) === null) return [];
  return (await readLayers()).map((layer) => writeLayer(layer, null, true));
}

/** The story with those layers alone that a step shows; an Error that can be shown when they are too large. */
export async function keepLayers(story: Story, own: WrittenLayer[]): Promise<Story> {
  const named = new Set(story.steps.flatMap(({ layers = [] }) => layers));
  const { layers: packed, ...rest } = story;
  if (!named.size) return rest;
  const known = new Map(own.map((layer) => [layer.name, layer]));
  // What came with the story is kept where this browser has nothing of that name.
  for (const layer of packed ? (await openPacked(packed)).layers : []) if (!known.has(layer.name)) known.set(layer.name, layer);
  const bytes = new Uint8Array(await (await packLayers([...known.values()].filter(({ name }) => named.has(name)))).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const layers = btoa(text);
  if (layers.length > LIMITS.layers) {
    throw new Error(_("The layers are too large for a briefing: at most {size} kB, packed.", { size: formatNumber(LIMITS.layers / 1000) }));
  }
  return { ...rest, layers };
}

/** As `keepLayers`, as long as it is wanted. */
export async function settleLayers(
  story: Story,
  own: WrittenLayer[],
  isWanted: () => boolean,
  done: (next: Story) => void,
  refuse: (why: string) => void,
) {
  try {
    const next = await keepLayers(story, own);
    if (isWanted()) done(next);
  } catch (error) {
    if (isWanted()) refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The boxes of a step; nothing where there is no layer at all. */
export function offerLayers(step: Step, names: string[], choose: (name: string, isShown: boolean) => void) {
  const offered = [...new Set([...names, ...(step.layers ?? [])])];
  if (!offered.length) return [];
  const boxes = offered.map((name) => {
    const box = el("input", { type: "checkbox", checked: step.layers?.includes(name) ?? false });
    box.addEventListener("change", () => choose(name, box.checked));
    return el("label", { class: "own-layer" }, box, el("span", {}, name));
  });
  const told = _(
    "A ticked layer becomes part of this briefing with all its rows: of its file, its link and everything exported from it. It is credited as the author’s own.",
  );
  return [el("fieldset", { class: "own-layers" }, el("legend", {}, _("Your own layers in this step")), ...boxes, el("p", {}, told))];
}

/** Sharing what a map shows: its link, a citation, the code of a frame and files. */
import { openShare } from "../share/share_button.ts";
import { readOwnLayers } from "./user_layers_button.ts";
import { titleView } from "../ui/view_title.ts";
import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view.ts";
import type { MapUrls } from "./urls.ts";

/** @param link of the view, with its language */
export function shareView(atlas: Atlas, view: View, link: string, share: MapUrls["share"]) {
  const home = link.split("?")[0];
  return openShare({
    kind: "view",
    link,
    title: titleView(atlas, view),
    year: view.year,
    embed: share.exports ? `${home}?embed=1&${link.split("?")[1]}` : "",
    own: readOwnLayers(),
    ...share,
  });
}

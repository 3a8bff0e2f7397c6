/** The layers that the map can be used without: water and relief, exact borders, insets and names. */
import { drawRelief, drawWater } from "./layers/basemap.ts";
import { drawLabels } from "./layers/labels.ts";
import { createClusters } from "./layers/marker_clusters.ts";
import { gatherTools } from "./more_tools.ts";
import { preparePrinting } from "./print.ts";
import { createInsets } from "./insets/insets.ts";
import type { Sources } from "./insets/ground.ts";
import type { MapParts } from "./parts.ts";

/** Returns what is drawn with each view, what a row of the legend lights up, and what follows the size of type. */
export function addLayers({ map, atlas, store, theme, overlays, camera, markers }: MapParts, sources: Sources) {
  const { countries, centres, places } = sources;
  preparePrinting(theme);
  gatherTools(overlays.tools);
  const clusters = createClusters(map);
  markers.arrange(clusters.spread);
  drawWater(map, sources.water, theme);
  countries.addFrontier(sources.frontier, sources.borders);
  const relief = drawRelief(map, sources.images, sources.folder);
  const insets = createInsets(
    {
      ...{ map, atlas, store, theme, add: overlays.add, menu: overlays.tools.querySelector(".layers"), home: camera.home },
      show: camera.showBox,
      moved: () => labels.place(),
    },
    sources,
  );
  const labels = drawLabels(map, atlas, centres, places, countries, () => {
    const { headline, legend, slider, search, tools } = overlays;
    const choices = slider.querySelectorAll(".choices");
    const parts = [headline, legend, slider, ...choices, search, tools, ...insets.elements(), ...markers.chosen(), ...clusters.signs()];
    return parts.map((part) => part.getBoundingClientRect());
  });
  const resize = () => {
    labels.resize();
    insets.resize();
  };
  // A face is asked for once a name needs it, so that the names themselves bring on the last ones.
  document.fonts.addEventListener("loadingdone", resize);
  return { drawn: [relief, labels, insets], insets, clusters, resize };
}

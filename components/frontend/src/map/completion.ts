/** Everything that is added to a map which can be used already: controls, further layers, descriptions. */
import { mesh } from "topojson-client";
import { gettext as _ } from "../i18n/gettext.ts";
import { DEFAULT } from "../i18n/languages.ts";
import { applyEmbedMode } from "../share/embed_mode.ts";
import { watchDay } from "./daily_refresh.ts";
import { addControls } from "./deferred_controls.ts";
import { addLayers } from "./deferred_layers.ts";
import { describeMap } from "./live_description.ts";
import { offerUserLayers } from "./user_layers_button.ts";
import type { GeometryObject, Topology } from "topojson-specification";
import type { ReliefImage } from "./layers/basemap.ts";
import type { Centres, Place } from "./layers/label_words.ts";
import type { MapParts } from "./parts.ts";

/** @param files water, places of names, places, images of the relief, exact borders */
export async function completeMap(parts: MapParts, files: Promise<[Topology, Centres, Place[], Record<string, ReliefImage>, Topology]>) {
  const { map, atlas, store, theme, camera, countries, zones, countriesTopology, slider, headline } = parts;
  const { notice, urls, lang, link, draw, isPresenting } = parts;
  const lit = addControls(parts, async () => (await files)[2]);
  applyEmbedMode(map, store, window.parent, link, notice.show);
  let description: { renew: () => Promise<void> } | null = null;
  watchDay(atlas, urls.record[lang] ?? urls.record[DEFAULT], (before) => {
    slider.renew();
    headline.renew();
    void description?.renew();
    const { year, date, event } = store.view;
    // The last year is the present one, to the server too (core/session_state.py), and goes on to the next.
    if (!urls.detached && year === before && !event && !date) {
      store.set({ year: atlas.last }, "restored");
      store.set({}, "quiet");
    } else draw(store.view);
    if (atlas.last !== before && !isPresenting()) notice.show(_("It is now {year}: the timeline has been extended.", { year: atlas.last }));
  });
  draw(store.view);

  const [water, centres, places, images, frontier] = await files;
  const borders = mesh(frontier, frontier.objects.frontier as GeometryObject, (one, other) => one !== other);
  const sources = { countries, zones, countriesTopology, water, centres, places, images, frontier, borders, folder: urls.shapes };
  const layers = addLayers(parts, sources);
  parts.drawn.push(...layers.drawn);
  lit.countries.push(layers.insets);
  lit.zones.push(layers.insets);
  lit.events.push(layers.clusters);
  parts.resized.push(layers.resize, camera.refit);
  // Insets that come to stand somewhere have the names placed around them.
  draw(store.view);
  offerUserLayers(map, atlas, store, theme, slider, urls, [lang, urls.messages], notice.show);
  description = await describeMap(map.getContainer(), atlas, store, urls.words);
  await document.fonts.ready;
  document.documentElement.dataset.atlas = "complete";
}

/** What a reader works with once the map is drawn: legend, tools, search, the days of answers, and the card under the pointer. */
import { currentLanguage } from "../i18n/gettext.ts";
import { withVersion } from "../core/view_state.ts";
import { keepView } from "../core/draft_storage.ts";
import { titleView } from "../ui/view_title.ts";
import { createAnswerDays } from "./answer_days.ts";
import { copyLink } from "./copy_link.ts";
import { describeCountry } from "./country_text.ts";
import { nameShape } from "./focusable_path.ts";
import { createLegend } from "./legend.ts";
import { createSearch } from "./search.ts";
import { shareView } from "./share_view.ts";
import { showKeys } from "./shortcut_help.ts";
import { showMarkNames } from "./slider/mark_name.ts";
import { listenToTaps } from "./slider/touch_marks.ts";
import { createTools } from "./toolbar.ts";
import { createTooltip } from "./tooltip.ts";
import type { Place } from "./layers/label_words.ts";
import type { MapParts, Part } from "./parts.ts";

interface Lit {
  highlight: (key: string | null) => void;
}

/** @returns what a row of the legend lights up, by its layer */
export function addControls(parts: MapParts, readPlaces: () => Promise<Place[]>): Record<"countries" | "zones" | "events", Lit[]> {
  const { map, atlas, store, theme, overlays, camera, countries, zones, positions, markers, slider, headline } = parts;
  const { notice, reportMissing, urls, link, isPresenting, chooseEvent, choosePanel } = parts;
  const lit = { countries: [countries] as Lit[], zones: [zones, positions] as Lit[], events: [markers] as Lit[] };
  const legend = createLegend(overlays.legend, atlas, theme, {
    highlight: (layer, key) => lit[layer].forEach((part) => part.highlight(key)),
    mode: (mode) => isPresenting() || store.set({ mode }, "settled"),
  });
  const drawLegend: Part["draw"] = (view) => legend.draw(view, countries.keys, zones.keys);
  theme.subscribe(() => {
    legend.build();
    drawLegend(store.view);
  });
  legend.build();
  const answers = createAnswerDays(headline.acts, overlays.headline, atlas, store);
  const tools = createTools(overlays.tools, map, atlas, store, {
    home: camera.home,
    copy: () => void copyLink(withVersion(link(), urls.share.version), (text) => notice.show(text, 2500)),
    share: () => void shareView(atlas, store.view, link(), urls.share).catch(reportMissing),
    keys: () => showKeys(urls.share.style),
    keep: () => notice.show(keepView(store.view, atlas, titleView(atlas, store.view)), 2500),
  });
  const names: Part = {
    draw(view, settled) {
      if (settled) for (const id of countries.focusable) nameShape(countries.pathOf(id), describeCountry(atlas, theme.colours, view, id));
    },
  };
  parts.drawn.push(names, answers, tools, { draw: drawLegend });
  parts.timed.push(answers, { draw: legend.drawDay });

  const card = createTooltip(map, atlas, theme, store, urls.search[currentLanguage()]);
  store.subscribe(card.hide);
  parts.useCard(card);
  showMarkNames(slider.track);
  listenToTaps(overlays.slider, atlas, chooseEvent);
  const showSubject = (id: string, layer: { boundsOf: (id: string) => L.LatLngBounds | undefined }) => {
    choosePanel(id);
    camera.showBounds(layer.boundsOf(id));
  };
  createSearch(overlays.search, urls, atlas, readPlaces, {
    event: chooseEvent,
    country: (id) => showSubject(id, countries),
    zone: (id) => showSubject(id, zones),
    place: camera.showPlace,
  });
  return lit;
}

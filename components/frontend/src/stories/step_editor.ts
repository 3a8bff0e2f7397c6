/** One step in the builder: its view, its words, and the buttons that move, show and delete it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { eventOf, nameOf } from "../core/snapshot.ts";
import { titleView } from "../ui/view_title.ts";
import { readLink } from "../core/view_state.ts";
import { offerLayers } from "./own_layers.ts";
import { LIMITS } from "../core/story_schema.ts";
import type { Step } from "../core/story_schema.ts";
import type { Atlas } from "../core/atlas.ts";

export function createTooltip(
  step: Step,
  at: number,
  count: number,
  atlas: Atlas,
  language: string,
  on: {
    change: (at: number, key: "headline" | "text" | "notes" | "seconds", value: string) => void;
    move: (from: number, to: number, focus?: string) => void;
    remove: (at: number) => void;
    show: (at: number) => void;
    take: (at: number) => void;
  },
  layers: string[] = [],
  tick: (at: number, name: string, isShown: boolean) => void = () => {},
) {
  const number = String(at + 1);
  const button = (kind: string, text: string, name: string, act: () => void) => {
    const element = el("button", { type: "button", class: kind, "aria-label": name, title: name }, text);
    element.addEventListener("click", act);
    return element;
  };
  const up = button("up", "↑", _("Move step {step} up", { step: number }), () => on.move(at, at - 1, "up"));
  const down = button("down", "↓", _("Move step {step} down", { step: number }), () => on.move(at, at + 1, "down"));
  up.disabled = at === 0;
  down.disabled = at === count - 1;
  const field = (key: "headline" | "text" | "notes", label: string, tag: "input" | "textarea") => {
    const input = el(tag, { maxlength: String(LIMITS[key]), class: key });
    input.value = step[key][language] ?? "";
    input.addEventListener("input", () => on.change(at, key, input.value));
    return el("label", {}, el("span", {}, label), input);
  };
  const seconds = el("input", { type: "number", min: String(LIMITS.shortest), max: String(LIMITS.longest), step: "1", class: "seconds" });
  seconds.value = String(step.seconds);
  seconds.addEventListener("change", () => on.change(at, "seconds", seconds.value));
  const handle = el("span", { class: "number", draggable: "true", title: _("Drag to move") }, number);
  const card = el(
    "li",
    { class: "card-step" },
    el(
      "div",
      { class: "head" },
      handle,
      el("span", { class: "what" }, describe(step.view, atlas)),
      up,
      down,
      button("show", _("Show on map"), _("Show step {step} on the map", { step: number }), () => on.show(at)),
      button("take", _("Update to current map view"), _("Step {step}: update to current map view", { step: number }), () => on.take(at)),
      button("remove", _("Delete"), _("Delete step {step}", { step: number }), () => on.remove(at)),
    ),
    field("headline", _("Headline"), "input"),
    field("text", _("Caption"), "textarea"),
    ...offerLayers(step, layers, (name, isShown) => tick(at, name, isShown)),
    el(
      "details",
      { open: Boolean(step.notes[language]) },
      el("summary", {}, _("Speaker notes and duration")),
      field("notes", _("Notes"), "textarea"),
      el("label", { class: "time" }, el("span", {}, _("Seconds in autoplay")), seconds),
    ),
  );
  card.addEventListener("keydown", (key) => {
    if (!key.altKey || (key.key !== "ArrowUp" && key.key !== "ArrowDown")) return;
    key.preventDefault();
    on.move(at, at + (key.key === "ArrowUp" ? -1 : 1));
  });
  handle.addEventListener("dragstart", (drag) => drag.dataTransfer?.setData("text/atlas-step", String(at)));
  card.addEventListener("dragover", (drag) => {
    if (drag.dataTransfer?.types.includes("text/atlas-step")) drag.preventDefault();
  });
  card.addEventListener("drop", (drag) => {
    const from = Number(drag.dataTransfer?.getData("text/atlas-step") || NaN);
    drag.preventDefault();
    if (Number.isInteger(from)) on.move(from, at);
  });
  return card;
}

/** What a view shows, in a few words. */
function describe(link: string, atlas: Atlas) {
  const { view } = readLink(link, atlas);
  if (!view.event) return titleView(atlas, view);
  const { title, year } = eventOf(atlas, view.event);
  return _("{year}, {event}: toward {country}", { year, event: title, country: nameOf(atlas, view.toward ?? "") });
}

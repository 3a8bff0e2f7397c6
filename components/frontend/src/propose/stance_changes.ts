/** The stances that a draft would change, each as it is shown now and as it would be. */
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { formatWeakness } from "../ui/certainty_labels.ts";
import { makeChip } from "../ui/stance_paint.ts";
import { nameActor, nameEvent, nameRow } from "./row_names.ts";
import type { StancePalette } from "../core/palette.ts";
import type { ResolvedStance, Stances } from "./resolution.ts";
import type { Tables } from "./record_tables.ts";

export interface StanceChange {
  event: string;
  toward: string;
  actor: string;
  before: ResolvedStance | null;
  after: ResolvedStance | null;
}

const describe = (stance: ResolvedStance | null) => (stance ? [stance.code, ...stance.readings, stance.weakness].join(" ") : "");

export function compareStances(before: Stances, after: Stances): StanceChange[] {
  const changes: StanceChange[] = [];
  for (const event of new Set([...before.keys(), ...after.keys()])) {
    const [was, now] = [before.get(event), after.get(event)];
    for (const toward of new Set([...(was?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const [one, two] = [was?.get(toward), now?.get(toward)];
      for (const actor of new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])) {
        const change = { event, toward, actor, before: one?.get(actor) ?? null, after: two?.get(actor) ?? null };
        if (describe(change.before) !== describe(change.after)) changes.push(change);
      }
    }
  }
  return changes;
}

const MOST_SHOWN = 40;

/** Who was not a member at a new event, or is none of it, has no stance to be shown. */
const NOT_MEMBER = "NOM";

export function renderStances(found: StanceChange[], tables: Tables, palette: StancePalette): Node[] {
  const changes = found.filter(({ before, after }) => (before && after) || (before ?? after)?.code !== NOT_MEMBER);
  if (!changes.length) return [el("p", { class: "none" }, _("No stance on the map would change."))];
  const language = currentLanguage();
  const label = (code: string) => nameRow(tables, "scale", code, language);
  const chip = (stance: ResolvedStance | null) => {
    if (!stance) return el("span", { class: "none" }, _("not shown"));
    const { code, readings, weakness } = stance;
    const each = readings.map((reading) => ({ code: reading, label: label(reading) }));
    const marks = [readings.length ? _("sources disagree") : "", weakness ? formatWeakness(weakness) : ""].filter(Boolean);
    const made = makeChip({ code, label: label(code), readings: each, weakness }, palette);
    return el("span", { class: "reading" }, made, ...(marks.length ? [el("small", {}, marks.join(", "))] : []));
  };
  const items = changes
    .slice(0, MOST_SHOWN)
    .map(({ event, toward, actor, before, after }) =>
      el(
        "li",
        {},
        el(
          "p",
          {},
          _("{actor} toward {toward}:", { actor: nameActor(tables, actor, language), toward: nameActor(tables, toward, language) }),
          " ",
          el("span", { class: "event" }, nameEvent(tables, event, language)),
        ),
        el(
          "p",
          { class: "turn" },
          chip(before),
          el("span", { class: "arrow", role: "img", "aria-label": _("would be") }, "→"),
          chip(after),
        ),
      ),
    );
  const more = changes.length - items.length;
  return [
    el("ul", { class: "stances" }, ...items),
    ...(more > 0 ? [el("p", { class: "none" }, _("and {count} more", { count: more }))] : []),
  ];
}

/** The pairs: a grid of means both ways, arcs on a map, and the stances behind the chosen pair. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { formatSigned } from "../i18n/number_format.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { renderBeforeAfter } from "../ui/before_after.ts";
import { paintStance } from "../ui/stance_paint.ts";
import { makeArcs } from "./arc_map.ts";
import { evidenceAddress, keepPlace, makeColumnName, makeHead, makeSwatch } from "./elements.ts";
import type { Component } from "../core/component.ts";
import type { Named } from "../core/record.ts";
import type { PairStance, Pairs, Score } from "./content.ts";

export function draw({ data, parentElement, setTriggerValue }: Component<Pairs>) {
  const host = parentElement.querySelector<HTMLElement>(".cohesion");
  if (!host || !data) return;
  const choose = (change: Record<string, string>) => setTriggerValue("choice", change);
  const pick = (pair: string) => choose({ pair: data.pair?.join("-") === pair ? "" : pair });
  const span = data.whole ? [] : [el("p", { class: "note" }, formatSpan(data), " ", makeAllYears(choose))];
  const body = data.members.length
    ? [
        el("div", { class: "pairs" }, renderGrid(data, pick), makeArcs(data, pick)),
        renderKey(data),
        renderEvidence(data, pick, (since) => choose({ since })),
      ]
    : [el("div", { class: "empty" }, el("p", {}, describeNothing(data)), el("p", { class: "offers" }, makeAllYears(choose)))];
  keepPlace(host, () => host.replaceChildren(...makeHead({ anchor: "pairs", ...data }), ...span, ...body));
}

/** Of which years the events are. */
function formatSpan({ from, to }: { from: number; to: number }) {
  return from === to
    ? _("Events that began in {year}, as selected above.", { year: from })
    : _("Events that began from {first} to {last}, as selected above.", { first: from, last: to });
}

function describeNothing({ from, to }: { from: number; to: number }) {
  return from === to
    ? _("No recorded event in {year} concerns a member, so there is no pair to show.", { year: from })
    : _("No recorded event from {first} to {last} concerns a member, so there is no pair to show.", { first: from, last: to });
}

function makeAllYears(choose: (change: Record<string, string>) => void) {
  const button = el("button", { type: "button", class: "offer" }, _("All years"));
  button.addEventListener("click", () => choose({ from: "", to: "" }));
  return button;
}

function renderGrid(data: Pairs, pick: (pair: string) => void) {
  const scores = new Map(data.scores.map((score) => [`${score.actor} ${score.toward}`, score]));
  const acting = data.members.filter(({ id }) => data.scores.some(({ actor }) => actor === id));
  const concerned = data.members.filter(({ id }) => data.scores.some(({ toward }) => toward === id));
  const heads = concerned.map(makeColumnName);
  const rows = acting.map((actor) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, actor.name),
      ...concerned.map((toward) => el("td", {}, ...renderPair(data, actor, toward, scores.get(`${actor.id} ${toward.id}`), pick))),
    ),
  );
  const caption = el("caption", {}, _("Stance of the state in the row toward the state in the column: mean and number of known stances"));
  const corner = el("td", { class: "corner" }, _("toward →"));
  const table = el("table", { class: "grid" }, caption, el("thead", {}, el("tr", {}, corner, ...heads)), el("tbody", {}, ...rows));
  return el("div", { class: "scroll", "data-key": "grid" }, table);
}

function renderPair(data: Pairs, actor: Named, toward: Named, score: Score | undefined, pick: (pair: string) => void): Node[] {
  if (actor.id === toward.id) return [el("span", { class: "self", "aria-hidden": "true" })];
  if (!score)
    return [
      el(
        "span",
        { class: "self never" },
        el("span", { "aria-hidden": "true" }, "–"),
        el("span", { class: "unseen" }, _("no event: never members at the same time, or no event concerns it")),
      ),
    ];
  const pair = [actor.id, toward.id].sort().join("-");
  const values = { actor: actor.name, toward: toward.name, known: score.known, unknown: score.unknown };
  const button = el(
    "button",
    {
      type: "button",
      class: score.known && score.known < data.few ? "paint few" : "paint",
      "aria-pressed": String(data.pair?.join("-") === pair),
      "data-key": `${actor.id} ${toward.id}`,
      "aria-label":
        score.mean === null
          ? _("{actor} toward {toward}: no stance known, {known} known, {unknown} unknown", values)
          : _("{actor} toward {toward}: mean {mean}, {known} known, {unknown} unknown", { ...values, mean: formatSigned(score.mean) }),
    },
    ...(score.mean === null ? [] : [el("b", {}, formatSigned(score.mean))]),
    el("small", {}, String(score.known)),
  );
  button.addEventListener("click", () => pick(pair));
  return [paintStance(button, score.code ?? "ND", data.palette)];
}

function renderKey({ few, palette }: Pairs) {
  return el(
    "ul",
    { class: "key" },
    el(
      "li",
      {},
      el("span", { class: "mark line wide", "aria-hidden": "true" }),
      _("wider: further from neutral; colour of the nearest stance"),
    ),
    el(
      "li",
      {},
      el("span", { class: "mark dashes", "aria-hidden": "true" }),
      ngettext("dashed: fewer than {count} known stance", "dashed: fewer than {count} known stances", few),
    ),
    el("li", {}, makeSwatch("ND", palette), _("none known")),
    el("li", {}, _("– no such event while both were members")),
  );
}

/** The stances behind the chosen pair, each a link to its evidence. */
function renderEvidence(data: Pairs, pick: (pair: string) => void, chooseDay: (day: string) => void) {
  const names = new Map(data.members.map(({ id, name }) => [id, name]));
  if (!data.pair) return el("p", { class: "note", role: "status" }, _("Select a pair."));
  const [first, second] = data.pair;
  const pairId = data.pair.join("-");
  const found = data.evidence[pairId] ?? [];
  const close = el("button", { type: "button", class: "offer", "data-key": "close" }, _("Close"));
  close.addEventListener("click", () => pick(pairId));
  const sides = [
    [first, second],
    [second, first],
  ].map(([actor, toward]) =>
    renderSide(
      data,
      names,
      actor,
      toward,
      found.filter((stance) => stance.actor === actor),
    ),
  );
  const pair = { first: names.get(first) ?? first, second: names.get(second) ?? second };
  const title = ngettext("{first} and {second}: {count} known stance", "{first} and {second}: {count} known stances", found.length, pair);
  return el(
    "section",
    { class: "evidence", "aria-label": title },
    el("h3", {}, title, " ", close),
    renderBeforeAfter(data.before_after, chooseDay),
    el("div", { class: "sides" }, ...sides),
  );
}

function renderSide(data: Pairs, names: Map<string, string>, actor: string, toward: string, stances: PairStance[]) {
  const rows = stances.map((stance) => {
    const chip = paintStance(el("span", { class: "chip paint" }, stance.code), stance.code, data.palette);
    const when = el("span", { class: "note" }, dateRange(stance.event.date_start, stance.event.date_end));
    const label = el(
      "span",
      {},
      stance.contested ? _("{stance}, sources disagree", { stance: data.labels[stance.code] }) : data.labels[stance.code],
    );
    return el(
      "li",
      {},
      chip,
      el("span", {}, el("a", { href: evidenceAddress(stance.event.id, stance.toward) }, stance.event.title), " ", when, label),
    );
  });
  const head = el("h4", {}, _("{actor} toward {toward}", { actor: names.get(actor) ?? actor, toward: names.get(toward) ?? toward }));
  return el("div", {}, head, stances.length ? el("ul", {}, ...rows) : el("p", { class: "note" }, _("No stance is known.")));
}

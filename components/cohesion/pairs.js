// @ts-check
/** The pairs: a grid of means both ways, arcs on a map, and the stances behind the chosen pair. */
import { dateRange } from "../map/dates.js";
import { make } from "../map/dom.js";
import { makeArcs } from "./arcs.js";
import { paintElement, pourPaint } from "./paint.js";
import { count, evidenceAddress, keepPlace, makeColumnName, makeHead, sayMean } from "./parts.js";

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot, setTriggerValue: (name: string, value: any) => void}} component */
export function draw({ data, parentElement, setTriggerValue }) {
  const host = /** @type {HTMLElement|null} */ (parentElement.querySelector(".cohesion"));
  if (!host || !data) return;
  pourPaint(host, data.palette);
  const choose = (/** @type {Record<string, string>} */ change) => setTriggerValue("choice", change);
  const pick = (/** @type {string} */ pair) => choose({ pair: data.pair?.join("-") === pair ? "" : pair });
  const span = data.whole ? [] : [make("p", { class: "note" }, `Events that began ${data.from === data.to ? `in ${data.from}` : `from ${data.from} to ${data.to}`}, as chosen above. `, makeAllYears(choose))];
  const body = data.members.length
    ? [make("div", { class: "pairs" }, layGrid(data, pick), makeArcs(data, pick)), layKey(data), layEvidence(data, pick)]
    : [make("div", { class: "empty" }, make("p", {}, `${data.from === data.to ? `In ${data.from}` : `From ${data.from} to ${data.to}`} no event on record concerns a member, so there is no pair to show.`), make("p", { class: "offers" }, makeAllYears(choose)))];
  keepPlace(host, () => host.replaceChildren(...makeHead({ anchor: "pairs", ...data }), ...span, ...body));
}

/** @param {(change: Record<string, string>) => void} choose */
function makeAllYears(choose) {
  const button = make("button", { type: "button", class: "offer" }, "All years");
  button.addEventListener("click", () => choose({ from: "", to: "" }));
  return button;
}

/** @param {any} data @param {(pair: string) => void} pick */
function layGrid(data, pick) {
  const scores = new Map(data.scores.map((/** @type {any} */ score) => [`${score.actor} ${score.toward}`, score]));
  const acting = data.members.filter((/** @type {any} */ { id }) => data.scores.some((/** @type {any} */ { actor }) => actor === id));
  const concerned = data.members.filter((/** @type {any} */ { id }) => data.scores.some((/** @type {any} */ { toward }) => toward === id));
  const heads = concerned.map(makeColumnName);
  const rows = acting.map((/** @type {any} */ actor) =>
    make("tr", {}, make("th", { scope: "row" }, actor.name),
      ...concerned.map((/** @type {any} */ toward) => make("td", {}, ...layPair(data, actor, toward, scores.get(`${actor.id} ${toward.id}`), pick)))));
  const caption = make("caption", {}, "How each state of a row stood toward each state of a column: mean, and number of known stances");
  const corner = make("td", { class: "corner" }, "toward →");
  const table = make("table", { class: "grid" }, caption, make("thead", {}, make("tr", {}, corner, ...heads)), make("tbody", {}, ...rows));
  return make("div", { class: "scroll", "data-key": "grid" }, table);
}

/** @param {any} data @param {any} actor @param {any} toward @param {any} score @param {(pair: string) => void} pick @returns {Node[]} */
function layPair(data, actor, toward, score, pick) {
  if (actor.id === toward.id) return [make("span", { class: "self", "aria-hidden": "true" })];
  if (!score) return [make("span", { class: "self never" }, make("span", { "aria-hidden": "true" }, "–"), make("span", { class: "unseen" }, "no event: never members together, or nothing concerned it"))];
  const pair = [actor.id, toward.id].sort().join("-");
  const known = score.mean === null ? "no stance known" : `mean ${sayMean(score.mean)}`;
  const button = make("button", {
    type: "button", class: score.known && score.known < data.few ? "few" : undefined,
    "aria-pressed": String(data.pair?.join("-") === pair), "data-key": `${actor.id} ${toward.id}`,
    "aria-label": `${actor.name} toward ${toward.name}: ${known}, ${score.known} known, ${score.unknown} unknown`,
  }, ...(score.mean === null ? [] : [make("b", {}, sayMean(score.mean))]), make("small", {}, String(score.known)));
  button.addEventListener("click", () => pick(pair));
  return [paintElement(button, score.code ?? "ND")];
}

/** @param {any} data */
function layKey({ few }) {
  const dotted = paintElement(make("span", { class: "swatch", "aria-hidden": "true" }), "ND");
  return make("ul", { class: "key" },
    make("li", {}, make("span", { class: "mark line wide", "aria-hidden": "true" }), "wider: further from neutral, in the colour of the nearest stance"),
    make("li", {}, make("span", { class: "mark dashes", "aria-hidden": "true" }), `dashed: fewer than ${few} known stances`),
    make("li", {}, dotted, "none known"),
    make("li", {}, "– no event of it while both were members"));
}

/** The stances behind the chosen pair, each a link to its evidence. @param {any} data @param {(pair: string) => void} pick */
function layEvidence(data, pick) {
  const names = new Map(data.members.map((/** @type {any} */ { id, name }) => [id, name]));
  if (!data.pair) return make("p", { class: "note", role: "status" }, "No pair is chosen.");
  const [first, second] = data.pair;
  const found = data.evidence[data.pair.join("-")] ?? [];
  const close = make("button", { type: "button", class: "offer", "data-key": "close" }, "Close");
  close.addEventListener("click", () => pick(data.pair.join("-")));
  const sides = [[first, second], [second, first]].map(([actor, toward]) => laySide(data, names, actor, toward, found.filter((/** @type {any} */ stance) => stance.actor === actor)));
  const title = `${names.get(first) ?? first} and ${names.get(second) ?? second}: ${count(found.length, "known stance")}`;
  return make("section", { class: "evidence", "aria-label": title }, make("h3", {}, title, " ", close), make("div", { class: "sides" }, ...sides));
}

/** @param {any} data @param {Map<string, string>} names @param {string} actor @param {string} toward @param {any[]} stances */
function laySide(data, names, actor, toward, stances) {
  const rows = stances.map((stance) => {
    const chip = paintElement(make("span", { class: "chip" }, stance.code), stance.code);
    const when = make("span", { class: "note" }, dateRange(stance.event.date_start, stance.event.date_end));
    const label = make("span", {}, `${data.labels[stance.code]}${stance.contested ? ", contested" : ""}`);
    return make("li", {}, chip, make("span", {}, make("a", { href: evidenceAddress(stance.event.id, stance.toward) }, stance.event.title), " ", when, label));
  });
  const head = make("h4", {}, `${names.get(actor) ?? actor} toward ${names.get(toward) ?? toward}`);
  return make("div", {}, head, stances.length ? make("ul", {}, ...rows) : make("p", { class: "note" }, "No stance is known."));
}

/** Who came to a request for help, and what was owed: as text, for the panel, the dossier and the ledger. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { joinNames } from "../i18n/number_format.ts";
import { describeDoubt } from "./certainty_labels.ts";
import { makeCite } from "./claim_citation.ts";
import { WORDS } from "./code_labels.ts";
import { longDate } from "./date_format.ts";
import { el } from "./dom.ts";
import type { Came, EventContent, Given, HelpRequest, Named, Obligation, Stance } from "../core/record.ts";

/** Of whom nothing is known. */
const NO_DATA = "no_data";

/** Codes of those whose answer is not told of. */
const UNTOLD = ["PTY", "NOM", "ND"];

/** The request and what came of it in one sentence; where nothing was asked, which member stood where. */
export function renderFinding({ request, stances, toward }: Pick<EventContent, "request" | "stances" | "toward">) {
  const finding = request ? request.finding : describeMembers(stances, toward);
  return finding ? [el("p", { class: "came-finding" }, finding)] : [];
}

/** The stances of the members of the day, in the order of the scale; empty where none is known. `headline.py` of core/alt_text says the same. */
export function describeMembers(stances: Stance[], toward: Named) {
  const told = stances.filter(({ actor, code, member }) => member && actor.id !== toward.id && !UNTOLD.includes(code));
  const labels = [...new Set(told.map(({ label }) => label))];
  const namesOf = (label: string) => joinNames(told.filter((each) => each.label === label).map(({ actor }) => actor.name));
  const said = labels.map((label) => _("{stance}: {countries}.", { stance: label, countries: namesOf(label) }));
  return said.length ? [`${_("Stances toward {country}", { country: toward.name })}.`, ...said].join(" ") : "";
}

/** Every actor with what it did, the strongest answer first; those of whom nothing is known share a row. */
export function renderCame({ came }: HelpRequest) {
  const known = came.filter(({ kind }) => kind !== NO_DATA);
  const rows = known.map((each) => el("li", { "data-actor": each.actor.id, "data-kind": each.kind }, ...renderActor(each)));
  const unknown = came.filter(({ kind }) => kind === NO_DATA);
  if (unknown.length) {
    const names = joinNames(unknown.map(({ actor }) => actor.name));
    const head = el("div", { class: "head" }, el("h3", {}, names), el("span", { class: "kind" }, unknown[0].label));
    rows.push(el("li", { "data-kind": NO_DATA }, head));
  }
  return el("ul", { class: "rows came" }, ...rows);
}

function renderActor({ actor, label, answers }: Came) {
  const soon = answers.length === 1 ? formatWhen(answers[0]) : "";
  const head = el(
    "div",
    { class: "head" },
    el("h3", {}, actor.name),
    el("span", { class: "kind" }, [label, soon].filter(Boolean).join(", ")),
  );
  const several = answers.length > 1;
  return [head, ...answers.map((given) => renderGiven(given, several))];
}

/** The same as a table, a row for each answer. */
export function renderCameTable({ came }: HelpRequest) {
  const rows = came.flatMap(({ actor, answers }) =>
    answers.map((given, place) =>
      el(
        "tr",
        { "data-actor": actor.id, "data-kind": given.kind },
        ...(place ? [] : [el("th", { scope: "rowgroup", rowspan: String(answers.length) }, actor.name)]),
        el("td", {}, el("div", {}, el("strong", {}, given.label), formatWhen(given) && `, ${formatWhen(given)}`), ...renderText(given)),
      ),
    ),
  );
  const columns = [_("Country or organisation"), _("Response and source")];
  const head = el("tr", {}, ...columns.map((column) => el("th", { scope: "col" }, column)));
  return el("table", { class: "came" }, el("thead", {}, head), el("tbody", {}, ...rows));
}

function renderGiven(given: Given, several: boolean) {
  const text = renderText(given);
  if (!text.length) return "";
  const head = several ? [el("strong", {}, `${[given.label, formatWhen(given)].filter(Boolean).join(", ")}. `)] : [];
  return el("p", { class: "claim" }, ...head, ...text);
}

const renderText = ({ summary, note, source }: Given) => [[summary, note].filter(Boolean).join(" "), ...(source ? [makeCite(source)] : [])];

/** The day of an answer and how long after the request it came. */
export function formatWhen({ date, days, kind, source }: Given) {
  if (date) return [longDate(date), formatSoon(days)].filter(Boolean).join(", ");
  return kind === NO_DATA || !source ? "" : _("date not recorded");
}

/** How long after the request; empty where that is not known. */
export function formatSoon(days: number | null) {
  if (days === null || days < 0) return "";
  return days ? ngettext("{count} day after the request", "{count} days after the request", days) : _("the same day");
}

/** The promises behind a request: whether each applied, was invoked and was honoured. */
export const renderObligations = ({ obligations }: HelpRequest) =>
  el("ul", { class: "rows obligations" }, ...obligations.map(renderObligation));

function renderObligation(obligation: Obligation) {
  const { instrument, article, basis, readings } = obligation;
  const disputed = readings.length > 1;
  const sides = disputed ? [_("It applied:"), _("It did not apply:")] : [];
  return el(
    "li",
    {},
    el("h3", {}, article ? _("{instrument}, Article {number}", { instrument, number: article }) : instrument),
    el("p", { class: "note" }, formatDuty(obligation)),
    el("ul", { class: "facts" }, ...listVerdicts(obligation).map((verdict) => el("li", {}, verdict))),
    ...readings.map(({ text, source }, place) =>
      el("p", { class: "claim" }, ...(sides[place] ? [el("strong", {}, sides[place], " ")] : []), text, makeCite(source)),
    ),
    ...(basis ? [el("p", { class: "why" }, basis)] : []),
  );
}

function formatDuty({ duty, owed_by: by, confidence }: Obligation) {
  const said =
    duty === "consult" ? _("Duty to consult; bound: {actor}", { actor: by.name }) : _("Duty to assist; bound: {actor}", { actor: by.name });
  return [said, describeDoubt(confidence)].filter(Boolean).join(" · ");
}

/** Applied, invoked, honoured; of what did not apply nothing is said of the last. */
function listVerdicts({ applied, invoked, honoured }: Pick<Obligation, "applied" | "invoked" | "honoured">) {
  const verdict = WORDS.honoured[honoured];
  const kept = applied === "disputed" && verdict ? _("If it applied: {verdict}", { verdict }) : verdict;
  return [WORDS.applied[applied], WORDS.invoked[invoked], kept].filter(Boolean);
}

/** The list of sources: a filter, groups by kind, and in each source what it gave and disputes. */
import { renderRow, renderRows, makeJump } from "../ui/article.ts";
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";
import { formatCertainty } from "../ui/certainty_labels.ts";
import { renderCorrection } from "../ui/correction_link.ts";
import { formatLocator } from "../ui/claim_citation.ts";
import { linkEvent, makeBar, makeChip, describeWork } from "./stance_link.ts";
import type { Dispute, ListedSource, Page, SourceList } from "./content.ts";

export type Entry = { element: HTMLDetailsElement; group: HTMLDetailsElement; words: string };

/** @param eventId the event in view */
export function renderSources(content: SourceList, page: Page, eventId: string | null) {
  const most = Math.max(1, ...content.groups.flatMap((group) => group.sources.map((source) => source.claims.length)));
  const entries: Entry[] = [];
  const groups = content.groups.map((group, place) => {
    const title = el("h3", {}, `${group.title} (${group.sources.length})`);
    const element = el("details", { class: "fold group", open: place === 0 }, el("summary", {}, title));
    for (const source of group.sources) {
      const row = renderSource(source, content, page, most);
      entries.push({ element: row, group: element, words: listWords(source, content, page) });
      element.append(row);
    }
    return element;
  });
  return [makeFilter(entries, page, eventId), ...groups];
}

/** What the filter looks through: the source, and the countries, events and words of its claims. */
function listWords(source: ListedSource, content: SourceList, page: Page) {
  const [actor, event, toward, summary] = ["actor", "event_id", "toward", "summary"].map((name) => content.columns.indexOf(name));
  const claims = source.claims.flatMap((claim) => [
    page.names[claim[actor]],
    page.names[claim[toward]],
    page.events[claim[event]]?.title,
    claim[summary],
  ]);
  return [...new Set([describeWork(source), source.kind, source.id, source.note, source.reference, ...claims])].join(" \n").toLowerCase();
}

/** Words as typed; what stands in quotation marks is one. */
const readWords = (text: string) => [...text.toLowerCase().matchAll(/"([^"]+)"|[^\s"]+/g)].map(([word, phrase]) => phrase ?? word);

function makeFilter(entries: Entry[], page: Page, eventId: string | null) {
  const input = el("input", { type: "search", id: "source-filter", placeholder: _("Author, title, country, event"), autocomplete: "off" });
  const status = el("span", { role: "status", class: "count" });
  const clear = el("button", { type: "button", class: "jump" }, _("Clear the filter"));
  const openBefore = entries.map((entry) => entry.group.open);
  const apply = () => {
    const words = readWords(input.value);
    const hits = entries.map((entry) => words.every((word) => entry.words.includes(word)));
    const groups = new Set(entries.map((entry) => entry.group));
    entries.forEach((entry, place) => {
      entry.element.hidden = !hits[place];
    });
    for (const group of groups) {
      const found = entries.filter((entry, place) => entry.group === group && hits[place]).length;
      group.hidden = !found;
      group.open = words.length ? found > 0 : openBefore[entries.findIndex((entry) => entry.group === group)];
    }
    const count = hits.filter(Boolean).length;
    clear.hidden = !words.length;
    if (count)
      setText(
        status,
        words.length ? ngettext("{found} of {count} source", "{found} of {count} sources", entries.length, { found: count }) : "",
      );
    else
      setText(
        status,
        _(
          "No source matches “{words}”. The search covers authors, titles, publishers, kinds, and the countries, events and text of claims; try fewer words.",
          { words: input.value.trim() },
        ),
      );
  };
  input.addEventListener("input", apply);
  clear.addEventListener("click", () => {
    input.value = "";
    apply();
    input.focus();
  });
  clear.hidden = true;
  const offers = [];
  const event = eventId ? page.events[eventId] : null;
  if (event) {
    const offer = el("button", { type: "button", class: "jump" }, _("Only sources for “{event}”", { event: event.title }));
    offer.addEventListener("click", () => {
      input.value = `"${event.title.replaceAll('"', " ")}"`;
      apply();
    });
    offers.push(offer);
  }
  return el("div", { class: "filter" }, el("label", { for: "source-filter" }, _("Filter sources")), input, status, clear, ...offers);
}

function renderSource(source: ListedSource, content: SourceList, page: Page, most: number) {
  const contested = source.disputes.filter((dispute) => dispute.kind === "contested").length;
  const marks = [
    ngettext("{count} claim", "{count} claims", source.claims.length),
    contested ? ngettext("in {count} stance where sources disagree", "in {count} stances where sources disagree", contested) : "",
    source.discrepancies.length ? ngettext("in {count} discrepancy", "in {count} discrepancies", source.discrepancies.length) : "",
  ].filter(Boolean);
  const summary = el(
    "summary",
    {},
    el("span", { class: "work" }, describeWork(source)),
    makeBar(source.stances, most, page),
    el("span", { class: "marks" }, marks.join(", ")),
  );
  const inside = el("div", { class: "inside" });
  const element = el("details", { class: "fold source", id: `source-${source.id}` }, summary, inside);
  // Hundreds of sources with all their claims would be laid out for the few that are opened.
  element.addEventListener("toggle", () => {
    if (element.open && !inside.hasChildNodes()) inside.append(...renderInside(source, content, page));
  });
  return element;
}

function renderInside(source: ListedSource, content: SourceList, page: Page): Node[] {
  const body = [];
  if (source.note) body.push(el("p", {}, source.note));
  if (source.reference) body.push(el("p", {}, _("Reference: {reference}", { reference: source.reference })));
  if (source.url)
    body.push(
      el("p", {}, _("URL:"), " ", el("a", { class: "to", href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.url)),
    );
  if (source.rows.length) body.push(el("p", {}, _("Besides claims: {rows}.", { rows: source.rows.join(", ") })));
  body.push(
    el(
      "p",
      {},
      el("a", { class: "to", href: `?source=${source.id}`, target: "_self" }, _("Link to this source")),
      ...renderCorrection(`sources:${source.id}`, describeWork(source)),
    ),
  );
  if (source.disputes.length) {
    body.push(
      el("h4", {}, _("Where it differs from other sources")),
      el("ul", { class: "rows" }, ...source.disputes.map((dispute) => renderDispute(dispute, page))),
    );
  }
  if (source.discrepancies.length) {
    const jumps = source.discrepancies.map((id) => el("li", {}, makeJump(content.topics[id], `discrepancy-${id}`)));
    body.push(el("h4", {}, _("Discrepancies involving this source")), el("ul", { class: "rows" }, ...jumps));
  }
  if (source.claims.length) body.push(el("h4", {}, _("Claims by country and event")), renderClaims(source, content, page));
  else body.push(el("p", { class: "none" }, _("No claims about stances.")));
  return body;
}

function renderDispute(dispute: Dispute, page: Page) {
  const others: Node[] = dispute.others.flatMap(([source, code]) => [
    el("span", { class: "against" }, makeJump(page.works[source] ?? source, `source-${source}`), " ", makeChip(code, page)),
  ]);
  return el(
    "li",
    {},
    el(
      "div",
      { class: "question" },
      _("{actor} toward {toward}:", { actor: page.names[dispute.actor], toward: page.names[dispute.toward] }),
      " ",
      linkEvent(dispute.event_id, page, dispute.toward),
    ),
    el(
      "div",
      { class: "readings" },
      _("this source"),
      " ",
      ...dispute.own.map((code) => makeChip(code, page)),
      ...(others.length ? [" ", _("versus"), " ", ...others] : [" ", _("internal contradiction")]),
    ),
    el(
      "div",
      { class: "cite" },
      _("{outcome}; shown: {stance}", { outcome: page.words.disputes[dispute.kind], stance: page.labels[dispute.shown] }),
    ),
  );
}

/** Claims under their country, each with its event. */
function renderClaims(source: ListedSource, content: SourceList, page: Page) {
  const heads = [_("Event"), _("Reference party"), _("Stance"), _("Certainty"), _("Location"), _("What it says")];
  const rows = source.claims.map((cells): Record<string, string> =>
    Object.fromEntries(content.columns.map((name, at) => [name, cells[at]])),
  );
  const byActor = Map.groupBy(rows, (row) => row.actor);
  const bodies = [...byActor].map(([actor, claims]) =>
    el(
      "tbody",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "rowgroup", colspan: String(heads.length), class: "actor" }, `${page.names[actor]} (${claims.length})`),
      ),
      ...claims.map((claim) =>
        renderRow(heads, [
          [linkEvent(claim.event_id, page, claim.toward), ` ${page.events[claim.event_id]?.year ?? ""}`],
          page.names[claim.toward],
          [makeChip(claim.stance, page), el("span", { class: "cite" }, page.words.fates[claim.fate])],
          formatCertainty(claim.certainty),
          formatLocator(claim.locator),
          claim.summary,
        ]),
      ),
    ),
  );
  return renderRows(_("Claims of {source}", { source: describeWork(source) }), heads, bodies);
}

/** The page of results: the words, what narrows them, and everything that is found, by kind. */
import { currentLanguage, gettext as _, pgettext } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { renderCorrection } from "../ui/correction_link.ts";
import { formatCertainty } from "../ui/certainty_labels.ts";
import { el } from "../ui/dom.ts";
import { MODES, nameMode } from "../ui/reading_labels.ts";
import { createEngineLoader } from "./load_engine.ts";
import { addressOf, countResults, describeEntry, describeWidening, nameKind } from "./labels.ts";
import { KINDS } from "./content.ts";
import type { Component } from "../core/component.ts";
import type { Engine } from "./engine.ts";
import type { Entry, Filter, Found, Kind } from "./content.ts";

/** What `components/features/search/page.py` says. */
export interface ResultsPage {
  /** addresses by language */
  documents: Record<string, string>;
  filter: Record<string, string>;
  years: [first: number, last: number];
  certainties: string[];
  notices: string[];
}

const TYPING_MS = 300;
/** How many of a kind are shown beside others, and how many more at a time. */
const [FEW, MANY] = [5, 50];

const pages: WeakMap<Element, ReturnType<typeof createPage>> = new WeakMap();

export function draw({ data, parentElement, setTriggerValue }: Component<ResultsPage>) {
  const host = parentElement.querySelector<HTMLElement>(".search-results");
  if (!host || !data) return;
  const page = pages.get(host) ?? createPage(host, data, (filter) => setTriggerValue("filter", filter));
  pages.set(host, page);
  page.follow(data);
}

/** @param settled is told what is searched for once no more is typed */
function createPage(host: HTMLElement, data: ResultsPage, settled: (filter: Record<string, string>) => void) {
  const load = createEngineLoader(data.documents, currentLanguage());
  const text = el("input", { type: "search", maxlength: "80", autocomplete: "off", spellcheck: "false", "aria-label": _("Search words") });
  const kinds = el("div", { class: "kinds", role: "group", "aria-label": _("Kind of result") });
  const selects = {
    member: fillSelect(_("Country"), []),
    from: fillSelect(_("From year"), []),
    to: fillSelect(_("To year"), []),
    mode: fillSelect(
      _("Kind of answer"),
      MODES.filter(Boolean).map((mode) => [mode ?? "", nameMode(mode)]),
    ),
    certainty: fillSelect(
      _("Certainty"),
      data.certainties.map((name) => [name, formatCertainty(name)]),
    ),
  };
  const clear = el("button", { type: "button", class: "clear" }, _("Clear filters"));
  const status = el("p", { class: "status", role: "status" }, _("Loading…"));
  const list = el("div", { class: "results" });
  const notices = el("div", { class: "notices" });
  const form = el(
    "div",
    { class: "filters", role: "search", "aria-label": _("Search") },
    el("label", { class: "words" }, el("span", {}, _("Search words")), text),
    ...Object.values(selects).map(({ field }) => field),
    clear,
  );
  host.replaceChildren(el("h1", {}, pgettext("page", "Search")), notices, form, kinds, status, list);

  const [first, last] = data.years;
  const years = Array.from({ length: last - first + 1 }, (_year, more) => String(first + more));
  for (const name of ["from", "to"] as const)
    offer(
      selects[name].select,
      years.map((year) => [year, year]),
    );
  let filter: Record<string, string> = {};
  let shown: Partial<Record<Kind, number>> = {};
  let typing = 0;
  let drawn = false;
  const told: string[] = [];

  function change(more: Record<string, string>) {
    filter = Object.fromEntries(Object.entries({ ...filter, ...more }).filter(([, value]) => value));
    shown = {};
    void search();
    window.clearTimeout(typing);
    typing = window.setTimeout(() => {
      typing = 0;
      told.push(writeKey(filter));
      settled(filter);
    }, TYPING_MS);
  }

  async function search() {
    const asked = filter;
    try {
      const engine = await load();
      await engine.prepare(asked.q ?? "");
      if (asked !== filter) return;
      const { countries, states } = engine.document;
      offer(
        selects.member.select,
        countries.filter(([id]) => states.includes(id)),
      );
      selects.member.select.value = filter.member ?? "";
      show(Object.keys(filter).length ? engine.search(filter.q ?? "", readFilter(filter)) : null, engine);
    } catch (error) {
      console.error(error);
      status.textContent = _("The search could not be loaded. Try again.");
    }
  }

  function show(found: Found | null, engine: Engine) {
    clear.hidden = !Object.keys(filter).some((name) => name !== "q");
    drawKinds(found);
    if (!found) {
      status.textContent = _("Search events, claims, sources, places");
      return list.replaceChildren();
    }
    const { entries, by } = found;
    status.textContent = [entries.length ? describeWidening(by) : "", entries.length ? countResults(entries.length) : _("Nothing found")]
      .filter(Boolean)
      .join(" ");
    const groups: Map<Kind, Entry[]> = new Map();
    for (const entry of entries) {
      const group = groups.get(entry.kind);
      if (group) group.push(entry);
      else groups.set(entry.kind, [entry]);
    }
    const few = groups.size > 1 ? FEW : MANY;
    list.replaceChildren(...[...groups].map(([kind, group]) => renderGroup(kind, group, shown[kind] ?? few, found, engine)));
  }

  function renderGroup(kind: Kind, entries: Entry[], most: number, found: Found, engine: Engine) {
    const language = new URLSearchParams(location.search).get("lang") ?? "";
    const items = entries
      .slice(0, most)
      .map((entry) =>
        el(
          "li",
          {},
          el("a", { href: addressOf(entry, engine.document.states, language), target: "_self" }, entry.title),
          el("small", {}, describeEntry(entry)),
          ...renderWayToCorrect(entry),
        ),
      );
    const section = el(
      "section",
      { "data-kind": kind },
      el("h2", {}, `${nameKind(kind)} `, el("span", { class: "count" }, formatNumber(entries.length))),
      el("ul", {}, ...items),
    );
    if (entries.length > items.length) {
      const next = Math.min(entries.length, most + MANY);
      const counts = { shown: formatNumber(items.length), count: formatNumber(entries.length) };
      const text = next === entries.length ? _("{shown} of {count} – show all", counts) : _("{shown} of {count} – show more", counts);
      const more = el("button", { type: "button", class: "more" }, text);
      more.addEventListener("click", () => {
        shown[kind] = next;
        show(found, engine);
        list.querySelectorAll<HTMLElement>(`[data-kind="${kind}"] a:not(.correct)`)[items.length]?.focus();
      });
      section.append(more);
    }
    return section;
  }

  function drawKinds(found: Found | null) {
    const held = kinds.contains(document.activeElement) ? document.activeElement?.getAttribute("data-kind") : null;
    const make = (kind: string, name: string, count: number) => {
      const button = el(
        "button",
        { type: "button", "aria-pressed": String((filter.kind ?? "") === kind), "data-kind": kind },
        `${name} `,
        el("span", { class: "count" }, formatNumber(count)),
      );
      button.addEventListener("click", () => change({ kind }));
      return button;
    };
    const counts = found?.counts ?? {};
    const offered = KINDS.filter((kind) => counts[kind] || filter.kind === kind);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    kinds.replaceChildren(
      ...(found
        ? [make("", pgettext("results", "All"), total), ...offered.map((kind) => make(kind, nameKind(kind), counts[kind] ?? 0))]
        : []),
    );
    if (typeof held === "string") kinds.querySelector<HTMLElement>(`[data-kind="${held}"]`)?.focus();
  }

  text.addEventListener("input", () => change({ q: text.value.trim() }));
  for (const [name, { select }] of Object.entries(selects)) select.addEventListener("change", () => change({ [name]: select.value }));
  clear.addEventListener("click", () => {
    filter = filter.q ? { q: filter.q } : {};
    fill();
    change({});
  });

  function fill() {
    if (document.activeElement !== text) text.value = filter.q ?? "";
    for (const [name, { select }] of Object.entries(selects)) select.value = filter[name] ?? "";
  }

  return {
    /** Take what a link asks for; what this page itself has told is no news. */
    follow(next: ResultsPage) {
      notices.replaceChildren(...next.notices.map((notice) => el("p", { class: "notice" }, notice)));
      const asked = writeKey(next.filter);
      const known = told.indexOf(asked);
      told.splice(0, known + 1);
      if (known >= 0 || typing || (drawn && asked === writeKey(filter))) return;
      drawn = true;
      filter = next.filter;
      fill();
      void search();
    },
  };
}

/** Rows of the record by what is found; the others are no rows of their own. */
function renderWayToCorrect({ kind, id, event, title }: Entry) {
  const tables: Partial<Record<Kind, string>> = { event: "events", claim: "claims", source: "sources", zone: "zones" };
  const table = tables[kind];
  return table ? renderCorrection(`${table}:${id || event}`, title) : [];
}

const writeKey = (filter: Record<string, string>) => JSON.stringify(Object.entries(filter).sort());

const readFilter = ({ kind, member, mode, certainty, from, to }: Record<string, string | undefined>): Filter => ({
  kind,
  member,
  mode,
  certainty,
  from: Number(from) || undefined,
  to: Number(to) || undefined,
});

function fillSelect(label: string, options: [string, string][]) {
  const select = el("select", { "aria-label": label });
  offer(select, options);
  return { select, field: el("label", {}, el("span", {}, label), select) };
}

function offer(select: HTMLSelectElement, options: [string, string][]) {
  if (select.options.length === options.length + 1) return;
  select.replaceChildren(...[["", _("Any")], ...options].map(([value, text]) => el("option", { value }, text)));
}

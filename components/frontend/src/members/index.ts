/** The page of one state, from what `page.py` describes. Text is only ever set as text. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange, longDate } from "../ui/date_format.ts";
import { renderBeforeAfter } from "../ui/before_after.ts";
import { el } from "../ui/dom.ts";
import { nameStatus } from "../ui/status_labels.ts";
import { describeModeChoice, renderModeSwitch } from "../ui/mode_switch.ts";
import { makePatternHolder } from "../ui/svg_pattern.ts";
import { renderReadings, listReadings } from "./stance_swimlanes.ts";
import { renderMembership, renderNotes, listMemberships } from "./membership_chart.ts";
import { createReadout, describeAdvice } from "./detail_popover.ts";
import { renderStanding } from "./ranking.ts";
import { renderTable } from "./data_table.ts";
import { makePlainChip } from "./sample.ts";
import { createAxis, renderTime, renderYears } from "./time_axis.ts";
import { renderRequests } from "./requests.ts";
import { renderThreat } from "./threats.ts";
import { renderVotes } from "./votes_chart.ts";
import { renderZones, listZones } from "./zones_chart.ts";
import type { Axis } from "./time_axis.ts";
import type { Component } from "../core/component.ts";
import type { EventRef, Named } from "../core/record.ts";
import type { Chip, MemberPage, ReadingRow, SharedView, State, Zone } from "./content.ts";

/** What each host shows. */
const drawn: WeakMap<Element, string> = new WeakMap();
const watched: WeakMap<Element, ResizeObserver> = new WeakMap();

export function draw({ data, parentElement, setTriggerValue }: Component<MemberPage>) {
  const host = parentElement.querySelector<HTMLElement>(".member-page");
  if (!host || !data) return;
  const text = JSON.stringify(data);
  if (drawn.get(host) === text) return;
  // Another state is read from its top; a choice on the page of one leaves the reader where it was.
  const again = drawn.has(host) && host.dataset.drawn !== data.state.id;
  drawn.set(host, text);
  watched.get(host)?.disconnect();
  let width = 0;
  const observer = new ResizeObserver(() => {
    // Heights follow widths here: only a change of width calls for a new drawing.
    if (Math.abs(host.clientWidth - width) < 2) return;
    width = host.clientWidth;
    lay(host, data, width, setTriggerValue);
  });
  observer.observe(host);
  watched.set(host, observer);
  if (again) document.querySelector(".stMain")?.scrollTo(0, 0);
}

function lay(host: HTMLElement, data: MemberPage, width: number, choose: Component<MemberPage>["setTriggerValue"]) {
  const { state, palette } = data;
  const patterns = makePatternHolder();
  const links = createLinks(data, (id) => choose("state", id));
  const axis = createAxis(width, data);
  const labels = Object.fromEntries(data.scale.map((row) => [row.code, row.label]));
  const chip: Chip = ({ code }) => makePlainChip(palette, code, labels[code]);
  const held = document.activeElement instanceof HTMLElement && document.activeElement.dataset.key;
  host.style.setProperty("--view", `${width}px`);
  host.replaceChildren(
    patterns,
    renderHead(data, links, chip),
    ...renderModeSwitch(data.mode, (mode) => choose("mode", mode)),
    ...[describeModeChoice(data.mode)].filter(Boolean).map((text) => el("p", { class: "note mode-note" }, text)),
    renderAxis(axis, data, patterns, links, chip),
    ...renderPart(_("Before and after"), "", [renderBeforeAfter(data.before_after, (day) => choose("since", day))]),
    el("div", { class: "lists" }, ...state.stood.map((list) => renderStanding(list, data, patterns, links.state))),
    ...renderPart(_("Requests for help"), state.requests.title, renderRequests(state.requests, links.event)),
    ...renderPart(
      _("UN General Assembly votes"),
      state.votes.title,
      state.votes.rows.length
        ? renderVotes(state.votes.rows, palette, patterns, (event, toward) => links.event(event, toward))
        : [none(_("The data cover the votes of the nine Treaty states only. Select one of them above."))],
    ),
    ...renderPart(
      _("Reported threat perceptions"),
      state.threats.title,
      state.threats.rows.length
        ? [el("ul", { class: "threats" }, ...state.threats.rows.map(renderThreat))]
        : [none(_("This does not mean that it perceives no threats: no source consulted says so. Other states are listed above."))],
    ),
    ...renderPart(
      _("Related zones"),
      state.zones.title,
      state.zones.rows.length
        ? [
            renderTime(axis, _("Zones over time"), [renderYears(axis), renderZones(axis, data, patterns, links.zone)]),
            renderTable(
              _("Zones: status by period"),
              [_("Zone"), _("Reason"), _("Name"), _("Status"), _("From"), _("Until"), _("Controlled by"), _("Source")],
              () => listZones(data, links.zone),
            ),
          ]
        : [
            none(
              _(
                "A zone is listed here if it is legally part of the state, lies on its border, or was the site of an event to which the state was a party.",
              ),
            ),
          ],
    ),
  );
  if (held) host.querySelector<HTMLElement>(`[data-key="${held}"]`)?.focus({ preventScroll: true });
  host.setAttribute("data-drawn", state.id);
}

type Links = ReturnType<typeof createLinks>;

function createLinks({ links, state }: MemberPage, choose: (id: string) => void) {
  const address = (page: string, query: string) => `./${page}${query ? `?${query}` : ""}`;
  const queryOf = (event: EventRef, toward: string) => links.events[event.id]?.[toward] ?? "";
  return {
    event: (event: EventRef, toward: string) => el("a", { href: address("events", queryOf(event, toward)) }, event.title),
    map: (event: EventRef, toward: string) =>
      el(
        "a",
        { href: address("", queryOf(event, toward)), "aria-label": _("{event} on the map", { event: event.title }) },
        _("on the map"),
      ),
    zone: (zone: Zone) => el("a", { href: address("", links.zones[zone.id]) }, zone.name),
    here: () => el("a", { href: address("", links.view) }, _("See it on the map")),
    /** A state of the record; a plain click stays in the page. */
    state(id: string, text?: string) {
      const name = text ?? state.names[id].name;
      if (!(id in links.states)) return document.createTextNode(name);
      const anchor = el("a", { href: address("members", links.states[id]), "aria-current": id === state.id ? "page" : undefined }, name);
      anchor.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        choose(id);
      });
      return anchor;
    },
  };
}

function renderHead({ state, chooser, note, notices, view }: MemberPage, links: Links, chip: Chip) {
  const list = (states: Named[]) => el("ul", {}, ...states.map(({ id, name }) => el("li", {}, links.state(id, name))));
  return el(
    "header",
    {},
    el(
      "nav",
      { "aria-label": _("States") },
      list(chooser.treaty),
      el(
        "details",
        { open: chooser.others.some((row) => row.id === state.id) },
        el("summary", {}, _("Other states in the data")),
        list(chooser.others),
      ),
    ),
    el("h1", {}, state.name),
    ...notices.map((notice: string) => el("p", { class: "note", role: "status" }, notice)),
    ...(note ? [el("p", { class: "note" }, note)] : []),
    renderView(state, view, links, chip),
  );
}

/** The view that the pages share, and the state within it. */
function renderView(state: State, view: SharedView, links: Links, chip: Chip) {
  const status = view.status.map(nameStatus).join("; ") || _("neither in the Treaty nor in the Organization");
  const line = el("p", { class: "view" });
  if (view.event && view.toward) {
    const days = dateRange(view.event.date_start, view.event.date_end);
    line.append(
      _("Selected:"),
      " ",
      links.event(view.event, view.toward.id),
      ", ",
      _("{days}, stances toward {toward}. {country} at the time: {status}.", {
        days,
        toward: view.toward.name,
        country: state.name,
        status,
      }),
      " ",
    );
    if (view.stance) line.append(_("Its stance:"), " ", chip(view.stance), " ", view.stance.contested ? _("(sources disagree).") : "", " ");
  } else {
    line.append(
      _("Selected: {year}. {country} on {day}: {status}.", { year: view.year, country: state.name, day: longDate(view.day), status }),
      " ",
    );
  }
  line.append(links.here(), ".");
  return line;
}

/** Membership and the stances both ways, on one axis. */
function renderAxis(axis: Axis, data: MemberPage, patterns: Element, links: Links, chip: Chip) {
  const { state } = data;
  const heading = (kicker: string, title: string, note: string) =>
    el(
      "div",
      { class: "caption" },
      el("h2", {}, kicker),
      el("p", { class: "finding" }, title),
      ...(note ? [el("p", { class: "note" }, note)] : []),
    );
  const link = (row: ReadingRow) => links.event(row.event, row.toward);
  const readout = createReadout(data, link, (row) => links.map(row.event, row.toward));
  const part = (key: "took" | "toward", kicker: string) => [
    heading(
      kicker,
      state[key].title,
      [state[key].against, state[key].note, key === "took" && state.took.rows.length ? describeAdvice() : ""].filter(Boolean).join(" "),
    ),
    ...(state[key].rows.length ? [renderYears(axis), renderReadings(axis, data, key, patterns, readout)] : []),
  ];
  const empty = !state.took.rows.length && !state.toward.rows.length;
  const columns = [_("Date"), _("Event"), _("Country or organisation"), _("Stance"), "", _("Claims")];
  return el(
    "section",
    {},
    renderTime(axis, _("Membership and stances over time"), [
      heading(_("Membership"), state.membership.title, ""),
      renderYears(axis),
      renderMembership(axis, data),
      ...part("took", _("Stances it took")),
      ...part("toward", _("Stances taken toward it")),
    ]),
    ...(empty ? [none(_("No conclusion is drawn from this. States with more data are listed above."))] : [readout.host]),
    ...renderNotes(state.membership),
    ...behind(
      state.membership.rows,
      _("Membership: all periods"),
      [_("Bloc"), _("Status"), _("From"), _("Until"), _("Basis"), _("Confidence"), _("Source")],
      () => listMemberships(state.membership),
    ),
    ...behind(state.took.rows, _("Stances of {country}: full list, including missing data", { country: state.name }), columns, () =>
      listReadings(data, "took", link, chip),
    ),
    ...behind(state.toward.rows, _("Stances toward {country}: full list, including missing data", { country: state.name }), columns, () =>
      listReadings(data, "toward", link, chip),
    ),
  );
}

/** The table behind a chart, where there are rows. */
const behind = (rows: unknown[], title: string, columns: string[], list: () => (string | Node)[][]) =>
  rows.length ? [renderTable(title, columns, list)] : [];

const renderPart = (kicker: string, title: string, body: (Node | string)[]) => [
  el("section", {}, el("h2", {}, kicker), ...(title ? [el("p", { class: "finding" }, title)] : []), ...body),
];

const none = (text: string) => el("p", { class: "none" }, text);

/** One legend for both maps, and the list of what differs between them, each row with its evidence. */
import { announce } from "../ui/live_region.ts";
import { linkPage } from "../ui/page_link.ts";
import { watchStaleness } from "../ui/staleness.ts";
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { joinNames } from "../i18n/number_format.ts";
import { longDate } from "../ui/date_format.ts";
import { el, setStyles, svgEl } from "../ui/dom.ts";
import { makeChip, readMembership } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import { linkHere, makeShareButton } from "../share/share_button.ts";
import { withMode } from "../ui/mode_note.ts";
import { describeModeChoice } from "../ui/mode_switch.ts";
import { formatMode } from "../ui/reading_labels.ts";
import type { Offer, View } from "../core/component.ts";
import type { PaletteOf, StancePalette } from "../core/palette.ts";
import type { Named } from "../core/record.ts";
import type { Content, Head, Legend, Row, Side, StanceRow } from "./content.ts";

interface Data {
  content: Content;
  share?: Offer;
}

export function draw({ data, parentElement }: View<Data>) {
  const host = parentElement.querySelector<HTMLElement>(".differences");
  if (!host || !data) return;
  const { content, share } = data;
  host.replaceChildren(
    renderLegend(content),
    el(
      "div",
      { class: "head" },
      el("h1", {}, formatHeading(content)),
      ...(share ? [makeShareButton(share, () => ({ kind: "comparison", link: linkHere(), title: formatPair(content) }))] : []),
    ),
    renderMembers(content),
    ...describeModes(content),
    ...describeAlike(content),
    ...renderTable(_("Different stances"), content.stances, content, renderStanceRow, [_("Change")]),
    ...renderTable(_("Different membership"), content.statuses, content, renderStatusRow),
    ...renderTable(_("Zones with a different status"), content.zones, content, renderZoneRow),
  );
  announce(host, content.words);
  watchStaleness(host, () =>
    isOf(content)
      ? ""
      : _("These are the differences for {pair}. Those for the current maps will follow when the server responds.", {
          pair: formatPair(content),
        }),
  );
}

/** Whether the differences are those of the views that the maps show. */
export function isOf({ heads }: Pick<Content, "heads">) {
  return heads.every((head, place) => {
    const frame = document.querySelector<HTMLIFrameElement>(place ? ".st-key-atlas-right iframe" : ".st-key-atlas-left iframe");
    const view = frame?.contentWindow?.atlas?.store.view;
    if (!view) return true;
    if ((head.date ?? null) !== view.date) return false;
    return view.event
      ? head.event?.id === view.event && head.toward?.id === view.toward && (head.mode ?? null) === view.mode
      : !head.event && head.day.slice(0, 4) === String(view.year);
  });
}

/** The view of a moment, as a link's parameters. */
export function viewOf({ event, toward, mode, date, day }: Head): Record<string, string> {
  if (event && toward) return withMode({ event: event.id, toward: toward.id, ...(date ? { date } : {}) }, mode);
  return date ? { date } : { year: day.slice(0, 4) };
}

/** A moment by its name, with a link to its evidence. */
function renderHead(head: Head) {
  if (!head.event || !head.toward) return _("As of {day}", { day: longDate(head.day) });
  return linkPage("events", viewOf(head), nameHead(head, head.event.title, head.toward.name));
}

const nameHead = ({ mode, date }: Head, event: string, country: string) =>
  [
    _("{event}, toward {country}", { event, country }),
    date ? _("as known by the end of {day}", { day: longDate(date) }) : "",
    mode ? formatMode(mode) : "",
  ]
    .filter(Boolean)
    .join(" · ");

/** What is compared, for a citation. */
export function formatPair({ heads }: { heads: Head[] }) {
  const [left, right] = heads.map((head) => {
    if (head.event && head.toward) return nameHead(head, head.event.title, head.toward.name);
    return head.date ? longDate(head.date) : head.day.slice(0, 4);
  });
  return _("{left} compared with {right}", { left, right });
}

/** How much differs, for a heading. */
export function formatHeading({ stances, statuses, zones }: Pick<Content, "stances" | "statuses" | "zones">) {
  const said = [
    ...(stances.length ? [ngettext("{count} stance", "{count} stances", stances.length)] : []),
    ...(statuses.length ? [ngettext("{count} membership", "{count} memberships", statuses.length)] : []),
    ...(zones.length ? [ngettext("{count} zone", "{count} zones", zones.length)] : []),
  ];
  if (!said.length) return _("No differences");
  return _("Differences: {list}", { list: joinNames(said) });
}

/** The kinds of answer that stances rest on, where it is not all. */
const describeModes = ({ heads }: Content) =>
  [...new Set(heads.map((head) => describeModeChoice(head.mode)))]
    .filter(Boolean)
    .map((text) => el("p", { class: "note mode-note" }, text));

/** Stances can be set against each other only where both maps show an event. */
function describeAlike({ heads, stances, statuses, zones }: Content) {
  const events = heads.filter((head) => head.event).length;
  if (events === 1)
    return [
      el("p", { class: "note" }, _("Only one map shows an event, so stances are not compared. Select an event on the other map too.")),
    ];
  if (!stances.length && !statuses.length && !zones.length)
    return [el("p", { class: "note" }, _("Move one of the sliders, or select another event or reference party on one of the maps."))];
  return [];
}

function renderLegend({ scale, palette, heads }: Legend) {
  const events = heads.filter((head) => head.event).length;
  const contested = scale.find((row) => row.code === "NEU");
  const rows = [
    ...(events ? scale.map((row) => makeChip(row, palette)) : []),
    ...(events && contested ? [makeChip({ ...contested, label: _("Stripes: sources disagree"), other: "LEAN" }, palette)] : []),
    ...(events && contested ? [makeChip({ ...contested, label: _("Gaps: weak evidence"), weakness: "opinion" }, palette)] : []),
    ...(events < 2
      ? Object.keys(palette.membership)
          .filter((key) => key !== "none")
          .map((key) => swatch(key, palette))
      : []),
  ];
  return el("div", { class: "legend-row", role: "group", "aria-label": _("Legend for both maps") }, ...rows);
}

function renderMembers({ members }: Content) {
  const [left, right] = members.counts;
  const parts = [_("Members: {left} on the left map, {right} on the right map.", { left, right })];
  if (members.only_first.length) parts.push(_("Only on the left: {list}.", { list: joinNames(members.only_first) }));
  if (members.only_second.length) parts.push(_("Only on the right: {list}.", { list: joinNames(members.only_second) }));
  return el("p", {}, parts.join(" "));
}

/**
 * @param renderCells cells of a row
 * @param more heads of further columns
 */
function renderTable<T extends Named>(
  title: string,
  rows: T[],
  content: Content,
  renderCells: (row: T, content: Content) => (Node | string)[],
  more: string[] = [],
) {
  if (!rows.length) return [];
  const head = el("tr", {}, el("td"), ...[...content.heads.map(renderHead), ...more].map((cell) => el("th", { scope: "col" }, cell)));
  const body = rows.map((row) => {
    const [name, ...cells] = renderCells(row, content);
    return el("tr", { "data-row": row.id }, el("th", { scope: "row" }, name), ...cells.map((cell) => el("td", {}, cell)));
  });
  const table = el("table", {}, el("thead", {}, head), el("tbody", {}, ...body));
  return [el("h2", {}, title), el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table)];
}

function renderStanceRow(row: StanceRow, { palette, heads }: Content) {
  const name = row.state ? linkPage("members", { ...viewOf(heads[0]), panel: row.id }, row.name) : row.name;
  return [name, renderStance(row.first, palette), renderStance(row.second, palette), formatShift(row)];
}

function renderStance(stance: Side | null, palette: StancePalette) {
  if (!stance) return el("span", { class: "note" }, _("not coded"));
  const cell = el("span", {}, makeChip(stance, palette));
  if (stance.contested) cell.append(" ", el("span", { class: "note" }, _("sources disagree")));
  if (stance.weakness) cell.append(" ", el("span", { class: "note" }, _("weak evidence")));
  return cell;
}

function formatShift({ first, second, shift }: StanceRow) {
  if (shift === null || !first || !second) return el("span", { class: "note" }, _("not comparable"));
  if (shift > 0) return ngettext("{count} step more supportive", "{count} steps more supportive", shift);
  if (shift < 0) return ngettext("{count} step less supportive", "{count} steps less supportive", -shift);
  return first.contested === second.contested
    ? _("other interpretations")
    : second.contested
      ? _("same stance; sources now disagree")
      : _("same stance; sources no longer disagree");
}

const renderStatusRow = (row: Row, { palette, heads }: Content) => [
  linkPage("members", { ...viewOf(heads[0]), panel: row.id }, row.name),
  swatch(row.first, palette),
  swatch(row.second, palette),
];

const renderZoneRow = (row: Row, { heads }: Content) => [
  linkPage("", { ...viewOf(heads[1]), panel: row.id }, row.name),
  row.first || _("not yet disputed"),
  row.second || _("not yet disputed"),
];

function swatch(key: string, palette: PaletteOf<"membership">) {
  const { line, line_width: width, dash, label } = palette.membership[key];
  const box = svgEl("rect", {
    x: 1.5,
    y: 1.5,
    width: 23,
    height: 13,
    rx: 2,
    "stroke-width": width,
    ...(dash ? { "stroke-dasharray": dash } : {}),
  });
  const mark = svgEl("svg", { width: 26, height: 16, class: "mark", "aria-hidden": "true" }, box);
  setStyles(box, { fill: fillWith(mark, readMembership(palette, key)), stroke: line });
  return el("span", { class: "status" }, mark, label);
}

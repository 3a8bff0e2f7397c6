/** Two ranked lists: readings as a bar about the neutral line, the mean, and the gaps beside them. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { el, setStyles } from "../ui/dom.ts";
import { renderTable } from "./data_table.ts";
import { makeSample } from "./sample.ts";
import type { MemberPage, Standing, StandingRow } from "./content.ts";

/** A code of the scale, with its place on it. */
type Code = { code: string; ordinal: number };

const NUMBERED = 0.045;

export function renderStanding(list: Standing, data: MemberPage, patterns: Element, name: (id: string) => Node) {
  const codes = data.scale
    .flatMap(({ code, ordinal }) => (ordinal === null ? [] : [{ code, ordinal }]))
    .sort((a, b) => a.ordinal - b.ordinal);
  const ends = list.rows.map((row) => measure(row, codes));
  const left = Math.max(1, ...ends.map((end) => end.left));
  const right = Math.max(1, ...ends.map((end) => end.right));
  const ranked = list.rows.filter((row) => row.ranked);
  const few = list.rows.filter((row) => !row.ranked && row.readings);
  const none = list.rows.filter((row) => !row.readings);
  const lay = (row: StandingRow) => renderRow(row, { codes, left, span: left + right, data, patterns, name });
  const group = (title: string, rows: StandingRow[]) =>
    rows.length
      ? [
          el("h4", {}, title),
          ...(rows === none ? [] : [renderDirections(left / (left + right))]),
          el("ul", { class: "standing" }, ...rows.map(lay)),
        ]
      : [];
  return el(
    "section",
    {},
    el("h3", {}, list.heading),
    ...(list.title ? [el("p", { class: "finding" }, list.title)] : []),
    ...group(_("By mean stance, from −3 to +3"), ranked),
    ...group(_("Fewer than three coded stances: not ranked"), few),
    ...group(_("No coded stance"), none),
    ...(list.rows.length ? [renderCounts(list, data)] : []),
  );
}

/** The table behind a list. */
const renderCounts = (list: Standing, data: MemberPage) =>
  renderTable(
    _("{heading}: all figures", { heading: list.heading }),
    [_("Country or organisation"), _("Mean"), _("Stances"), ...data.scale.map((row) => row.label), _("Sources disagree")],
    () =>
      list.rows.map((row) => [
        data.state.names[row.other].name,
        row.mean ?? _("none"),
        String(row.readings),
        ...data.scale.map(({ code }) => String(row.codes[code] ?? row.gaps[code] ?? 0)),
        String(row.contested),
      ]),
  );

/**
 * Which way the bars go, about the middle of the neutral part.
 * @param zero share of the width
 */
function renderDirections(zero: number) {
  const against = setStyles(el("span", {}, _("opposed ←")), { right: `${(1 - zero) * 100}%` });
  const support = setStyles(el("span", {}, _("→ supportive")), { left: `${zero * 100}%` });
  return el("div", { class: "directions", "aria-hidden": "true" }, el("div", {}, against, support));
}

/** How far a bar reaches to either side of the middle of its neutral part, in readings. */
function measure(row: StandingRow, codes: Code[]) {
  const half = row.codes[codes.find((code) => code.ordinal === 0)?.code ?? ""] / 2 || 0;
  const total = (side: number) =>
    codes.filter((code) => Math.sign(code.ordinal) === side).reduce((sum, code) => sum + row.codes[code.code], half);
  return { left: total(-1), right: total(1) };
}

function renderRow(
  row: StandingRow,
  {
    codes,
    left,
    span,
    data,
    patterns,
    name,
  }: { codes: Code[]; left: number; span: number; data: MemberPage; patterns: Element; name: (id: string) => Node },
) {
  const bar = el("div", { class: "bar", "aria-hidden": "true" });
  bar.append(setStyles(el("span", { class: "zero" }), { left: `${(left / span) * 100}%` }));
  let at = (left - measure(row, codes).left) / span;
  for (const { code } of codes) {
    const share = row.codes[code] / span;
    if (!share) continue;
    const { fill, ink } = data.palette.stance[code];
    const part = setStyles(el("span", { class: "part" }, share > NUMBERED ? String(row.codes[code]) : ""), {
      left: `${at * 100}%`,
      width: `${share * 100}%`,
      background: fill,
      color: ink,
    });
    bar.append(part);
    at += share;
  }
  const gaps = data.gaps
    .filter((code) => row.gaps[code])
    .map((code) => el("span", { class: "gap" }, makeSample(data.palette, patterns, code), describeGap(code, row.gaps[code])));
  const { state } = data.state.names[row.other];
  const word = _("organisation");
  const who = el("span", { class: "who" }, name(row.other), ...(state ? [] : [el("span", { class: "kind" }, ` ${word}`)]));
  return el(
    "li",
    { class: row.ranked ? "ranked" : "few" },
    who,
    row.readings ? bar : "",
    ...(row.readings ? [el("span", { class: "mean" }, row.mean ?? "")] : []),
    el("span", { class: "counts" }, el("span", { class: "gap" }, describeReadings(row)), ...gaps),
  );
}

function describeReadings({ readings, contested }: StandingRow) {
  if (!readings) return _("no coded stance");
  if (!contested) return ngettext("{count} stance", "{count} stances", readings);
  return ngettext(
    "{count} stance, {contested} with sources in disagreement",
    "{count} stances, {contested} with sources in disagreement",
    readings,
    { contested },
  );
}

/** Cases without a reading, by their kind. */
function describeGap(code: string, number: number) {
  switch (code) {
    case "SIL":
      return ngettext("{count} no reaction or no vote", "{count} no reaction or no vote", number);
    case "PTY":
      return ngettext("{count} party to the conflict", "{count} party to the conflict", number);
    case "ND":
      return ngettext("{count} no data", "{count} no data", number);
    default:
      return ngettext("{count} not a member", "{count} not a member", number);
  }
}

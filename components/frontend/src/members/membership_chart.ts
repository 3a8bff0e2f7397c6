/** The membership bar: each bloc its own row, in the map's fills and lines, dated. */
import { gettext as _ } from "../i18n/gettext.ts";
import { capitalise } from "../i18n/number_format.ts";
import { longDate, recordDay } from "../ui/date_format.ts";
import { el, setStyles, svgEl } from "../ui/dom.ts";
import { readMembership } from "../ui/stance_paint.ts";
import { fillWith } from "../ui/svg_pattern.ts";
import { nameStatus } from "../ui/status_labels.ts";
import { formatLevel } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { renderBand, makeCanvas, withText } from "./time_axis.ts";
import type { Axis } from "./time_axis.ts";
import type { PaletteOf } from "../core/palette.ts";
import type { MembershipRow, Nuance, Source } from "../core/record.ts";
import type { MemberPage, Membership, StyledMembership } from "./content.ts";

const BLOCS = ["CST", "CSTO", "CSTO-PA"];
const ROW = 70;
const ABOVE = 18;
const BAR = 22;
const LETTER = 6.6;

interface Note {
  bloc: string;
  date: string;
  source: Source;
  text: string;
  number: number;
}

export function renderMembership(axis: Axis, { state, palette }: MemberPage) {
  const notes = listNotes(state.membership);
  const rows = BLOCS.filter((bloc) => bloc !== "CSTO-PA" || state.membership.rows.some((row) => row.bloc === bloc));
  const svg = makeCanvas(axis, rows.length * ROW, {
    role: "img",
    "aria-label": _("Membership of {country}: {finding}", { country: state.name, finding: state.membership.title }),
  });
  rows.forEach((bloc, place) => {
    const own = state.membership.rows.filter((row) => row.bloc === bloc);
    drawRow(
      svg,
      axis,
      own,
      notes.filter((note) => note.bloc === bloc),
      place * ROW,
      palette,
    );
  });
  const labels = el(
    "div",
    {},
    ...rows.map((bloc) => {
      const label = el("div", { class: "lane" }, nameBloc(bloc));
      label.style.height = `${ROW}px`;
      label.style.paddingBottom = `${ROW - BAR - 2 * ABOVE}px`;
      return label;
    }),
  );
  return renderBand(axis, rows.length * ROW, svg, labels);
}

function drawRow(svg: Element, axis: Axis, rows: StyledMembership[], notes: Note[], top: number, palette: PaletteOf<"membership">) {
  if (!rows.length) svg.append(withText("text", _("never"), { x: 8, y: top + ABOVE + 16, class: "quiet" }));
  const taken = [-1, -1];
  for (const row of rows) {
    const start = axis.x(row.date_start);
    const end = axis.end(row.date_end);
    const style = palette.membership[row.style];
    const bar = svgEl("rect", {
      x: start + 1,
      y: top + ABOVE,
      width: Math.max(2, end - start - 2),
      height: BAR,
      "stroke-width": style.line_width,
      "stroke-dasharray": style.dash,
    });
    setStyles(bar, { fill: fillWith(svg, readMembership(palette, row.style)), stroke: style.line });
    svg.append(bar);
    const { label } = style;
    const room = label.length * (LETTER + 0.8);
    const inside = room < end - start - 10;
    // A word on a pattern stands on a plate of the fill.
    if (inside && palette.patterns[style.pattern]) {
      const plate = svgEl("rect", { x: start + 4, y: top + ABOVE + 3, width: room, height: BAR - 6, rx: 2 });
      svg.append(setStyles(plate, { fill: style.fill }));
    }
    if (inside) svg.append(withText("text", label, { x: start + 7, y: top + ABOVE + BAR / 2 + 4.5, class: "bar-text" }));
    const day = inside ? shortDay(row.date_start) : `${label} ${shortDay(row.date_start)}`;
    const place = Math.min(start, axis.width - day.length * LETTER);
    const level = taken.findIndex((edge) => edge < place);
    if (level >= 0) {
      taken[level] = place + day.length * LETTER;
      svg.append(withText("text", day, { x: place + 1, y: top + ABOVE + BAR + 13 + level * 13, class: "day" }));
    }
  }
  drawNotes(svg, axis, notes, top + ABOVE - 9);
}

/** Numbers of the notes, on the day each is about. */
function drawNotes(svg: Element, axis: Axis, notes: Note[], y: number) {
  let edge = Infinity;
  for (const note of [...notes].reverse()) {
    const wanted = Math.min(axis.x(note.date) + 7, axis.width - 8);
    const x = Math.min(wanted, edge - 15);
    edge = x;
    svg.append(
      svgEl("circle", { cx: x, cy: y, r: 7, class: "note-mark" }),
      withText("text", String(note.number), { x, y: y + 3.6, "text-anchor": "middle", class: "note-number" }),
    );
  }
}

/** What sources dispute and what a status alone does not tell, by bloc and day, numbered. */
function listNotes(membership: Membership): Note[] {
  const disputed = membership.rows
    .filter((row) => row.disagreement)
    .map((row) => ({
      bloc: row.bloc,
      date: row.date_start,
      source: row.source,
      text: _("{status} from {day}. Sources disagree: {disagreement}", {
        status: formatStatus(row),
        day: longDate(row.date_start),
        disagreement: row.disagreement,
      }),
    }));
  const nuances = membership.nuances.map((row) => ({ bloc: row.bloc, date: row.date_start, source: row.source, text: formatNuance(row) }));
  return [...disputed, ...nuances]
    .sort((a, b) => BLOCS.indexOf(a.bloc) - BLOCS.indexOf(b.bloc) || a.date.localeCompare(b.date))
    .map((note, place) => ({ ...note, number: place + 1 }));
}

export function renderNotes(membership: Membership) {
  const notes = listNotes(membership);
  if (!notes.length) return [];
  return [
    el(
      "ol",
      { class: "notes" },
      ...notes.map((note) => el("li", {}, el("strong", {}, `${shortenBloc(note.bloc)}. `), note.text, makeCite(note.source))),
    ),
  ];
}

const formatStatus = (row: MembershipRow) => {
  const words = nameStatus(`${row.bloc} ${row.status}`);
  return capitalise(words);
};

/** What a status alone does not tell, with its days. */
function formatNuance({ date_start: start, date_end: end, text }: Nuance) {
  const first = longDate(start);
  if (end === start) return _("{day}: {text}", { day: first, text });
  return end ? _("{start} – {end}: {text}", { start: first, end: longDate(end), text }) : _("{day} on: {text}", { day: first, text });
}

function nameBloc(bloc: string) {
  if (bloc === "CST") return _("Treaty (CST)");
  return bloc === "CSTO" ? _("Organization (CSTO)") : _("Assembly (observer)");
}

function shortenBloc(bloc: string) {
  if (bloc === "CST") return _("CST");
  return bloc === "CSTO" ? _("CSTO") : _("CSTO-PA");
}

const shortDay = (iso: string) => longDate(iso).replace(/(\p{L}{3})\p{L}+/u, "$1");

/** The rows of the table behind the bar. */
export const listMemberships = (membership: Membership) =>
  membership.rows.map((row) => [
    shortenBloc(row.bloc),
    formatStatus(row),
    longDate(row.date_start),
    row.date_end ? longDate(row.date_end) : recordDay(),
    row.basis,
    formatLevel(row.confidence),
    makeCite(row.source),
  ]);

/** What each present member said, voted and did: three marks a cell, told apart by form as well as colour. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { formatSigned } from "../i18n/number_format.ts";
import { nameMode } from "../ui/reading_labels.ts";
import { paintStance } from "../ui/stance_paint.ts";
import { makeCell, renderEventTable } from "./matrix_table.ts";
import type { Layer, Matrix } from "./content.ts";
import type { Place } from "./matrix_table.ts";

/** Kinds of answer in the order of the marks, as `data/answers_by_mode.py` has them. */
const KINDS = ["words", "votes", "deeds"] as const;
type Kind = (typeof KINDS)[number] | "other";

/** A mark: the stance of one kind of answer, of another reading if sources disagree. */
interface Mark {
  kind: Kind;
  code: string;
  other: string;
  weak: boolean;
}

/** The marks of a cell as `matrix_answers.py` writes them: `DIP||NEU*TEP~|`. */
export function readMarks(text: string, mode?: string | null): Mark[] {
  return text.split("|").flatMap((part, place): Mark[] => {
    const kind = KINDS[place] ?? "other";
    if (!part || (mode && mode !== kind)) return [];
    const [code, other = ""] = part.replace("~", "").split("*");
    return [{ kind, code, other, weak: part.endsWith("~") }];
  });
}

function nameKind(kind: Kind) {
  const names = {
    words: pgettext("mark", "said"),
    votes: pgettext("mark", "voted"),
    deeds: pgettext("mark", "did"),
    other: pgettext("mark", "reported or present only"),
  };
  return names[kind];
}

/** What is written in a mark: its place on the scale; what has none is told by a sign. */
const SIGNS: Record<string, string> = { PTY: "×" };

function nameStance({ labels }: Matrix, { kind, code }: Pick<Mark, "kind" | "code">) {
  return kind === "votes" && code === "SIL" ? pgettext("vote", "not voting") : labels[code];
}

function formatMark(data: Matrix, mark: Mark) {
  const values = { kind: nameKind(mark.kind), stance: nameStance(data, mark) };
  const said = mark.other
    ? _("{kind}: {stance}, sources disagree ({other})", { ...values, other: data.labels[mark.other] })
    : _("{kind}: {stance}", values);
  return mark.weak ? _("{stance} (weak evidence)", { stance: said }) : said;
}

/** Everything that a cell shows, in words. */
export function describeAnswers(data: Matrix, layer: Layer, seat: number) {
  const { id, name } = data.seats[seat];
  if (id === layer.toward) return _("{actor}: reference party", { actor: name });
  const marks = readMarks(layer.answers[seat], data.mode).map((mark) => formatMark(data, mark));
  const values = { actor: name, toward: layer.to };
  return _("{actor} toward {toward}: {answers}", { ...values, answers: marks.join("; ") || data.labels.ND });
}

/** Events down, present members across, with three marks in each cell. */
export const renderAnswers = (data: Matrix) =>
  renderEventTable(data, {
    label: _("What the members said, voted and did, by event"),
    states: data.seats,
    // On a phone there is no room for a column of its own.
    listNotes: (layer) => [dateRange(layer.date_start, layer.date_end), _("toward {country}", { country: layer.to })],
    renderCell: (layer, at) => renderCell(data, layer, at),
  });

function renderCell(data: Matrix, layer: Layer, at: Place) {
  const { id } = data.seats[at[2]];
  const label = `${layer.title}: ${describeAnswers(data, layer, at[2])}`;
  const marks = id === layer.toward ? ["●"] : readMarks(layer.answers[at[2]], data.mode).map((mark) => renderMark(data, mark));
  return makeCell(data, layer, at, id, "answer-marks", label, marks);
}

function renderMark(data: Matrix, { kind, code, other, weak }: Mark) {
  if (code === "NOM") return el("span", { class: "mark-of other none", "aria-hidden": "true" }, "–");
  const ordinal = data.ordinals[code];
  const text = ordinal === null || ordinal === undefined ? (SIGNS[code] ?? "") : ordinal ? formatSigned(ordinal, 0) : "0";
  const mark = el("span", { class: `mark-of paint ${kind}`, "aria-hidden": "true" }, kind === "other" ? "" : text);
  paintStance(mark, code, data.palette, other, weak);
  if (kind === "votes" && code === "SIL") mark.classList.add("uncast");
  return mark;
}

/** The forms of the marks, and what is in them. */
export function renderAnswersLegend(data: Matrix) {
  const show = (kind: Kind, code: string, words: string) => el("li", {}, renderMark(data, { kind, code, other: "", weak: false }), words);
  const kinds = KINDS.filter((kind) => !data.mode || data.mode === kind);
  return el(
    "ul",
    { class: "legend forms" },
    ...kinds.map((kind) =>
      show(kind, "NEU", _("{mark}: {kind}", { mark: nameForm(kind), kind: `${nameKind(kind)} (${nameMode(kind).toLowerCase()})` })),
    ),
    ...(kinds.includes("votes") ? [show("votes", "SIL", _("dashed square: did not vote (this is not silence)"))] : []),
    ...(data.mode ? [] : [show("other", "TEP", _("bar: only attendance, or what others report, is known"))]),
    el("li", {}, _("number: place on the scale from −3 to +3; × party to the conflict; – not a member then; empty cell: no data")),
    el("li", {}, _("The present members are shown here; the other layouts have the states that left as well.")),
  );
}

function nameForm(kind: (typeof KINDS)[number]) {
  const forms = { words: pgettext("form", "circle"), votes: pgettext("form", "square"), deeds: pgettext("form", "arrow") };
  return forms[kind];
}

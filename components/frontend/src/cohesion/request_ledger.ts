/** The call-and-response ledger: who asked, how soon words and deeds came, what they were. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";
import { longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { paintStance } from "../ui/stance_paint.ts";
import { WORDS } from "../ui/code_labels.ts";
import { describeDoubt } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { evidenceAddress, makeHead } from "./elements.ts";
import { renderMatrix } from "./request_matrix.ts";
import type { View } from "../core/component.ts";
import type { Answer, Ledger, LedgerRow } from "./content.ts";

const listColumns = (): [string, string][] => [
  ["when", _("Requested on")],
  ["who", _("Who asked whom")],
  ["what", _("Request and outcome")],
  ["soon", _("Response time")],
  ["allies", _("Allies' positions")],
];

export function draw({ data, parentElement }: View<Ledger>) {
  const host = parentElement.querySelector<HTMLElement>(".cohesion");
  if (!host || !data) return;
  const head = el("tr", {}, ...listColumns().map(([name, words]) => el("th", { scope: "col", class: name }, words)));
  const rows = data.rows.map((row) => renderRow(row, data));
  const table = el("table", { class: "list ledger" }, el("thead", {}, head), el("tbody", {}, ...rows));
  const frame = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": data.title }, table);
  host.replaceChildren(...makeHead({ anchor: "ledger", ...data }), ...(data.rows.length ? [...renderMatrix(data), frame] : []));
}

function renderRow(row: LedgerRow, data: Ledger) {
  const when = row.on ? longDate(row.on) : _("date not recorded");
  const who = [
    el("strong", {}, row.by),
    " ",
    _("to {country}", { country: row.to }),
    el("span", { class: "note" }, formatForm(row)),
    el("a", { href: evidenceAddress(row.event.id, row.toward) }, row.event.title),
  ];
  const columns = listColumns();
  const cells = [[when], who, renderWhat(row), renderSoon(row, data.longest), [renderAllies(row, data)]];
  return el(
    "tr",
    {},
    ...cells.map((content, place) =>
      el(
        place ? "td" : "th",
        place ? { class: columns[place][0], "data-label": columns[place][1] } : { scope: "row", class: "when" },
        ...content,
      ),
    ),
  );
}

/** Under which article, by what channel. */
function formatForm({ invocation, channel, confidence }: LedgerRow) {
  const form = WORDS.invocation[invocation] ?? invocation;
  return [form, channel, describeDoubt(confidence)].filter(Boolean).join(" · ");
}

function renderWhat(row: LedgerRow) {
  const response = el("span", { class: `response ${row.response}` }, WORDS.response[row.response] ?? row.response);
  const answers = [
    ...row.words.map((answer) => renderAnswer(formatWords(answer), answer)),
    ...row.deeds.map((answer) => renderAnswer(formatDeeds(answer), answer)),
  ];
  const more =
    answers.length || row.source
      ? [
          el(
            "details",
            {},
            el("summary", {}, answers.length ? ngettext("{count} dated response", "{count} dated responses", answers.length) : _("Source")),
            ...answers,
            ...(row.source ? [el("p", { class: "answer" }, _("Request."), " ", makeCite(row.source))] : []),
          ),
        ]
      : [];
  return [el("p", {}, row.asked), el("p", {}, response, " ", row.answer), ...more];
}

const formatWords = (answer: Answer) => _("Statement, {day}, {who}:", { day: longDate(answer.date), who: answer.by });

const formatDeeds = (answer: Answer) => _("Action, {day}, {who}:", { day: longDate(answer.date), who: answer.by });

const renderAnswer = (head: string, answer: Answer) =>
  el("p", { class: "answer" }, el("strong", {}, head, " "), answer.text, makeCite(answer.source));

/** Durations as words and as bars of one scale. */
function renderSoon({ days, words, deeds, on }: LedgerRow, longest: number) {
  return (
    [
      ["words", words],
      ["deeds", deeds],
    ] as const
  ).map(([name, answers]) => {
    const number = days[name];
    const soon = describeSoon(number, answers.length, on);
    const said = name === "words" ? _("Statement: {soon}", { soon }) : _("Action: {soon}", { soon });
    const bar = el("span", { class: "bar", "aria-hidden": "true" });
    // A square root keeps both days and months in sight.
    if (number !== null && longest) bar.style.width = `${Math.max(3, 100 * Math.sqrt(number / longest))}%`;
    return el("div", { class: `soon ${name}${number === null ? " none" : ""}` }, el("span", {}, said), ...(number === null ? [] : [bar]));
  });
}

/**
 * How soon the first answer came, or why that is not known.
 * @param on day of the request
 */
function describeSoon(days: number | null, answers: number, on: string | null) {
  if (days === 0) return _("the same day");
  if (days !== null) return ngettext("{count} day", "{count} days", days);
  if (!answers) return _("none recorded");
  return on ? _("date not recorded") : _("date of request not recorded");
}

function renderAllies({ allies }: LedgerRow, data: Ledger) {
  const chips = allies.map(({ id, name, code }) =>
    el(
      "li",
      {},
      paintStance(el("span", { class: "chip paint", "aria-hidden": "true" }, id), code, data.palette),
      el("span", { class: "unseen" }, _("{country}: {stance}", { country: name, stance: data.labels[code] })),
    ),
  );
  return el("ul", { class: "allies" }, ...chips);
}

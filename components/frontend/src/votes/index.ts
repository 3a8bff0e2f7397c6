/** The page of votes: choices, agreement of each state, and the resolutions by state. Text is only ever set as text. */
import { gettext as _, ngettext, pgettext } from "../i18n/gettext.ts";
import { saveFile } from "../share/save_file.ts";
import { el } from "../ui/dom.ts";
import { makeSelect } from "../ui/select.ts";
import { makePatternHolder } from "../ui/svg_pattern.ts";
import { VOTES, formatVote, markVote } from "../ui/vote_marks.ts";
import { listShown, selectRows } from "./agreement.ts";
import { writeTable } from "./csv.ts";
import { renderRolls } from "./roll_table.ts";
import { renderSummary } from "./summary.ts";
import type { Component } from "../core/component.ts";
import type { RollCall, VotesPage } from "./content.ts";

type Choose = (change: Record<string, string>) => void;

export function draw({ data, parentElement, setTriggerValue }: Component<VotesPage>) {
  const host = parentElement.querySelector<HTMLElement>(".votes-page");
  if (!host || !data) return;
  const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  const patterns = makePatternHolder();
  const rows = selectRows(data);
  const choose: Choose = (change) => setTriggerValue("choice", change);
  host.replaceChildren(
    patterns,
    el("h1", {}, data.title),
    el("p", { class: "finding" }, `${data.finding}.`),
    el("p", {}, describeMeasure(data)),
    el("div", { role: "status" }, ...data.notices.map((text) => el("p", { class: "note" }, text))),
    renderControls(data, rows, choose),
    renderLegend(data, patterns),
    ...(rows.length
      ? [
          el("h2", {}, _("Agreement by state")),
          renderSummary(data, rows, patterns),
          el("h2", {}, ngettext("{count} resolution", "{count} resolutions", rows.length)),
          renderRolls(data, rows, patterns),
        ]
      : [el("p", { class: "note" }, _("No vote is recorded in these years."))]),
  );
  if (held) [...host.querySelectorAll<HTMLElement>("[data-key]")].find((each) => each.dataset.key === held)?.focus({ preventScroll: true });
  host.dataset.drawn = "";
}

const describeMeasure = ({ hub }: VotesPage) =>
  _(
    "Agreement is 1 for the same vote, 0.5 if one of the two abstained and 0 for opposite votes. Beside the agreement with {country} stands the agreement with the vote that serves the reference party of the resolution, from which its stance is read. A state that did not vote, or whose vote is unknown, is left out: not voting is neither silence nor a vote against.",
    { country: hub.name },
  );

function renderControls(data: VotesPage, rows: RollCall[], choose: Choose) {
  const [first, last] = data.years;
  const years = Array.from({ length: last - first + 1 }, (_each, place) => String(first + place));
  const pick = (found: string[]) => found.map((year): [string, string] => [year, year]);
  const orders: Record<string, string> = {
    date: pgettext("order", "date"),
    hub: _("agreement with {country}", { country: data.hub.name }),
    party: _("agreement with the reference party"),
  };
  const saved = el("p", { class: "note", role: "status" });
  const save = el("button", { type: "button", "data-key": "csv" }, _("Download as CSV"));
  save.addEventListener("click", () => {
    const text = writeTable(rows, listShown(data), data.hub);
    const [said, again] = saveFile(new File([text], "csto-atlas-votes.csv", { type: "text/csv" }));
    saved.replaceChildren(said, " ", again);
  });
  const states = data.voters.map(({ id, name }): [string, string] => [id, name]);
  const set = (value: string, name: string) => choose({ [name]: value });
  return el(
    "div",
    { class: "controls" },
    makeSelect("member", _("State"), [["", _("all states")], ...states], data.member ?? "", set),
    makeSelect("from", pgettext("year", "From"), pick(years.filter((year) => Number(year) <= data.to)), String(data.from), set),
    makeSelect("to", pgettext("year", "To"), pick(years.filter((year) => Number(year) >= data.from)), String(data.to), set),
    makeSelect(
      "by",
      _("Sort by"),
      data.orders.map((order) => [order, orders[order] ?? order]),
      data.by,
      set,
    ),
    save,
    saved,
  );
}

const renderLegend = ({ palette }: VotesPage, patterns: Element) =>
  el(
    "ul",
    { class: "legend" },
    ...VOTES.map((vote) => el("li", {}, markVote(vote, palette, patterns), formatVote(vote))),
    el("li", {}, el("span", { class: "outside-mark", "aria-hidden": "true" }), _("underlined: not a member of the alliance on that day")),
    el("li", {}, "*", " ", _("confidence in this vote is not high")),
  );

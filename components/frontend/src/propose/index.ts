/** The page that proposes a correction: rows to change, what would change, and the file that says so. */
import { currentLanguage, gettext as _, ngettext } from "../i18n/gettext.ts";
import { fetchJson } from "../net/fetch_json.ts";
import { saveFile } from "../share/save_file.ts";
import { el, setText } from "../ui/dom.ts";
import { renderChanges } from "./changes_table.ts";
import { addRow, emptyDraft, openRow, readDraft, removeDraft, suggestClaimId, writeDraft } from "./draft.ts";
import { countProblems, createJudge } from "./judge.ts";
import { buildProposal, makeFile } from "./proposal_file.ts";
import { indexTables, readKey } from "./record_tables.ts";
import { listRelated } from "./related_rows.ts";
import { createRowForm } from "./row_form.ts";
import { createReasonForm } from "./reason_form.ts";
import { makeButton, renderColumns, renderIntroduction, renderMessage } from "./page_parts.ts";
import { renderStances } from "./stance_changes.ts";
import type { Component } from "../core/component.ts";
import type { Cells, Draft, DraftRow, ProposePage, TablesDocument } from "./content.ts";
import type { Judgement } from "./judge.ts";
import type { Tables } from "./record_tables.ts";
import type { RowForm } from "./row_form.ts";

const TYPING_MS = 150;
/** What a new row of a kind brings along: an event needs a party and a source. */
const TOGETHER: Partial<Record<string, string[]>> = { events: ["parties", "event_sources"] };

const drawn: WeakMap<Element, string> = new WeakMap();

export function draw({ data, parentElement }: Component<ProposePage>) {
  const host = parentElement.querySelector<HTMLElement>(".propose");
  // A run of the server for the same link is no news: what is being written stays.
  const asked = JSON.stringify([data?.asked, data?.event, data?.toward]);
  if (!host || !data || drawn.get(host) === asked) return;
  drawn.set(host, asked);
  host.replaceChildren(...renderIntroduction(), el("p", { role: "status" }, _("Loading…")));
  fetchJson<TablesDocument>(data.tables).then(
    (document) => createPage(host, data, indexTables(document)),
    (error: unknown) => {
      console.error(error);
      host.querySelector("[role=status]")?.replaceChildren(_("The tables could not be loaded. Try again."));
    },
  );
}

function createPage(host: HTMLElement, data: ProposePage, record: Tables) {
  const { document } = record;
  const judge = createJudge(record);
  let draft: Draft = readDraft(document);
  let forms: RowForm[] = [];
  let judged: Judgement | null = null;
  let waiting = 0;
  let insisted = false;

  const rows = el("div", { class: "rows" });
  const changes = el("div", { class: "before-after" });
  const stances = el("div", { class: "outcome" });
  const others = el("ul", { class: "problems" });
  const status = el("p", { class: "status", role: "status" });
  const saved = el("p", { class: "saved" });
  const reasons = createReasonForm(() => draft, settle);
  const kept = el("p", { class: "kept", role: "status" });

  const addition = el(
    "select",
    { "aria-label": _("Kind of row") },
    ...document.editable.map((table) => el("option", { value: table }, data.names.tables[table])),
  );
  const add = makeButton(_("Add a new row"), () => begin(addition.value));
  const download = makeButton(_("Download the proposal"), save, "main");
  const remove = makeButton(_("Remove the draft"), () => {
    removeDraft();
    draft = emptyDraft(document.version);
    insisted = false;
    saved.replaceChildren();
    showRows();
    reasons.fill();
    update();
    setText(kept, _("The draft was removed from this browser."));
  });
  const send = el("p", { class: "send" });

  host.replaceChildren(
    ...renderIntroduction(),
    ...data.notices.map((notice) => el("p", { class: "notice" }, notice)),
    renderColumns(
      [
        rows,
        el("div", { class: "adding" }, addition, add),
        reasons.element,
        others,
        el("div", { class: "finish" }, download, remove),
        ...[status, send, saved, kept],
      ],
      stances,
      changes,
    ),
  );

  function settle() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(update, TYPING_MS);
  }

  /** Begin a new row, with what the link and the rows above say. */
  function begin(table: string, cells: Cells = {}) {
    const last = draft.rows.findLast(({ after }) => after?.event_id || after?.zone_id)?.after;
    const event = last?.event_id || data.event;
    const toward = table === "claims" || table === "adjudications" ? data.toward : "";
    const known = {
      event_id: event,
      toward: event === data.event ? toward : "",
      zone_id: table === "events" ? "" : (last?.zone_id ?? ""),
      ...cells,
    };
    const at = addRow(draft, record, table, known);
    for (const other of TOGETHER[table] ?? []) addRow(draft, record, other, other === "parties" ? { role: "reference" } : {});
    showRows();
    update();
    forms[at].element.querySelector<HTMLElement>("input:enabled, select:enabled, textarea:enabled")?.focus();
  }

  function open(table: string, key: string[]) {
    const at = openRow(draft, record, table, key);
    if (at === null) return false;
    showRows();
    update();
    return at;
  }

  function showRows() {
    forms = draft.rows.map((row, at) => createRowForm(row, record, data.names, (column) => follow(row, column), renderActions(row, at)));
    rows.replaceChildren(...forms.map(({ element }) => element));
    for (const form of forms) form.fill();
    rows.classList.toggle("empty", !forms.length);
  }

  /** What follows from a cell: the id of a new claim, and the event of what was added along with it. */
  function follow(row: DraftRow, column: string) {
    const { table, before, after } = row;
    const at = draft.rows.indexOf(row);
    if (table === "claims" && !before && after && ["event_id", "actor", "toward"].includes(column)) {
      const others = draft.rows.flatMap((each) => (each !== row && each.table === "claims" && each.after ? [each.after] : []));
      after.id = suggestClaimId(after, [...record.rows.claims, ...others]) || after.id;
      forms[at].fill();
    }
    if (table === "events" && !before && after && column === "id")
      for (const [place, other] of draft.rows.slice(at + 1, at + 3).entries()) {
        if (other.before || !other.after || !TOGETHER.events?.includes(other.table)) continue;
        other.after.event_id = after.id;
        forms[at + 1 + place].fill();
      }
    settle();
  }

  function renderActions(row: DraftRow, at: number) {
    const { table, before } = row;
    const schema = document.schemas[table];
    const drop = makeButton(before ? _("Leave this row as it is") : _("Remove this row"), () => {
      draft.rows.splice(at, 1);
      showRows();
      update();
      add.focus();
    });
    if (!before) return [drop];
    const withdraw = makeButton(row.after ? _("Withdraw this row") : _("Keep this row"), () => {
      row.after = row.after ? null : { ...before };
      showRows();
      update();
      forms[at].element.querySelector<HTMLElement>(".withdraw")?.focus();
    });
    withdraw.classList.add("withdraw");
    const related = listRelated(record, table, before).map(({ table: other, key }) =>
      makeButton(`${data.names.tables[other]}: ${key.join(", ")}`, () => {
        const place = open(other, key);
        if (place === false) begin(other, Object.fromEntries(document.schemas[other].key.map((column, part) => [column, key[part]])));
        else forms[place].element.querySelector<HTMLElement>("summary")?.focus();
      }),
    );
    const more = related.length ? [el("details", { class: "related" }, el("summary", {}, _("Rows that belong to it")), ...related)] : [];
    drop.setAttribute("aria-label", `${drop.textContent}: ${readKey(schema, before).join(", ")}`);
    return [withdraw, drop, ...more];
  }

  function update() {
    window.clearTimeout(waiting);
    judged = judge(draft);
    const { tables } = judged;
    forms.forEach((form, at) => form.update(tables, judged?.rows[at] ?? [], insisted));
    reasons.update(judged.fields, insisted);
    others.replaceChildren(
      ...judged.others.map(({ table, key, column, rule }) =>
        el("li", {}, `${data.names.tables[table]}: ${key.join(", ")} – ${data.names.columns[column] ?? column}: ${rule}`),
      ),
    );
    changes.replaceChildren(...renderChanges(draft, document.schemas, data.names));
    stances.replaceChildren(...renderStances(judged.stances, tables, data.palette));
    showMessage();
    const empty = !draft.rows.length && !draft.reason && !draft.source && !draft.by;
    remove.toggleAttribute("disabled", empty);
    if (empty) removeDraft();
    else setText(kept, writeDraft(draft) ? _("The draft is kept in this browser.") : _("This browser does not keep drafts."));
  }

  function showMessage() {
    const problems = judged ? countProblems(judged) : 0;
    const asked = ngettext("{count} rule is not met", "{count} rules are not met", problems);
    setText(status, problems && insisted ? asked : "");
    send.replaceChildren(...(problems ? [] : renderMessage(data.contact, buildProposal(draft, document.schemas))));
  }

  function save() {
    insisted = true;
    update();
    if (!judged || countProblems(judged)) {
      saved.replaceChildren();
      if (!forms.some((form) => form.focusProblem())) reasons.focusProblem();
      return;
    }
    saved.replaceChildren(...saveFile(makeFile(buildProposal(draft, document.schemas))).flatMap((part) => [part, " "]));
  }

  const { asked } = data;
  showRows();
  update();
  if (asked?.key.length) {
    if (open(asked.table, asked.key) === false) {
      const { key } = document.schemas[asked.table];
      if (key.length > 1) begin(asked.table, Object.fromEntries(key.map((column, at) => [column, asked.key[at] ?? ""])));
      else setText(kept, _("The record has no row {row}.", { row: asked.key.join(", ") }));
    }
  } else if (asked && !draft.rows.some(({ table, before }) => table === asked.table && !before)) begin(asked.table);
  host.lang = currentLanguage();
}

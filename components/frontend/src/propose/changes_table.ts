/** Every cell that a draft changes, before and after. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { renderRow } from "../ui/article.ts";
import { describeChange } from "./proposal_file.ts";
import type { Draft, ProposePage, Schema } from "./content.ts";

export function renderChanges(draft: Draft, schemas: Record<string, Schema>, names: ProposePage["names"]): Node[] {
  const heads = [_("Column"), _("Before"), _("After")];
  const bodies = draft.rows.flatMap((row) => {
    const change = describeChange(row, schemas[row.table]);
    if (!change) return [];
    const { key, before, after } = change;
    const columns = schemas[row.table].fields.map(({ name }) => name).filter((name) => before?.[name] || after?.[name]);
    const cells = columns.map((name) => renderRow(heads, [names.columns[name] ?? name, before?.[name] ?? "", after?.[name] ?? ""]));
    const title = `${names.tables[row.table]}: ${Object.values(key).join(", ")}`;
    return [el("tbody", {}, el("tr", {}, el("th", { scope: "rowgroup", colspan: "3" }, title)), ...cells)];
  });
  if (!bodies.length) return [el("p", { class: "none" }, _("Nothing is changed yet."))];
  const head = el("thead", {}, el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, text))));
  return [
    el(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": _("Before and after") },
      el("table", { class: "changes" }, head, ...bodies),
    ),
  ];
}

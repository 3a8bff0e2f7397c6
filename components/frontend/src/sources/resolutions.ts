/** How each General Assembly vote of the record is found: the text, the record of the meeting, the roll call. */
import { renderRow, renderRows } from "../ui/article.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { linkAddress } from "../ui/claim_citation.ts";
import { longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import { linkEvent } from "./stance_link.ts";
import type { Page, Resolution } from "./content.ts";

export function renderResolutions(rows: Resolution[], page: Page) {
  const title = _("Resolutions voted on");
  const heads = [_("Date"), _("Resolution"), _("Text"), _("Meeting record"), _("Roll call"), _("For / against / abstained")];
  const cells = rows.map((row) =>
    renderRow(heads, [
      longDate(row.date),
      [row.event ? linkEvent(row.event, page) : row.title, ...(row.note ? [el("span", { class: "cite" }, row.note)] : [])],
      linkAddress(row.symbol || _("number not confirmed"), row.document),
      linkAddress(row.meeting, row.meeting_url),
      row.roll_call ? linkAddress(_("UN Digital Library"), row.roll_call) : "",
      row.totals,
    ]),
  );
  return [renderRows(title, heads, [el("tbody", {}, ...cells)])];
}

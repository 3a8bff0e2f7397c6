/** What a state is said to feel threatened by. */
import { formatCertainty } from "../ui/certainty_labels.ts";
import { makeCite } from "../ui/claim_citation.ts";
import { longDate } from "../ui/date_format.ts";
import { el } from "../ui/dom.ts";
import type { Threat } from "../core/record.ts";

export const renderThreat = (threat: Threat) =>
  el(
    "li",
    {},
    el("h3", {}, threat.threat),
    el("p", {}, threat.summary),
    makeCite(threat.source, [formatCertainty(threat.certainty), longDate(threat.date)].join(" · ")),
  );

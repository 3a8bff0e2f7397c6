/** The sources page; see `method.py`. Text is only ever set as text. */
import { goTo, renderDocument, partId } from "../ui/article.ts";
import { el } from "../ui/dom.ts";
import { renderAgreement, renderDiscrepancies } from "./case_cards.ts";
import { renderResolutions } from "./resolutions.ts";
import { renderExamples, renderScale } from "./resolution_rule.ts";
import { renderSources } from "./source_list.ts";
import type { View } from "../core/component.ts";
import type { Section } from "../ui/article.ts";
import type { Agreement, Cases, Examples, MethodPage, Resolution, ScaleEntry, SourceList } from "./content.ts";

/** What each host shows. */
const drawn: WeakMap<Element, string> = new WeakMap();

export function draw({ data, parentElement }: View<MethodPage>) {
  const host = parentElement.querySelector(".document");
  if (!host || !data) return;
  // A rerun that changes nothing leaves the reader's place, filter and opened sources alone.
  const text = JSON.stringify(data);
  if (drawn.get(host) === text) return;
  drawn.set(host, text);
  const page = { ...data, works: nameWorks(data.sections) };
  host.replaceChildren(
    ...data.target.notices.map((notice) => el("p", { class: "notice", role: "status" }, notice)),
    ...renderDocument(data, {
      sources: (content: SourceList) => renderSources(content, page, data.event),
      discrepancies: (content: Cases) => renderDiscrepancies(content, page),
      resolutions: (content: Resolution[]) => renderResolutions(content, page),
      scale: (content: ScaleEntry[]) => renderScale(content, page),
      examples: (content: Examples) => renderExamples(content, page),
      agreement: (content: Agreement) => renderAgreement(content, page),
      licences: (text: string) => [el("p", {}, el("a", { href: "licences" }, text))],
    }),
  );
  openTarget(data.target);
}

/** How sources are called where one speaks of another. */
function nameWorks(sections: Section[]): Record<string, string> {
  const found = sections.find((section) => section.kind === "sources");
  const groups = found ? (found.content as SourceList).groups : [];
  return Object.fromEntries(
    groups
      .flatMap((group) => group.sources)
      .map((source) => [source.id, [source.author || source.publisher || source.title, source.date.slice(0, 4)].filter(Boolean).join(" ")]),
  );
}

function openTarget({ source, part }: { source: string | null; part: string | null }) {
  const id = source ? `source-${source}` : part ? partId(part) : null;
  if (id) requestAnimationFrame(() => goTo(id));
}

/** The sources page; see `method.py`. Text is only ever set as text. */
import { goTo, layDocument, partId } from "../document/document.ts";
import { make } from "../map/dom.ts";
import { layAgreement, layDiscrepancies } from "./cases.ts";
import { layExamples, layScale } from "./rule.ts";
import { laySources } from "./sources.ts";

/** What each host shows. */
const drawn: WeakMap<Element, string> = new WeakMap();

export function draw({ data, parentElement }: {data: any, parentElement: HTMLElement|ShadowRoot}) {
  const host = parentElement.querySelector(".document");
  if (!host || !data) return;
  // A rerun that changes nothing leaves the reader's place, filter and opened sources alone.
  const text = JSON.stringify(data);
  if (drawn.get(host) === text) return;
  drawn.set(host, text);
  const page = { ...data, works: nameWorks(data.sections) };
  host.replaceChildren(
    ...data.target.notices.map((notice: string) => make("p", { class: "notice", role: "status" }, notice)),
    ...layDocument(data, {
      sources: (content) => laySources(content, page, data.event),
      discrepancies: (content) => layDiscrepancies(content, page),
      scale: (content) => layScale(content, page),
      examples: (content) => layExamples(content, page),
      agreement: (content) => layAgreement(content, page),
      licences: (text) => [make("p", {}, make("a", { href: "licences" }, text))],
    }),
  );
  openTarget(data.target);
}

/** How sources are called where one speaks of another. */
function nameWorks(sections: any[]): Record<string, string> {
  const { groups } = sections.find((section) => section.kind === "sources").content;
  return Object.fromEntries(groups.flatMap((group: any) => group.sources).map((source: any) =>
    [source.id, [source.author || source.publisher || source.title, source.date.slice(0, 4)].filter(Boolean).join(" ")]));
}

function openTarget({ source, part }: {source: string|null, part: string|null}) {
  const id = source ? `source-${source}` : part ? partId(part) : null;
  if (id) requestAnimationFrame(() => goTo(id));
}

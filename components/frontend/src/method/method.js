// @ts-check
/** The sources page; see `method.py`. Text is only ever set as text. */
import { goTo, layDocument, partId } from "../document/document.js";
import { make } from "../map/dom.js";
import { layAgreement, layDiscrepancies } from "./cases.js";
import { layExamples, layScale } from "./rule.js";
import { laySources } from "./sources.js";

/** What each host shows. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component */
export function draw({ data, parentElement }) {
  const host = parentElement.querySelector(".document");
  if (!host || !data) return;
  // A rerun that changes nothing leaves the reader's place, filter and opened sources alone.
  const text = JSON.stringify(data);
  if (drawn.get(host) === text) return;
  drawn.set(host, text);
  const page = { ...data, works: nameWorks(data.sections) };
  host.replaceChildren(
    ...data.target.notices.map((/** @type {string} */ notice) => make("p", { class: "notice", role: "status" }, notice)),
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

/** How sources are called where one speaks of another. @param {any[]} sections @returns {Record<string, string>} */
function nameWorks(sections) {
  const { groups } = sections.find((section) => section.kind === "sources").content;
  return Object.fromEntries(groups.flatMap((/** @type {any} */ group) => group.sources).map((/** @type {any} */ source) =>
    [source.id, [source.author || source.publisher || source.title, source.date.slice(0, 4)].filter(Boolean).join(" ")]));
}

/** @param {{source: string|null, part: string|null}} target */
function openTarget({ source, part }) {
  const id = source ? `source-${source}` : part ? partId(part) : null;
  if (id) requestAnimationFrame(() => goTo(id));
}

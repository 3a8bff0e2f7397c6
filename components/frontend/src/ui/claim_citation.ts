/** Claims and their sources: who says so, where, and how sure. */
import { gettext as _, pgettext } from "../i18n/gettext.ts";
import { renderCorrection } from "./correction_link.ts";
import { longDate } from "./date_format.ts";
import { el } from "./dom.ts";
import { WORDS } from "./code_labels.ts";
import { formatCertainty } from "./certainty_labels.ts";
import type { Claim, Resolved, Source } from "../core/record.ts";

export function makeCite(source: Source | null | undefined, more?: string) {
  if (!source) return el("span", { class: "cite" }, _("No source"));
  const who = [source.author, source.publisher]
    .filter(Boolean)
    .filter((name, at, all) => all.indexOf(name) === at)
    .join(", ");
  const title = source.title && _("“{title}”", { title: source.title });
  const facts = [source.date && formatDate(source.date), source.locator && formatLocator(source.locator), more].filter(Boolean);
  return el(
    "span",
    { class: "cite" },
    title && who ? `${who} · ` : "",
    linkAddress(title || who || source.url, source.url),
    facts.map((fact) => ` · ${fact}`).join(""),
  );
}

/** Each source once, with every place in it that is cited. */
export function joinLocators(sources: Source[]): Source[] {
  const byId = new Map<string, Source>();
  for (const source of sources) {
    const locators = [byId.get(source.id)?.locator, source.locator].filter(Boolean);
    byId.set(source.id, { ...source, locator: locators.join(", ") });
  }
  return [...byId.values()];
}

/** A source by its name, leading to its address where it has one on the web. */
export function linkAddress(text: string, url: string) {
  if (!/^https?:\/\//.test(url)) return text;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** A place in a source: numbers and names stay as they are. */
export function formatLocator(locator: string) {
  // A map, since a locator is any text and an object answers to `constructor`.
  const words = new Map([
    ["no paragraph number", pgettext("locator", "no paragraph number")],
    ["background", pgettext("locator", "background")],
    ["signatures", pgettext("locator", "signatures")],
    ["answer", pgettext("locator", "answer")],
    ["roll call", pgettext("locator", "roll call")],
    ["photo caption", pgettext("locator", "photo caption")],
    ["list of decisions", pgettext("locator", "list of decisions")],
    ["operative part", pgettext("locator", "operative part")],
    ["text", pgettext("locator", "text")],
    ["opening", pgettext("locator", "opening")],
    ["introduction", pgettext("locator", "introduction")],
    ["preamble", pgettext("locator", "preamble")],
    ["abstract", pgettext("locator", "abstract")],
  ]);
  // Words to search for, or the symbol of a vote.
  const [, before, rest] = /^(near|roll call,) (.+)$/s.exec(locator) ?? [];
  if (before === "near") return _("near {words}", { words: rest });
  if (before) return `${pgettext("locator", "roll call")}, ${rest}`;
  return words.get(locator) ?? locator;
}

/** A source's date is a day, a month or a year. */
const formatDate = (date: string) => (/^\d{4}-\d\d-\d\d$/.test(date) ? longDate(date) : date);

/** @param own the reference party itself */
export function describeClaims(stance: Resolved, own: boolean) {
  if (stance.claims.length) return stance.claims.map(renderClaim);
  if (own) return [];
  const silent: Record<string, string> = {
    PTY: _("Party to the conflict."),
    ND: _("No source in the data reports what it did. This is neither a lack of reaction nor neutrality."),
    NOM: _("Not a member at the time."),
  };
  return [el("p", { class: "none" }, silent[stance.code] ?? "")];
}

export function renderClaim(claim: Claim) {
  const who = [WORDS.speaker[claim.speaker] ?? claim.speaker, claim.speaker_name].filter(Boolean).join(": ");
  const more = [formatCertainty(claim.certainty), who, longDate(claim.date)].filter(Boolean).join(" · ");
  const code = el("strong", {}, `${claim.label}. `);
  const { mode } = claim;
  const kind = mode ? [el("span", { class: "mode" }, mode.label), " · "] : [];
  return el(
    "p",
    { class: "claim", "data-claim": claim.id },
    ...kind,
    code,
    claim.summary,
    makeCite(claim.source, more),
    ...renderCorrection(`claims:${claim.id}`, claim.summary),
  );
}

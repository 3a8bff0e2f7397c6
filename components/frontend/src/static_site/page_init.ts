/** What every page of the site does before anything else: its language, its documents, its links. */
import { writeQuery } from "../core/page_query.ts";
import { speak } from "../i18n/gettext.ts";
import { DEFAULT } from "../i18n/languages.ts";
import { el } from "../ui/dom.ts";
import { createAddresses } from "./link_rewriter.ts";
import { fetchEmbedded, registerData, nameScripts } from "./embedded_data.ts";
import { addButtons, completeLinks } from "./header.ts";
import { chooseLanguage } from "./locale_redirect.ts";
import { watchLiveLinks } from "./link_observer.ts";
import { mendQuery } from "../shell/link_repair.ts";
import { markRepeated } from "../shell/print.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

export const readJson = <T>(id: string): T => JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;

export interface Site {
  /** what the page says of itself */
  settings: Settings;
  language: string;
  addresses: ReturnType<typeof createAddresses>;
  /** tells `scheme` when the page turns dark or light */
  changes: EventTarget;
}

/** Begin the page; null when it is left for another. */
export function beginPage(): Site | null {
  const language = document.documentElement.lang;
  const mended = mendQuery(location.search);
  if (mended !== location.search) writeQuery("replaceState", mended, location.hash);
  const settings = readSettings(document.currentScript?.getAttribute("src") ?? "", language);
  const addresses = createAddresses(settings, language);
  const other = settings.alone ? null : chooseLanguage(settings, language);
  if (other) {
    location.replace(other);
    return null;
  }
  addEventListener("beforeprint", () => markRepeated(document));
  const { documents = {}, scripts = {}, words, header, icon } = window.atlasSite ?? {};
  registerData(readJson<Record<string, string> | null>("atlas-documents") ?? documents);
  const assets = `${settings.root ?? ""}assets/`;
  nameScripts(Object.fromEntries(Object.entries(scripts).map(([name, file]) => [name, assets + file])));
  if (icon) document.head.append(el("link", { rel: "icon", href: assets + icon }));
  window.fetch = fetchEmbedded;
  const embed = new URLSearchParams(location.search).get("embed");
  if (settings.kind === "map" && (embed === "1" || embed === "frozen")) document.body.classList.add("embed");
  if (header) completeLinks(header, settings.path);
  const changes = new EventTarget();
  addButtons(words, () => changes.dispatchEvent(new Event("scheme")));
  if (settings.alone) watchLiveLinks(settings.live);
  else addresses.follow();
  return { settings, language, addresses, changes };
}

/** Speak the page's language; to be waited for before anything is drawn. */
export const speakHere = (language: string) => speak(language, language === DEFAULT ? {} : { [language]: `messages-${language}.json` });
